/**
 * A page as features: its sentences, and windows of neighbouring sentences, by term and pair. Features
 * are numbered as they first occur, terms and pairs alike.
 */
import type { Passage } from '../source/snapshot';
import type { MatchPage } from './match';
import { getPair, newPairTable, setPair, type PairTable } from './pair-table';
import { sentenceRanges } from './sentences';
import { scanWords } from './words';

/** A sentence of the page. Offsets are relative to its passage's text. */
export interface PageSentence {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  /** Its features in order. */
  readonly features: readonly number[];
  readonly words: number;
}

/** Neighbouring sentences read as one passage: `from` to before `to`. */
export interface PageWindow {
  readonly from: number;
  readonly to: number;
}

export interface PageAnalysis {
  readonly page: MatchPage;
  readonly passages: readonly Passage[];
  /** By feature: the term, '' for a pair. */
  readonly terms: readonly string[];
  /** By feature: the two terms of a pair, -1 for a term. */
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  readonly termNumbers: ReadonlyMap<string, number>;
  /** Terms that the page has only as compounds: they meet the same word written as one. */
  readonly aliases: ReadonlySet<number>;
  /** The feature of two terms side by side. */
  readonly pairs: PairTable;
  readonly sentences: readonly PageSentence[];
  readonly windows: readonly PageWindow[];
}

/** A window holds about this many words: short blocks are joined, long ones divided. */
const windowWords = 60;
/** However long the page is, it has about this many windows at most. */
const mostWindows = 1000;

function windowsOf(sentences: readonly PageSentence[]): PageWindow[] {
  const all = sentences.reduce((sum, sentence) => sum + sentence.words, 0);
  const wanted = Math.max(windowWords, Math.ceil(all / mostWindows));
  const windows: PageWindow[] = [];
  let from = 0;
  let words = 0;
  sentences.forEach((sentence, at) => {
    if (words > 0 && words + sentence.words > wanted * 1.5) {
      windows.push({ from, to: at });
      from = at;
      words = 0;
    }
    words += sentence.words;
    if (words >= wanted) {
      windows.push({ from, to: at + 1 });
      from = at + 1;
      words = 0;
    }
  });
  if (from < sentences.length) windows.push({ from, to: sentences.length });
  return windows;
}

function analyse(page: MatchPage): PageAnalysis {
  const terms: string[] = [];
  const firsts: number[] = [];
  const seconds: number[] = [];
  const termNumbers = new Map<string, number>();
  const aliases = new Set<number>();
  const pairs = newPairTable();
  const sentences: PageSentence[] = [];

  const push = (term: string, first: number, second: number): number => {
    firsts.push(first);
    seconds.push(second);
    return terms.push(term) - 1;
  };
  const termNumber = (term: string): number => {
    const seen = termNumbers.get(term);
    if (seen !== undefined) {
      aliases.delete(seen);
      return seen;
    }
    const number = push(term, -1, -1);
    termNumbers.set(term, number);
    return number;
  };
  const pairNumber = (first: number, second: number): number => {
    const seen = getPair(pairs, first, second);
    if (seen >= 0) return seen;
    const number = push('', first, second);
    setPair(pairs, first, second, number);
    return number;
  };

  page.passages.forEach((passage, at) => {
    for (const { start, end } of sentenceRanges(passage.text)) {
      const found = scanWords(passage.text.slice(start, end));
      const features: number[] = [];
      let before = -1;
      for (const term of found.terms) {
        if (term === '') continue;
        const number = termNumber(term);
        features.push(number);
        if (before >= 0) features.push(pairNumber(before, number));
        before = number;
      }
      for (const term of found.compounds) {
        const isNew = !termNumbers.has(term);
        const number = termNumbers.get(term) ?? termNumber(term);
        if (isNew) aliases.add(number);
        features.push(number);
      }
      sentences.push({ passage: at, start, end, features, words: found.terms.length });
    }
  });
  return {
    page,
    passages: page.passages,
    terms,
    firsts,
    seconds,
    termNumbers,
    aliases,
    pairs,
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
