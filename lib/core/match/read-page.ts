/**
 * How close a page is to each insight. Two views, both the cosine of log counts times rarity: the page
 * as a whole, which long documents on one subject share, and its best windows, which find the one
 * passage of a long mixed page. The score is their geometric mean, so both must agree, and a page that
 * shares only a name or only a mood stays quiet.
 */
import { analysePage, type PageAnalysis } from './analyse-page';
import { shareOfTier } from './background';
import { countWeight, pairBackground, rarity } from './features';
import { findCandidates, type WeighedTerms } from './find-candidates';
import type { MatchPage } from './match';
import { librarySize, type MatchIndex } from './match-index';
import { meet, type Asked } from './meet';
import { scoreCandidates, type PageScore } from './score-candidates';
import { createScratch, newIntegers } from './scratch';
import { newNumbers } from './typed-arrays';
import { findHashes } from './vocabulary';

/** A page read against a library. */
export interface Reading {
  readonly analysis: PageAnalysis;
  /** By feature of the page: how much it tells in this library. */
  readonly rarity: Float64Array;
  /** The insights looked at closely, in order of slot. */
  readonly scores: readonly PageScore[];
}

/** Terms that count for less than their rarity, by term: a factor of 0 to 1. */
export type Softened = ReadonlyMap<string, number>;

const countsOf = createScratch(newNumbers);
/** In use from `seeTerms` until `meet` is done. */
const featureOf = createScratch(newIntegers);

interface Seen {
  readonly asked: Asked;
  readonly rarity: Float64Array;
  readonly shares: Float64Array;
  readonly terms: WeighedTerms;
}

/** The page's terms as the index knows them, and what each tells; pairs are still to be weighed. */
function seeTerms(index: MatchIndex, analysis: PageAnalysis, softened: Softened): Seen {
  const { features, terms, firstHashes, secondHashes, tiers, sentences, pairs, aliases } = analysis;
  const { vocabulary } = index;
  const size = librarySize(index);
  const featureOfTerm = featureOf(vocabulary.size);
  const rarities = new Float64Array(features);
  const shares = new Float64Array(terms.length);
  const counts = countsOf(features);
  for (const sentence of sentences) {
    for (const feature of sentence.features) counts[feature] = (counts[feature] ?? 0) + 1;
  }
  const numbers: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < terms.length; feature += 1) {
    const number = findHashes(vocabulary, firstHashes[feature] ?? 0, secondHashes[feature] ?? 0);
    const holding = number < 0 ? 0 : (vocabulary.holding[number] ?? 0);
    const share = shareOfTier(tiers[feature] ?? 0);
    const soft = softened.size === 0 ? 1 : (softened.get(terms[feature] ?? '') ?? 1);
    const tells = rarity(holding, size, share) * soft;
    shares[feature] = share;
    rarities[feature] = tells;
    if (holding === 0) continue;
    featureOfTerm[number] = aliases.has(feature) ? -feature - 1 : feature + 1;
    numbers.push(number);
    weights.push(countWeight(counts[feature] ?? 0) * tells * tells);
  }
  counts.fill(0, 0, features);
  return {
    asked: { features, featureOfTerm, pairs, pairsFrom: terms.length },
    rarity: rarities,
    shares,
    terms: { numbers, weights },
  };
}

/**
 * What the page's pairs tell. How many insights hold one is counted among the insights looked at
 * closely: those that hold a pair of the page are among them as long as there are not too many.
 */
function weighPairs(
  index: MatchIndex,
  analysis: PageAnalysis,
  seen: Seen,
  holding: Uint32Array,
  softened: Softened,
): void {
  const { terms, firsts, seconds } = analysis;
  const size = librarySize(index);
  const soft = (feature: number) => softened.get(terms[feature] ?? '') ?? 1;
  for (let pair = 0; pair < firsts.length; pair += 1) {
    const feature = terms.length + pair;
    const [first = 0, second = 0] = [firsts[pair], seconds[pair]];
    const share = pairBackground(seen.shares[first] ?? 0, seen.shares[second] ?? 0);
    const tells = rarity(holding[feature] ?? 0, size, share);
    const factor = softened.size === 0 ? 1 : Math.min(soft(first), soft(second));
    seen.rarity[feature] = tells * index.tuning.pair * factor;
  }
}

const none: Softened = new Map();

interface Kept {
  readonly index: MatchIndex;
  readonly changes: number;
  readonly softened: Softened;
  readonly reading: Reading;
}

const kept = new WeakMap<MatchPage, Kept>();

/**
 * Reads a page against a library. Asked again with the same page, index and softened terms, the same
 * reading comes back as long as the index has not changed.
 */
export function readPage(index: MatchIndex, page: MatchPage, softened: Softened = none): Reading {
  const before = kept.get(page);
  const { changes } = index;
  if (before?.index === index && before.changes === changes && before.softened === softened) {
    return before.reading;
  }
  const analysis = analysePage(page);
  const seen = seeTerms(index, analysis, softened);
  const slots = findCandidates(index, seen.terms);
  const meetings = meet(index, slots, seen.asked);
  for (const number of seen.terms.numbers) seen.asked.featureOfTerm[number] = 0;
  weighPairs(index, analysis, seen, meetings.holding, softened);
  const scores = scoreCandidates(index, analysis, seen.rarity, slots, meetings);
  const reading = { analysis, rarity: seen.rarity, scores };
  kept.set(page, { index, changes, softened, reading });
  return reading;
}
