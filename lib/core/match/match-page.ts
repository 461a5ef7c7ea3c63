import { keyOf, type Documents } from './documents';
import { growthOf } from './features';
import { weighFirstWords } from './first-words';
import { likeness } from './likeness';
import type { MatchPage, RankedMatch } from './match';
import { librarySize, type MatchIndex } from './match-index';
import { readPage, type Reading, type Softened } from './read-page';

/**
 * Closeness at which a match is as likely right as wrong, where nothing else is known, and how fast doubt
 * fades: the logistic curve that fits the judged pages of three libraries of 30, 300 and 1,066 insights.
 */
const evenCloseness = 0.0815;
const steepness = 4.75;

/**
 * How much of the closest match's odds, in logarithms, the others and itself are held against: a page that
 * is close to one insight is long or on its subject, and so closer to many. And what `weighFirstWords`
 * gives where a match is as likely as its closeness says.
 */
const ofClosest = 0.4;
const usual = 3;

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

/** From which share of the page in an insight the page is taken for that insight's own words. */
const ownFrom = 0.92;
const ownWidth = 0.02;

/** So many of the closest are looked at for what else speaks for them, or as many as are wanted. */
const leastHelped = 12;

/** Below 0 where the key of the first comes first; of two slots. */
function inKeyOrder(documents: Documents, a: number, b: number): number {
  return keyOf(documents, a) < keyOf(documents, b) ? -1 : 1;
}

/** A candidate and the logarithm of the odds that it is right. */
interface Weighed {
  readonly slot: number;
  readonly odds: number;
}

/**
 * The candidates, each weighed by how close the page is to it, helped by the closest one: what is like it
 * is more likely about the same thing (pseudo-relevance feedback, Rocchio 1971). Where the page is that
 * insight's own words, the rest of what the insight says counts as well as the page; where it is not, what
 * the page has of an insight's first words does.
 */
function weigh(index: MatchIndex, reading: Reading, most: number): Weighed[] {
  const { tuning, documents } = index;
  const { scores } = reading;
  const ordered = scores.slots
    .map((slot, place) => ({ slot, place, closeness: scores.closeness[place] ?? 0 }))
    .sort((a, b) => b.closeness - a.closeness || inKeyOrder(documents, a.slot, b.slot));
  const [best] = ordered;
  if (!best) return [];
  const isOwn = 1 / (1 + Math.exp((ownFrom - (scores.covered[best.place] ?? 0)) / ownWidth));
  // Far down the list nobody gains enough to matter, unless likeness counts by itself.
  const some = isOwn > 0.01 ? ordered.length : most;
  const slots = ordered.slice(0, some).map(({ slot }) => slot);
  const places = ordered.slice(0, most).map(({ place }) => place);
  const more = weighFirstWords(index, reading, places);
  const like = likeness(index, best.slot, slots);
  // The closest one gains as much as the next of its kind: its place, not its likeness to itself.
  like[0] = Math.max(0, ...like.subarray(1));
  const even = evenCloseness * growthOf(librarySize(index));
  const byCloseness = ordered.map(({ closeness }, at) => {
    const alike = like[at] ?? 0;
    const own = tuning.ownWords * isOwn * best.closeness * alike;
    return steepness * Math.log((closeness * (1 + tuning.likeness * alike) + own) / even);
  });
  const less = ofClosest * Math.max(...byCloseness) + usual;
  return byCloseness.map((odds, at) => ({
    slot: ordered[at]?.slot ?? 0,
    odds: odds + (1 - isOwn) * (tuning.firstWords * (more[at] ?? 0) - less),
  }));
}

/**
 * The insights a page touches, likeliest first (equal scores by key), each with the probability that it
 * is right, which means the same on every page and for libraries of a dozen to thousands; `explain` says
 * why. Quiet by default: nothing for a page that shares only everyday words with the library. Pure: the
 * same index and page give the same matches.
 */
export function matchPage(
  index: MatchIndex,
  page: MatchPage,
  options: MatchOptions = {},
): RankedMatch[] {
  const { limit = 10, threshold = defaultThreshold, softened } = options;
  const { documents } = index;
  return weigh(index, readPage(index, page, softened), Math.max(leastHelped, limit))
    .sort((a, b) => b.odds - a.odds || inKeyOrder(documents, a.slot, b.slot))
    .slice(0, limit)
    .map(({ slot, odds }) => ({ key: keyOf(documents, slot), score: 1 / (1 + Math.exp(-odds)) }))
    .filter(({ score }) => score > 0 && score >= threshold);
}
