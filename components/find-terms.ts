import { stemmer } from 'stemmer';

/** Where a term stands in a text, in code units, and which of the terms it is. */
export interface FoundTerm {
  readonly start: number;
  readonly end: number;
  readonly term: number;
}

/** Scripts written without spaces count each character as a word. */
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`;
/** What a soft hyphen or a joiner parts is one word. */
const spaced = String.raw`(?!${unspaced})[\p{L}\p{N}\p{M}\u00ad\u200c\u200d\u2060]`;
const wordPattern = new RegExp(
  String.raw`(?=[\p{L}\p{N}\p{M}])(?:${unspaced}\p{M}*|(?:${spaced})+)`,
  'gu',
);
/** The same for texts of Latin letters and common punctuation, where it is much sooner ready. */
const latinPattern = /[\da-zÀ-ÖØ-öø-ɏ]+/gi;
const isLatin = /^[\0-\xa0«»À-ɏ\u2010-\u205e]*$/;
/** As the core passes over them: other marks, such as the vowel signs of Hindi, tell words apart. */
const passedOver = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]|\p{Cf}/gu;
/** As `plainLetters` of the core, of which components know types only, writes them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

function fold(word: string): string {
  const bare = word.normalize('NFKD').replace(passedOver, '').toLowerCase();
  return stemmer(bare.replace(/\P{ASCII}/gu, (each) => letters[each] ?? each));
}

function wordsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(isLatin.test(text) ? latinPattern : wordPattern)];
}

/**
 * Every occurrence of a term, in the order of the text. Whole words only, whatever their case, accents
 * and English ending (the stem of M. F. Porter, 1980, as the match engine compares them); a term of
 * several words is one occurrence, and the longest of those that begin at a word is the one.
 */
export function findTerms(text: string, terms: readonly string[]): FoundTerm[] {
  const wanted = terms
    .map((term, at) => ({ term: at, parts: wordsOf(term).map(([word]) => fold(word)) }))
    .filter(({ parts }) => parts.length > 0)
    .sort((a, b) => b.parts.length - a.parts.length);
  // A stem is one letter or has its word's first two, but for a y that became an i: most words need no
  // stemming to be told apart.
  const beginnings = wanted.flatMap(({ parts }) => parts.map((part) => part.slice(0, 2)));
  const mayBe = new RegExp(String.raw`^(?:.?[^\0-\x7f]|.y|${beginnings.join('|')})`, 'i');
  const words = wordsOf(text).map(({ 0: word, index: start }) => ({
    start,
    end: start + word.length,
    folded: mayBe.test(word) ? fold(word) : word,
  }));
  const found: FoundTerm[] = [];
  let next = 0;
  words.forEach(({ start }, at) => {
    if (at < next) return;
    const hit = wanted.find(({ parts }) =>
      parts.every((part, n) => words[at + n]?.folded === part),
    );
    if (!hit) return;
    next = at + hit.parts.length;
    found.push({ start, end: words[next - 1]?.end ?? start, term: hit.term });
  });
  return found;
}
