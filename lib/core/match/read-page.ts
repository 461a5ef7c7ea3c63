/**
 * How close a page is to each insight. Two views, both the cosine of log counts times rarity: the page
 * as a whole, which long documents on one subject share, and its best windows, which find the one
 * passage of a long mixed page. The score is their geometric mean, so both must agree, and a page that
 * shares only a name or only a mood stays quiet.
 */
import { analysePage, type PageAnalysis } from './analyse-page';
import { shareOfTier, tierCount } from './background';
import { countWeight, pairBackground, rarity } from './features';
import { findCandidates, type WeighedTerms } from './find-candidates';
import type { MatchPage } from './match';
import { librarySize, type MatchIndex } from './match-index';
import { meet } from './meet';
import { scoreCandidates, type PageScores } from './score-candidates';
import { createScratch, longScratch, newDoubles, newIntegers } from './scratch';
import { newNumbers } from './typed-arrays';
import { findHashes } from './vocabulary';

/** A page read against a library. */
export interface Reading {
  readonly analysis: PageAnalysis;
  /** By feature of the page: how much it tells in this library. */
  readonly rarity: Float64Array;
  readonly terms: SeenTerms;
  readonly scores: PageScores;
}

/** Terms that count for less than their rarity, by term: a factor of 0 to 1. */
export type Softened = ReadonlyMap<string, number>;

const countsOf = createScratch(newNumbers);
/** Only what was written to these is read again: what is left in them does not matter. */
const numbersOf = createScratch(newNumbers);
const featuresOf = createScratch(newIntegers);
const weightsOf = createScratch(newDoubles);

/** How often a page has each of its features; holds until the next page. */
function countFeatures({ features, sequence }: PageAnalysis): Uint32Array {
  const counts = countsOf(features).fill(0, 0, features);
  for (let at = 0; at < sequence.length; at += 1) {
    const feature = sequence[at] ?? 0;
    counts[feature] = (counts[feature] ?? 0) + 1;
  }
  return counts;
}

/** What a term of the page is softened by. */
function softness({ known, knownTerms }: PageAnalysis, softened: Softened, feature: number) {
  return softened.get(knownTerms.texts[known[feature] ?? 0] ?? '') ?? 1;
}

/** The terms of a page that the index holds, and what `Asked.featureOfTerm` is to say of each. */
export interface SeenTerms extends WeighedTerms {
  readonly features: Int32Array;
}

/**
 * The page's terms as the index knows them; what each tells goes into `rarities`, in which pairs are
 * still to be weighed.
 */
function seeTerms(
  index: MatchIndex,
  analysis: PageAnalysis,
  softened: Softened,
  counts: Uint32Array,
  rarities: Float64Array,
): SeenTerms {
  const { vocabulary } = index;
  const size = librarySize(index);
  const { termCount, known, aliases } = analysis;
  const { hashes, tiers } = analysis.knownTerms;
  const numbers = numbersOf(termCount);
  const features = featuresOf(termCount);
  const weights = weightsOf(termCount);
  let count = 0;
  for (let feature = 0; feature < termCount; feature += 1) {
    const term = known[feature] ?? 0;
    const number = findHashes(vocabulary, hashes[2 * term] ?? 0, hashes[2 * term + 1] ?? 0);
    const holding = number < 0 ? 0 : (vocabulary.holding[number] ?? 0);
    let tells = rarity(holding, size, shareOfTier(tiers[term] ?? 0));
    if (softened.size > 0) tells *= softness(analysis, softened, feature);
    rarities[feature] = tells;
    if (holding === 0) continue;
    numbers[count] = number;
    features[count] = aliases[feature] === 1 ? -feature - 1 : feature + 1;
    weights[count] = countWeight(counts[feature] ?? 0) * tells * tells;
    count += 1;
  }
  // The weights hold until the next page.
  return { count, numbers: numbers.slice(0, count), weights, features: features.slice(0, count) };
}

/** Does something with what `Asked.featureOfTerm` says of a page's terms. */
export function withFeatures<T>(
  { vocabulary }: MatchIndex,
  { numbers, features }: SeenTerms,
  work: (featureOfTerm: Int32Array) => T,
): T {
  const featureOfTerm = longScratch(vocabulary.size);
  const count = numbers.length;
  for (let at = 0; at < count; at += 1) featureOfTerm[numbers[at] ?? 0] = features[at] ?? 0;
  const done = work(featureOfTerm);
  for (let at = 0; at < count; at += 1) featureOfTerm[numbers[at] ?? 0] = 0;
  return done;
}

/** The share of ordinary pages that hold a pair of terms of these tiers. */
const shareOfPair = (first: number, second: number): number =>
  pairBackground(shareOfTier(first), shareOfTier(second));

/** The rarity of pairs that no insight holds, which nearly all of a page's are: by tier and tier. */
function unheldPairs(size: number): Float64Array {
  return Float64Array.from({ length: tierCount * tierCount }, (_, at) =>
    rarity(0, size, shareOfPair(Math.floor(at / tierCount), at % tierCount)),
  );
}

/**
 * What the page's pairs tell. How many insights hold one is counted among the insights looked at
 * closely: those that hold a pair of the page are among them as long as there are not too many.
 */
function weighPairs(
  index: MatchIndex,
  analysis: PageAnalysis,
  softened: Softened,
  rarities: Float64Array,
  holding: Uint32Array,
): void {
  const { termCount, features, known, pairs } = analysis;
  const { tiers } = analysis.knownTerms;
  const size = librarySize(index);
  const unheld = unheldPairs(size);
  for (let feature = termCount; feature < features; feature += 1) {
    const first = pairs.firsts[feature - termCount] ?? 0;
    const second = pairs.seconds[feature - termCount] ?? 0;
    const firstTier = tiers[known[first] ?? 0] ?? 0;
    const secondTier = tiers[known[second] ?? 0] ?? 0;
    const holders = holding[feature] ?? 0;
    let tells = index.tuning.pair;
    tells *=
      holders === 0
        ? (unheld[firstTier * tierCount + secondTier] ?? 0)
        : rarity(holders, size, shareOfPair(firstTier, secondTier));
    if (softened.size > 0) {
      tells *= Math.min(softness(analysis, softened, first), softness(analysis, softened, second));
    }
    rarities[feature] = tells;
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
 * reading comes back as long as the index has not changed; nothing softened is as none given.
 */
export function readPage(index: MatchIndex, page: MatchPage, softer: Softened = none): Reading {
  const softened = softer.size === 0 ? none : softer;
  const before = kept.get(page);
  const { changes } = index;
  if (before?.index === index && before.changes === changes && before.softened === softened) {
    return before.reading;
  }
  const analysis = analysePage(page);
  const { features, termCount, pairs } = analysis;
  const rarities = new Float64Array(features);
  const counts = countFeatures(analysis);
  const terms = seeTerms(index, analysis, softened, counts, rarities);
  // Once for both that need it.
  longScratch(Math.max(index.documents.slots, index.vocabulary.size));
  const slots = findCandidates(index, terms);
  const meetings = withFeatures(index, terms, (featureOfTerm) =>
    meet(index, slots, { features, featureOfTerm, pairs, pairsFrom: termCount }),
  );
  const { holding } = meetings;
  weighPairs(index, analysis, softened, rarities, holding);
  const scores = scoreCandidates(index, { analysis, rarities, holding }, counts, slots, meetings);
  const reading = { analysis, rarity: rarities, terms, scores };
  kept.set(page, { index, changes, softened, reading });
  return reading;
}
