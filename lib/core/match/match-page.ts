import { analysePage } from './analyse-page';
import { explainScored } from './explain';
import { growthOf } from './features';
import type { Match, MatchPage } from './match';
import type { MatchIndex } from './match-index';
import { scorePage, seeFeatures, type PageScore } from './score-page';

/** Closeness at which a match is as likely right as wrong, and how fast doubt fades (bench:match). */
const evenCloseness = 0.081;
const steepness = 4;

/** Matches below this are not shown; see calibrate. */
export const defaultThreshold = 0.5;

export interface MatchOptions {
  /** The most matches to give; 10 unless told. */
  readonly limit?: number;
  /** The least score to give, 0 to 1; `defaultThreshold` unless told. 0 gives all that share a term. */
  readonly threshold?: number;
}

/**
 * Closeness as a score that means the same on every page and for libraries of a dozen to thousands: a
 * logistic curve in the logarithm of closeness.
 */
function calibrate(closeness: number): number {
  const close = closeness ** steepness;
  return close / (close + evenCloseness ** steepness);
}

interface Ranked extends PageScore {
  readonly key: string;
  readonly score: number;
}

function compare(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/**
 * The insights a page touches, closest first (equal scores by key), each with its reasons. Quiet by
 * default: nothing for a page that shares only everyday words with the library. Pure: the same index
 * and page give the same matches.
 */
export function matchPage(index: MatchIndex, page: MatchPage, options: MatchOptions = {}): Match[] {
  const { limit = 10, threshold = defaultThreshold } = options;
  const analysis = analysePage(page);
  const seen = seeFeatures(index, analysis);
  const growth = growthOf(index.slotOf.size);
  const ranked: Ranked[] = [];
  for (const scored of scorePage(index, analysis, seen)) {
    const document = index.entries[scored.slot]?.document;
    const score = calibrate(scored.closeness / growth);
    if (document && score > 0 && score >= threshold)
      ranked.push({ ...scored, key: document.key, score });
  }
  const matches: Match[] = [];
  for (const { key, score, slot, windows } of ranked.sort(compare)) {
    if (matches.length >= limit) break;
    const reasons = explainScored(index, analysis, seen, slot, windows);
    if (reasons.length > 0) matches.push({ key, score, reasons });
  }
  return matches;
}
