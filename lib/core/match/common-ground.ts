/** Where a page and a piece of an insight meet: the features both hold, the passage, the terms. */
import type { Passage } from '../source/snapshot';
import {
  sentencesOfPage,
  windowsOfPage,
  type PageAnalysis,
  type PageSentence,
  type PageWindow,
} from './analyse-page';
import type { SharedTerm } from './match';
import { getPair } from './pair-table';
import type { DocumentSentence } from './read-document';
import type { Reading } from './read-page';
import { scanWords } from './words';

/** A piece of text as the page's features: the numbers it shares, and how long its vector is. */
export interface PageVector {
  readonly shared: ReadonlySet<number>;
  readonly length: number;
}

/** Keeps a sentence of three words from being the closest by one of them. */
const shortestLength = 12;
/** The most words of a passage that are quoted whole; of a longer one, the sentences that matter. */
const longestQuote = 70;
const mostTerms = 8;

/** A term the page does not hold at all still makes the text longer, by about this much. */
const unseenRarity = 5;

function squared({ rarity }: Reading, number: number): number {
  return (rarity[number] ?? 0) ** 2;
}

/** How long the vector of some features is, and of others whose squares sum to `more`. */
function lengthOf(reading: Reading, numbers: Iterable<number>, more = 0): number {
  let sum = more + shortestLength ** 2;
  for (const number of numbers) sum += squared(reading, number);
  return Math.sqrt(sum);
}

const byTerm = new WeakMap<PageAnalysis, Map<string, number>>();

/** The feature of each of a page's terms; only explaining a match needs it. */
function featuresByTerm(analysis: PageAnalysis): Map<string, number> {
  const kept = byTerm.get(analysis);
  if (kept) return kept;
  const made = new Map<string, number>();
  analysis.known.forEach((term, feature) =>
    made.set(analysis.knownTerms.texts[term] ?? '', feature),
  );
  byTerm.set(analysis, made);
  return made;
}

/** The terms of some sentences, as the page's features. */
export function vectorOf(
  reading: Reading,
  sentences: readonly Pick<DocumentSentence, 'terms'>[],
): PageVector {
  const { pairs, termCount } = reading.analysis;
  const termFeatures = featuresByTerm(reading.analysis);
  const shared = new Set<number>();
  const unseen = new Set<string>();
  for (const { terms } of sentences) {
    let before = -1;
    for (const term of terms) {
      const number = termFeatures.get(term) ?? -1;
      if (number < 0) unseen.add(term);
      else {
        shared.add(number);
        const pair = getPair(pairs, before, number);
        if (pair >= 0) shared.add(termCount + pair);
      }
      before = number;
    }
  }
  return { shared, length: lengthOf(reading, shared, unseen.size * unseenRarity ** 2) };
}

/** The features of a run of the page's sentences. */
export function featuresOf(sentences: readonly PageSentence[]): Set<number> {
  const all = new Set<number>();
  for (const { features } of sentences) for (const feature of features) all.add(feature);
  return all;
}

/** The cosine of a set of page features with a text, 0 to 1. */
export function closenessOf(reading: Reading, page: ReadonlySet<number>, text: PageVector): number {
  let common = 0;
  for (const number of page) if (text.shared.has(number)) common += squared(reading, number);
  return common / lengthOf(reading, page) / text.length;
}

interface WindowVector {
  readonly window: PageWindow;
  readonly features: ReadonlySet<number>;
  readonly length: number;
}

const windowVectors = new WeakMap<Reading, readonly WindowVector[]>();

/** The page's windows as vectors; only what argues against a match needs them. */
function vectorsOf(reading: Reading): readonly WindowVector[] {
  const kept = windowVectors.get(reading);
  if (kept) return kept;
  const { analysis } = reading;
  const made = windowsOfPage(analysis).map((window) => {
    const features = featuresOf(sentencesOfPage(analysis, window.from, window.to));
    return { window, features, length: lengthOf(reading, features) };
  });
  windowVectors.set(reading, made);
  return made;
}

