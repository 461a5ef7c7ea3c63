/** A page as features: its sentences, and windows of neighbouring sentences, by term and pair. */
import type { Passage } from '../source/snapshot';
import type { MatchPage } from './match';
import { sentenceRanges } from './sentences';
import { scanWords } from './words';

/** A sentence of the page. Offsets are relative to its passage's text. */
export interface PageSentence {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  /** Its features in order, as numbers of this page's features. */
  readonly features: readonly number[];
  readonly words: number;
}

/** A feature of the page: a term, or a pair of terms by their numbers. */
export interface PageFeature {
  readonly term: string;
  readonly first: number;
  readonly second: number;
}

/** Neighbouring sentences read as one passage: `from` to before `to`. */
export interface PageWindow {
  readonly from: number;
  readonly to: number;
}

export interface PageAnalysis {
  readonly page: MatchPage;
  readonly passages: readonly Passage[];
  readonly features: readonly PageFeature[];
  readonly termNumbers: ReadonlyMap<string, number>;
  /** The numbers of pairs by `pairKey` of their terms' numbers. */
  readonly pairNumbers: ReadonlyMap<number, number>;
  readonly sentences: readonly PageSentence[];
  readonly windows: readonly PageWindow[];
}

/** A window holds about this many words: short blocks are joined, long ones divided. */
const windowWords = 60;
const pairSpan = 2 ** 26;

/** One number for an ordered pair of feature numbers. */
export function pairKey(first: number, second: number): number {
  return first * pairSpan + second;
}

function windowsOf(sentences: readonly PageSentence[]): PageWindow[] {
  const windows: PageWindow[] = [];
  let from = 0;
  let words = 0;
  sentences.forEach((sentence, at) => {
    if (words > 0 && words + sentence.words > windowWords * 1.5) {
      windows.push({ from, to: at });
      from = at;
      words = 0;
    }
    words += sentence.words;
    if (words >= windowWords) {
      windows.push({ from, to: at + 1 });
      from = at + 1;
      words = 0;
    }
  });
  if (from < sentences.length) windows.push({ from, to: sentences.length });
  return windows;
}

function analyse(page: MatchPage): PageAnalysis {
  const features: PageFeature[] = [];
  const termNumbers = new Map<string, number>();
  const pairNumbers = new Map<number, number>();
  const sentences: PageSentence[] = [];

  const termNumber = (term: string): number => {
    const seen = termNumbers.get(term);
    if (seen !== undefined) return seen;
    termNumbers.set(term, features.length);
    return features.push({ term, first: -1, second: -1 }) - 1;
  };
  const pairNumber = (first: number, second: number): number => {
    const key = pairKey(first, second);
    const seen = pairNumbers.get(key);
    if (seen !== undefined) return seen;
    pairNumbers.set(key, features.length);
    return features.push({ term: '', first, second }) - 1;
  };

  page.passages.forEach((passage, at) => {
    for (const { start, end } of sentenceRanges(passage.text)) {
      const { terms } = scanWords(passage.text.slice(start, end));
      const numbers: number[] = [];
      let before = -1;
      for (const term of terms) {
        if (term === '') continue;
        const number = termNumber(term);
        numbers.push(number);
        if (before >= 0) numbers.push(pairNumber(before, number));
        before = number;
      }
      sentences.push({ passage: at, start, end, features: numbers, words: terms.length });
    }
  });
  return {
    page,
    passages: page.passages,
    features,
    termNumbers,
    pairNumbers,
    sentences,
    windows: windowsOf(sentences),
  };
}

const analysed = new WeakMap<MatchPage, PageAnalysis>();

/** Reads a page once: asked again with the same object, the same analysis comes back. */
export function analysePage(page: MatchPage): PageAnalysis {
  const kept = analysed.get(page);
  if (kept) return kept;
  const analysis = analyse(page);
  analysed.set(page, analysis);
  return analysis;
}
