/**
 * How close a page is to each insight. Two views, both the cosine of log counts times rarity: the page
 * as a whole, which long documents on one subject share, and its best windows, which find the one
 * passage of a long mixed page. The score is their geometric mean, so both must agree, and a page that
 * shares only a name or only a mood stays quiet.
 */
import type { PageAnalysis, PageWindow } from './analyse-page';
import { countWeight, pairBackground, pairWeight, rarity } from './features';
import { backgroundShare } from './background';
import type { MatchIndex } from './match-index';
import { getPair } from './pair-table';
import { holding, type Postings } from './postings';

/** A page's feature as the index sees it: what it tells, and its number there, -1 for none. */
export interface SeenFeature {
  readonly rarity: number;
  readonly number: number;
}

export interface PageScore {
  readonly slot: number;
  /** The geometric mean of page and passage closeness, 0 to 1; not yet calibrated. */
  readonly closeness: number;
  /** The numbers of the page's windows closest to the insight, best first, at most three. */
  readonly windows: readonly number[];
}

/** What the best, second and third window count for. */
const windowShares = [0.5, 0.3, 0.2] as const;
/** Keeps a window of three words from being "close" by one of them. */
const shortestLength = 15;

function pairNumber(index: MatchIndex, first = -1, second = -1): number | undefined {
  return first < 0 || second < 0 ? undefined : getPair(index.pairs, first, second);
}

/** Each of a page's features with its rarity in this library and its posting. */
export function seeFeatures(index: MatchIndex, analysis: PageAnalysis): SeenFeature[] {
  const numbers: number[] = [];
  const shares: number[] = [];
  return analysis.features.map(({ term, first, second }) => {
    const isPair = first >= 0;
    const found = isPair
      ? pairNumber(index, numbers[first], numbers[second])
      : index.terms.get(term);
    const number = found ?? -1;
    const share = isPair
      ? pairBackground(shares[first] ?? 0, shares[second] ?? 0)
      : backgroundShare(term);
    numbers.push(number);
    shares.push(share);
    const held = number < 0 ? 0 : holding(index.postings, number);
    const weight = rarity(held, index.slotOf.size, share);
    return { rarity: isPair ? weight * pairWeight : weight, number };
  });
}

interface Weighed {
  /** Feature numbers and the weight of each in this stretch of the page. */
  readonly numbers: readonly number[];
  readonly weights: readonly number[];
  readonly length: number;
}

/** Weighs a stretch of a page: log counts times rarity. Leaves `counts` all zero, as it found it. */
function weigh(
  analysis: PageAnalysis,
  seen: readonly SeenFeature[],
  { from, to }: PageWindow,
  counts: Float64Array,
): Weighed {
  const numbers: number[] = [];
  for (let at = from; at < to; at += 1) {
    for (const number of analysis.sentences[at]?.features ?? []) {
      if (counts[number] === 0) numbers.push(number);
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  let squares = 0;
  const weights = numbers.map((number) => {
    const weight = countWeight(counts[number] ?? 0) * (seen[number]?.rarity ?? 0);
    counts[number] = 0;
    squares += weight * weight;
    return weight;
  });
  return { numbers, weights, length: Math.sqrt(squares) };
}

/** Adds to `sums` the product of each insight's vector with the stretch; `touched` gets the slots. */
function multiply(
  weighed: Weighed,
  seen: readonly SeenFeature[],
  postings: Postings,
  sums: Float64Array,
  touched: number[],
): void {
  const add = (slot: number, product: number) => {
    const sum = sums[slot] ?? 0;
    if (sum === 0) touched.push(slot);
    sums[slot] = sum + product;
  };
  weighed.numbers.forEach((number, at) => {
    const feature = seen[number];
    if (!feature || feature.number < 0) return;
    const first = postings.firstSlot[feature.number] ?? -1;
    if (first < 0) return;
    const weight = (weighed.weights[at] ?? 0) * feature.rarity;
    add(first, weight * (postings.firstWeight[feature.number] ?? 0));
    const others = postings.others[feature.number];
    if (!others) return;
    const { slots, weights } = others;
    for (let i = 0; i < slots.length; i += 1) add(slots[i] ?? 0, weight * (weights[i] ?? 0));
  });
}

/** Three best windows by slot, kept as flat arrays of three places each. */
interface Best {
  readonly scores: Float64Array;
  readonly windows: Int32Array;
}

function keepBest(best: Best, slot: number, score: number, window: number): void {
  let place = slot * 3 + 2;
  if (score <= (best.scores[place] ?? 0)) return;
  while (place > slot * 3 && score > (best.scores[place - 1] ?? 0)) {
    best.scores[place] = best.scores[place - 1] ?? 0;
    best.windows[place] = best.windows[place - 1] ?? -1;
    place -= 1;
  }
  best.scores[place] = score;
  best.windows[place] = window;
}

function bestWindows(
  index: MatchIndex,
  analysis: PageAnalysis,
  seen: readonly SeenFeature[],
  counts: Float64Array,
): Best {
  const size = index.entries.length;
  const best: Best = {
    scores: new Float64Array(size * 3),
    windows: new Int32Array(size * 3).fill(-1),
  };
  const sums = new Float64Array(size);
  analysis.windows.forEach((window, at) => {
    const weighed = weigh(analysis, seen, window, counts);
    const touched: number[] = [];
    multiply(weighed, seen, index.postings, sums, touched);
    const length = Math.hypot(weighed.length, shortestLength);
    for (const slot of touched) {
      keepBest(best, slot, (sums[slot] ?? 0) / length / (index.lengths[slot] ?? 1), at);
      sums[slot] = 0;
    }
  });
  return best;
}

/** Every insight that shares anything with the page, in no particular order. */
export function scorePage(
  index: MatchIndex,
  analysis: PageAnalysis,
  seen: readonly SeenFeature[],
): PageScore[] {
  const counts = new Float64Array(analysis.features.length);
  const sums = new Float64Array(index.entries.length);
  const touched: number[] = [];
  const whole = weigh(analysis, seen, { from: 0, to: analysis.sentences.length }, counts);
  multiply(whole, seen, index.postings, sums, touched);
  const best = bestWindows(index, analysis, seen, counts);
  return touched.map((slot) => {
    const page = (sums[slot] ?? 0) / whole.length / (index.lengths[slot] ?? 1);
    const places = [slot * 3, slot * 3 + 1, slot * 3 + 2];
    const passage = places.reduce(
      (sum, place, at) => sum + (windowShares[at] ?? 0) * (best.scores[place] ?? 0),
      0,
    );
    return {
      slot,
      closeness: Math.sqrt(page * passage),
      windows: places.map((place) => best.windows[place] ?? -1).filter((window) => window >= 0),
    };
  });
}