/** The windows of the page closest to a text, closest first, at most so many; none that share nothing. */
export function closestWindows(reading: Reading, text: PageVector, most: number): PageWindow[] {
  return vectorsOf(reading)
    .map(({ window, features, length }) => {
      let common = 0;
      for (const number of text.shared)
        if (features.has(number)) common += squared(reading, number);
      return { window, closeness: common / length / text.length };
    })
    .filter(({ closeness }) => closeness > 0)
    .sort((a, b) => b.closeness - a.closeness || a.window.from - b.window.from)
    .slice(0, most)
    .map(({ window }) => window);
}

/** A stretch of the page inside one passage, and its features. */
export interface Stretch {
  readonly passage: Passage;
  readonly features: ReadonlySet<number>;
}

function quote(
  { analysis }: Reading,
  sentences: readonly PageSentence[],
  best: PageSentence,
): Stretch {
  const passage = analysis.passages[best.passage] ?? { text: '', start: 0, end: 0 };
  const { sentencePlaces: places } = analysis;
  let from = 0;
  // A page has too many sentences for all of them to be made for each quote.
  while (places[4 * from] !== best.passage) from += 1;
  let to = from;
  let words = 0;
  for (; places[4 * to] === best.passage; to += 1) words += places[4 * to + 3] ?? 0;
  // Offsets inside a passage hold only where its text is the page's, letter for letter.
  const exact = passage.end - passage.start === passage.text.length;
  if (words <= longestQuote || !exact) {
    return { passage, features: featuresOf(sentencesOfPage(analysis, from, to)) };
  }
  const part = sentences.filter((sentence) => sentence.passage === best.passage);
  const [{ start } = best] = part;
  const { end } = part.at(-1) ?? best;
  return {
    passage: {
      text: passage.text.slice(start, end),
      start: passage.start + start,
      end: passage.start + end,
    },
    features: featuresOf(part),
  };
}

/**
 * The stretch of a run of sentences (a window) that is closest to a text: a whole passage where it is
 * short, else its sentences in that run. Undefined when the two share nothing.
 */
export function closestStretch(
  reading: Reading,
  sentences: readonly PageSentence[],
  text: PageVector,
): Stretch | undefined {
  let best: PageSentence | undefined;
  let most = 0;
  for (const sentence of sentences) {
    const closeness = closenessOf(reading, new Set(sentence.features), text);
    if (closeness > most) [best, most] = [sentence, closeness];
  }
  return best && quote(reading, sentences, best);
}

/** By term, the word it first stands as in a text. */
function writtenIn(text: string): Map<string, string> {
  const written = new Map<string, string>();
  const { terms, starts, ends } = scanWords(text);
  terms.forEach((term, at) => {
    if (term !== '' && !written.has(term)) written.set(term, text.slice(starts[at], ends[at]));
  });
  return written;
}

/**
 * The terms that a stretch of the page shares with a text, as they first stand in either, heaviest
 * first; their weights sum to 1. A shared pair adds to both its terms.
 */
export function sharedTerms(
  reading: Reading,
  stretch: Stretch,
  text: PageVector,
  insightText: string,
): SharedTerm[] {
  const { pairs, termCount, known, knownTerms } = reading.analysis;
  const weights = new Map<number, number>();
  const add = (number: number, weight: number) =>
    weights.set(number, (weights.get(number) ?? 0) + weight);
  for (const number of stretch.features) {
    if (!text.shared.has(number)) continue;
    const weight = squared(reading, number);
    const pair = number - termCount;
    if (pair < 0) add(number, weight);
    else
      for (const part of [pairs.firsts[pair] ?? 0, pairs.seconds[pair] ?? 0]) add(part, weight / 2);
  }
  const onPage = writtenIn(stretch.passage.text);
  const inInsight = writtenIn(insightText);
  const found = [...weights]
    .map(([number, weight]) => {
      const term = knownTerms.texts[known[number] ?? 0] ?? '';
      return { term: onPage.get(term) ?? '', inInsight: inInsight.get(term) ?? '', weight };
    })
    .filter(({ term, inInsight: other }) => term !== '' && other !== '')
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
    .slice(0, mostTerms);
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return found.map((each) => ({ ...each, weight: each.weight / total }));
}
