import { keyOf, type Documents } from './documents';
import { growthOf } from './features';
import { likeness } from './likeness';
import type { MatchPage, RankedMatch } from './match';
import { librarySize, type MatchIndex } from './match-index';
import { readPage, type Reading, type Softened } from './read-page';

/**
 * Closeness at which a match is as likely right as wrong, and how fast doubt fades: the logistic curve
 * that fits the judged pages of three libraries of 30, 300 and 1,066 insights best.
 */
const evenCloseness = 0.0815;
const steepness = 4.75;

/**
 * Matches less likely right than this are not shown: a wrong one costs more than a missed one. The
 * lowest round figure at which the judged off-topic pages stay quiet and 96 % of what is shown is right,
 * in the mean of the tasks that were judged (bench:match).
 */
export const defaultThreshold = 0.75;

export interface MatchOptions {
  /** The most matches to give; 10 unless told. */
  readonly limit?: number;
  /** The least score to give, 0 to 1; `defaultThreshold` unless told. 0 gives all that share a term. */
  readonly threshold?: number;
  /** Terms that count for less than their rarity. */
  readonly softened?: Softened | undefined;
}

/**
 * Closeness as the probability that the match is right, which means the same on every page and for
 * libraries of a dozen to thousands: a logistic curve in the logarithm of closeness.
 */
function calibrate(closeness: number): number {
  const close = closeness ** steepness;
  return close / (close + evenCloseness ** steepness);
}

/** From which share of the page in an insight the page is taken for that insight's own words. */
const ownFrom = 0.92;
const ownWidth = 0.02;

/** An insight and how close the page is to it. */
interface Near {
  readonly slot: number;
  readonly closeness: number;
}

/** So many of the closest are helped where the page is not an insight's own words. */
const mostHelped = 20;

/** Below 0 where the key of the first comes first. */
function inKeyOrder(documents: Documents, a: number, b: number): number {
  if (a === b) return 0;
  return keyOf(documents, a) < keyOf(documents, b) ? -1 : 1;
}

/**
 * Closeness of each candidate, helped by the closest one: what is like it is more likely about the same
 * thing (pseudo-relevance feedback, Rocchio 1971). Where the page is that insight's own words, the rest
 * of what the insight says counts as well as the page.
 */
function helped(index: MatchIndex, { scores }: Reading): Near[] {
  const { tuning, documents } = index;
  const ordered = scores.slots
    .map((slot, place) => ({ slot, place, closeness: scores.closeness[place] ?? 0 }))
    .sort((a, b) => b.closeness - a.closeness || inKeyOrder(documents, a.slot, b.slot));
  const [best] = ordered;
  if (!best) return [];
  const isOwn = 1 / (1 + Math.exp((ownFrom - (scores.covered[best.place] ?? 0)) / ownWidth));
  // Far down the list nobody gains enough to matter, unless likeness counts by itself.
  const some = isOwn > 0.01 ? ordered.length : mostHelped;
  const slots = ordered.slice(0, some).map(({ slot }) => slot);
  const like = likeness(index, best.slot, slots);
  // The closest one gains as much as the next of its kind: its place, not its likeness to itself.
  like[0] = like.subarray(1).reduce((most, alike) => Math.max(most, alike), 0);
  return ordered.map(({ slot, closeness }, at) => {
    const alike = like[at] ?? 0;
    const own = tuning.ownWords * isOwn * best.closeness * alike;
    return { slot, closeness: closeness * (1 + tuning.likeness * alike) + own };
  });
}

/**
 * The insights a page touches, closest first (equal scores by key); `explain` says why. Quiet by
 * default: nothing for a page that shares only everyday words with the library. Pure: the same index
 * and page give the same matches.
 */
export function matchPage(
  index: MatchIndex,
  page: MatchPage,
  options: MatchOptions = {},
): RankedMatch[] {
  const { limit = 10, threshold = defaultThreshold, softened } = options;
  const reading = readPage(index, page, softened);
  const growth = growthOf(librarySize(index));
  const { documents } = index;
  return helped(index, reading)
    .sort((a, b) => b.closeness - a.closeness || inKeyOrder(documents, a.slot, b.slot))
    .slice(0, limit)
    .map(({ slot, closeness }) => ({
      key: keyOf(documents, slot),
      score: calibrate(closeness / growth),
    }))
    .filter(({ score }) => score > 0 && score >= threshold);
}
