import type { ReactNode } from 'react';
import { stemmer } from 'stemmer';

export interface MarkedTextProps {
  readonly text: string;
  readonly terms: readonly string[];
}

/**
 * The text with every occurrence of a term in a `<mark>`. Whole words only, whatever their case,
 * accents and English ending (the stem of M. F. Porter, 1980, as the match engine compares them);
 * a term of several words is one mark. Builds text nodes, never markup.
 */
export function MarkedText({ text, terms }: MarkedTextProps) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of occurrences(text, terms)) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(<mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  if (at < text.length) parts.push(text.slice(at));
  return <>{parts}</>;
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** Scripts written without spaces count each character as a word. */
const unspaced = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}`;
const wordPattern = new RegExp(
  String.raw`[${unspaced}]\p{M}*|(?:(?![${unspaced}])[\p{L}\p{N}\p{M}])+`,
  'gu',
);

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: stemmer(found[0].normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()),
  }));
}

function occurrences(text: string, terms: readonly string[]): { start: number; end: number }[] {
  const wanted = terms
    .map((term) => wordsOf(term).map((word) => word.folded))
    .filter((term) => term.length > 0)
    .sort((a, b) => b.length - a.length);
  const words = wordsOf(text);
  const found: { start: number; end: number }[] = [];
  let index = 0;
  for (let first = words[index]; first; first = words[index]) {
    const here = index;
    const hit = wanted.find((term) => term.every((part, n) => words[here + n]?.folded === part));
    const last = hit && words[here + hit.length - 1];
    if (last) found.push({ start: first.start, end: last.end });
    index += last && hit ? hit.length : 1;
  }
  return found;
}
