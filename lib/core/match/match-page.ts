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

/** Matches less likely right than this are not shown: a wrong one costs more than a missed one. */
export const defaultThreshold = 0.7;

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

/** An insight and how close the page is to it; `place` is where the reading has it. */
interface Near {
  readonly slot: number;
  readonly place: number;
  readonly closeness: number;
}

/** So many of the closest are helped where the page is not an insight's own words. */
const mostHelped = 50;

/** Below 0 where the key of the first comes first. */
function inKeyOrder(documents: Documents, a: number, b: number): number {
  if (a === b) return 0;
  return keyOf(documents, a) < keyOf(documents, b) ? -1 : 1;
}

/** The insights, closest first, at least so many; of equals the one whose key comes first. */
function closestFirst({ documents }: MatchIndex, { scores }: Reading, most: number): Near[] {
  const { slots, closeness } = scores;
  const least = closeness.toSorted()[Math.max(0, slots.length - most)] ?? 0;
  const near: Near[] = [];
  for (let place = 0; place < slots.length; place += 1) {
    const close = closeness[place] ?? 0;
    if (close >= least) near.push({ slot: slots[place] ?? 0, place, closeness: close });
  }
  return near.sort((a, b) => b.closeness - a.closeness || inKeyOrder(documents, a.slot, b.slot));
}

/**
 * Closeness of the closest candidates, at least `limit` of them, helped by the closest one: what is like
 * it is more likely about the same thing (pseudo-relevance feedback, Rocchio 1971). Where the page is that
 * insight's own words, the rest of what the insight says counts as well as the page.
 */
function helped(index: MatchIndex, reading: Reading, limit: number): Near[] {
  const { tuning } = index;
  const { slots, covered } = reading.scores;
  let ordered = closestFirst(index, reading, Math.max(mostHelped, limit));
  const [best] = ordered;
  if (!best) return [];
  const isOwn = 1 / (1 + Math.exp((ownFrom - (covered[best.place] ?? 0)) / ownWidth));
  // Far down the list nobody gains enough to matter, unless likeness counts by itself.
  const isAll = isOwn > 0.01;
  if (isAll) ordered = closestFirst(index, reading, slots.length);
  const some = ordered.slice(0, isAll ? slots.length : mostHelped).map(({ slot }) => slot);
  const like = likeness(index, best.slot, some);
  // The closest one gains as much as the next of its kind: its place, not its likeness to itself.
  like[0] = like.subarray(1).reduce((most, alike) => Math.max(most, alike), 0);
  return ordered.map((near, at) => {
    const alike = like[at] ?? 0;
    const own = tuning.ownWords * isOwn * best.closeness * alike;
    return { ...near, closeness: near.closeness * (1 + tuning.likeness * alike) + own };
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
  return helped(index, reading, limit)
    .map(({ slot, closeness }) => ({ slot, score: calibrate(closeness / growth) }))
    .filter(({ score }) => score > 0 && score >= threshold)
    .sort((a, b) => b.score - a.score || inKeyOrder(documents, a.slot, b.slot))
    .slice(0, limit)
    .map(({ slot, score }) => ({ key: keyOf(documents, slot), score }));
}
