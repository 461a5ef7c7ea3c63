import { stemmer } from 'stemmer';

/** Where a term stands in a text, in code units, and which of the terms it is. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** Scripts written without spaces count each character as a word. */
const scripts = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr'];
const letter = String.raw`\p{L}\p{N}\p{M}`;
const unspaced = `(?=[${letter}])[${scripts.map((name) => `\\p{scx=${name}}`).join('')}]`;
/** What a soft hyphen or a joiner parts is one word. */
const spaced = String.raw`(?!${unspaced})[${letter}](?:(?!${unspaced})[${letter}\u00ad\u200c\u200d\u2060])*`;
const wordPattern = new RegExp(String.raw`${unspaced}\p{M}*|${spaced}`, 'gu');
/** Accents and joiners; what tells kana apart stays. */
const passedOver = /(?![\u3099\u309a])\p{M}|\p{Cf}/gu;

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: stemmer(found[0].normalize('NFKD').replace(passedOver, '').toLowerCase()),
  }));
}

/**
 * Every occurrence of a term, in the order of the text. Whole words only, whatever their case, accents
 * and English ending (the stem of M. F. Porter, 1980, as the match engine compares them); a term of
 * several words is one occurrence, and the longest of those that begin at a word is the one.
 */
export function findTerms(text: string, terms: readonly string[]): FoundTerm[] {
  const wanted = terms
    .map((term, at) => ({ term: at, parts: wordsOf(term).map(({ folded }) => folded) }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => b.parts.length - a.parts.length);
  if (wanted.length === 0) return [];
  const words = wordsOf(text);
  const found: FoundTerm[] = [];
  let index = 0;
  for (let first = words[index]; first; first = words[index]) {
    const here = index;
    const hit = wanted.find(({ parts }) =>
      parts.every((part, n) => words[here + n]?.folded === part),
    );
    const last = hit && words[here + hit.parts.length - 1];
    if (last) found.push({ start: first.start, end: last.end, term: hit.term });
    index += last ? hit.parts.length : 1;
  }
  return found;
}
