/** A page as features: its sentences, and windows of neighbouring sentences, by term and pair. */
import type { Passage } from '../source/snapshot';
import {
  forgetWords,
  knownTerms,
  termFirstHash,
  termSecondHash,
  termText,
  termTier,
} from './known-words';
import type { MatchPage } from './match';
import { endsOf, newPairTable, numberPair, type PairTable } from './pair-table';
import { sentenceRanges } from './sentences';
import { createScratch, newIntegers } from './scratch';
import { roomFor } from './typed-arrays';
import { scanTerms } from './words';

/** A sentence of the page. Offsets are relative to its passage's text. */
export interface PageSentence {
  readonly passage: number;
  readonly start: number;
  readonly end: number;
  /** Its features in order. */
  readonly features: Int32Array;
  readonly words: number;
}

/** Neighbouring sentences read as one passage: `from` to before `to`. */
export interface PageWindow {
  readonly from: number;
  readonly to: number;
}

/** The terms of a page, by number. */
export interface PageTerms {
  readonly terms: string[];
  /** Two hashes and the tier (backgroundTier) of each. */
  readonly firstHashes: number[];
  readonly secondHashes: number[];
  readonly tiers: number[];
}

/** A page's features are its terms, numbered as they first occur, and after them its pairs likewise. */
export interface PageAnalysis extends Readonly<PageTerms> {
  readonly page: MatchPage;
  readonly passages: readonly Passage[];
  /** How many features there are. */
  readonly features: number;
  /** Terms that the page has only as compounds: they meet the same word written as one. */
  readonly aliases: ReadonlySet<number>;
  /** The pairs of terms that stand side by side, numbered from 0. */
  readonly pairs: PairTable;
  /** By pair: its two terms. */
  readonly firsts: Uint32Array;
  readonly seconds: Uint32Array;
  readonly sentences: readonly PageSentence[];
  readonly windows: readonly PageWindow[];
}

/** A window holds about this many words: short blocks are joined, long ones divided. */
const windowWords = 60;
/** Code units of a page for each pair of terms it has, or fewer. */
const unitsPerPair = 10;
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

const numbersOf = createScratch(newIntegers);

/** Numbers a page's terms. */
class Numbering implements PageTerms {
  readonly terms: string[] = [];
  readonly firstHashes: number[] = [];
  readonly secondHashes: number[] = [];
  readonly tiers: number[] = [];
  readonly aliases = new Set<number>();
  /** By known term: its number and one, 0 for none yet. */
  private numbers = numbersOf(knownTerms() + 1024);
  private readonly known: number[] = [];

  /** The number of a known term. */
  term(known: number): number {
    const seen = this.numbers[known] ?? 0;
    if (seen > 0) return seen - 1;
    if (known >= this.numbers.length) {
      // Many terms that were never met before: their numbers move to a larger array.
      const before = this.numbers;
      this.numbers = numbersOf(known * 2);
      this.known.forEach((each) => {
        this.numbers[each] = before[each] ?? 0;
      });
    }
    this.known.push(known);
    this.firstHashes.push(termFirstHash(known));
    this.secondHashes.push(termSecondHash(known));
    this.tiers.push(termTier(known));
    const count = this.terms.push(termText(known));
    this.numbers[known] = count;
    return count - 1;
  }

  /** To be called once the page is read. */
  end(): void {
    for (const known of this.known) this.numbers[known] = 0;
  }

  /** The same for a term that words joined by a hyphen make. */
  compound(known: number): number {
    const isNew = (this.numbers[known] ?? 0) === 0;
    const number = this.term(known);
    if (isNew) this.aliases.add(number);
    return number;
  }
}

function analyse(page: MatchPage): PageAnalysis {
  forgetWords();
  const numbering = new Numbering();
  const { aliases } = numbering;
  const units = page.passages.reduce((sum, { text }) => sum + text.length, 0);
  const pairs = newPairTable(units / unitsPerPair);
  const sentences: PageSentence[] = [];
  // Pairs are numbered after all terms are known: until then they stand as their complement.
  let all = new Int32Array(Math.ceil(units / unitsPerPair) + 64);
  let length = 0;

  page.passages.forEach((passage, at) => {
    for (const { start, end } of sentenceRanges(passage.text)) {
      const { count, terms, compounds } = scanTerms(passage.text, start, end);
      const from = length;
      const most = length + 2 * count + compounds.length;
      if (most > all.length) all = roomFor(all, most, (size) => new Int32Array(size));
      let before = -1;
      for (let word = 0; word < count; word += 1) {
        const known = terms[word] ?? 0;
        if (known === 0) continue;
        const number = numbering.term(known);
        if (aliases.size > 0) aliases.delete(number);
        all[length++] = number;
        if (before >= 0) all[length++] = ~numberPair(pairs, before, number);
        before = number;
      }
      for (const known of compounds) all[length++] = numbering.compound(known);
      const features = all.subarray(from, length);
      sentences.push({ passage: at, start, end, features, words: count });
    }
  });
  const { terms, firstHashes, secondHashes, tiers } = numbering;
  const pairsFrom = terms.length;
  numbering.end();
  for (const { features } of sentences) {
    for (let at = 0; at < features.length; at += 1) {
      const feature = features[at] ?? 0;
      if (feature < 0) features[at] = pairsFrom + ~feature;
    }
  }
  return {
    page,
    passages: page.passages,
    features: pairsFrom + pairs.size,
    terms,
    firstHashes,
    secondHashes,
    tiers,
    aliases,
    pairs,
    ...endsOf(pairs),
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
