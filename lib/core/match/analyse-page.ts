/** A page as features: its sentences, and windows of neighbouring sentences, by term and pair. */
import type { Passage } from '../source/snapshot';
import { forgetWords, knownTerms, type KnownTerms } from './known-words';
import type { MatchPage } from './match';
import { newPairTable, numberPair, type PairTable } from './pair-table';
import { scanText } from './scan-text';
import { newIntegers } from './scratch';
import { newBytes, newNumbers, roomFor } from './typed-arrays';
import { readWords } from './words';

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

/**
 * A page's features are its terms, numbered as they first occur, and after them its pairs likewise. All
 * is flat: a page has hundreds of sentences and thousands of features.
 */
export interface PageAnalysis {
  readonly passages: readonly Passage[];
  /** How many features there are, and how many of them are terms. */
  readonly features: number;
  readonly termCount: number;
  /** By term of the page: its number among the known terms, which are those of when it was read. */
  readonly known: Uint32Array;
  readonly knownTerms: KnownTerms;
  /** By feature: 1 for a term that the page has only as a compound, which meets the same word written as one. */
  readonly aliases: Uint8Array;
  /** The pairs of terms that stand side by side, numbered from 0. */
  readonly pairs: PairTable;
  /** The features of all sentences in order, and by sentence where they begin, one entry more. */
  readonly sequence: Int32Array;
  readonly sentenceStarts: Uint32Array;
  /** Four entries a sentence: its passage, start, end and words. */
  readonly sentencePlaces: Uint32Array;
  /** By window: its first sentence, one entry more. */
  readonly windowStarts: Uint32Array;
}

/** A window holds about this many words: short blocks are joined, long ones divided. */
const windowWords = 60;
/** Code units of a page for each pair of terms it has, or fewer. */
const unitsPerPair = 10;
/** However long the page is, it has about this many windows at most. */
const mostWindows = 1000;

/** The sentences of a page from one number to before another. */
export function sentencesOfPage(
  { sentencePlaces, sentenceStarts, sequence }: PageAnalysis,
  from = 0,
  to = sentenceStarts.length - 1,
): PageSentence[] {
  return Array.from({ length: to - from }, (_, at) => {
    const [passage = 0, start = 0, end = 0, words = 0] = sentencePlaces.subarray(4 * (from + at));
    const [first, next] = sentenceStarts.subarray(from + at);
    return { passage, start, end, words, features: sequence.subarray(first, next) };
  });
}

/** The windows of a page. */
export function windowsOfPage({ windowStarts }: PageAnalysis): PageWindow[] {
  return Array.from(windowStarts.subarray(1), (to, at) => ({ from: windowStarts[at] ?? 0, to }));
}

function windowStartsOf(places: readonly number[]): Uint32Array {
  const sentences = places.length / 4;
  let all = 0;
  for (let at = 3; at < places.length; at += 4) all += places[at] ?? 0;
  const wanted = Math.max(windowWords, Math.ceil(all / mostWindows));
  const starts = [0];
  let words = 0;
  for (let at = 0; at < sentences; at += 1) {
    const more = places[4 * at + 3] ?? 0;
    if (words > 0 && words + more > wanted * 1.5) {
      starts.push(at);
      words = 0;
    }
    words += more;
    if (words >= wanted) {
      starts.push(at + 1);
      words = 0;
    }
  }
  if ((starts.at(-1) ?? 0) < sentences) starts.push(sentences);
  return new Uint32Array(starts);
}

/** By known term: its number on the page and one, 0 for none yet; all zero between pages. */
let numbers = newIntegers(1024);
/** Only what was written to these is read again: what is left in them does not matter. */
let sequence = newIntegers(4096);
/** By term of the page that is being read: the known term, and 1 for an alias. */
let known = newNumbers(1024);
let aliases = newBytes(1024);
let termCount = 0;

/** The number of a known term on that page. */
function numberOf(term: number): number {
  const seen = numbers[term] ?? 0;
  if (seen > 0) return seen - 1;
  if (termCount === known.length) {
    known = roomFor(known, termCount + 1, newNumbers);
    aliases = roomFor(aliases, known.length, newBytes);
  }
  known[termCount] = term;
  aliases[termCount] = 1;
  termCount += 1;
  numbers[term] = termCount;
  return termCount - 1;
}

function analyse(page: MatchPage): PageAnalysis {
  forgetWords();
  let units = 0;
  for (const { text } of page.passages) units += text.length;
  const pairs = newPairTable(Math.ceil(units / unitsPerPair));
  const starts: number[] = [];
  const places: number[] = [];
  let length = 0;
  termCount = 0;

  for (let passage = 0; passage < page.passages.length; passage += 1) {
    const { scan, sentences } = scanText(page.passages[passage]?.text ?? '');
    const { terms, count } = scan;
    numbers = roomFor(numbers, knownTerms().size, newIntegers);
    // For each word its term, a pair and, rarely, a compound.
    sequence = roomFor(sequence, length + 3 * count, newIntegers);
    const into = sequence;
    for (const { start, end, from, to, compounds } of sentences) {
      starts.push(length);
      places.push(passage, start, end, to - from);
      let before = -1;
      for (let word = from; word < to; word += 1) {
        const term = terms[word] ?? 0;
        if (term === 0) continue;
        const number = numberOf(term);
        aliases[number] = 0;
        into[length++] = number;
        // Pairs are numbered after all terms are known: until then they stand as their complement.
        if (before >= 0) into[length++] = ~numberPair(pairs, before, number);
        before = number;
      }
      for (const term of compounds) into[length++] = numberOf(term);
    }
  }
  starts.push(length);
  // Whom the page is by counts as named in it, without a place.
  for (const person of page.people ?? []) {
    const { terms, count } = readWords(person);
    numbers = roomFor(numbers, knownTerms().size, newIntegers);
    let before = -1;
    for (const term of terms.subarray(0, count)) {
      if (term === 0) continue;
      const number = numberOf(term);
      if (before >= 0) numberPair(pairs, before, number);
      before = number;
    }
  }
  const own = known.slice(0, termCount);
  for (const term of own) numbers[term] = 0;
  const features = sequence.slice(0, length);
  for (let at = 0; at < length; at += 1) {
    const feature = features[at] ?? 0;
    if (feature < 0) features[at] = termCount + ~feature;
  }
  const isAlias = newBytes(termCount + pairs.size);
  isAlias.set(aliases.subarray(0, termCount));
  return {
    passages: page.passages,
    features: isAlias.length,
    termCount,
    known: own,
    knownTerms: knownTerms(),
    aliases: isAlias,
    pairs,
    sequence: features,
    sentenceStarts: new Uint32Array(starts),
    sentencePlaces: new Uint32Array(places),
    windowStarts: windowStartsOf(places),
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
