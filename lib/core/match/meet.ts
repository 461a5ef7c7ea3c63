/** What insights share with a query: a page, or another insight. */
import { countWeight } from './features';
import type { MatchIndex } from './match-index';
import { getPair, type PairTable } from './pair-table';
import { createScratch, newDoubles } from './scratch';
import { compoundNext, firstTerm, readTerm, termLength } from './term-codes';
import { newNumbers, newReals, roomFor } from './typed-arrays';

/** What is asked for: features numbered from 0, terms first and then pairs. */
export interface Asked {
  readonly features: number;
  /**
   * By term of the index: its feature and one, 0 for a term that is not asked for; negative where it is
   * asked for only as a compound. As a `longScratch`, it is to be zero again once `meet` is done.
   */
  readonly featureOfTerm: Int32Array;
  /** The pairs of terms asked for, and the feature of the first of them. */
  readonly pairs: PairTable;
  readonly pairsFrom: number;
}

/**
 * By insight, in the order asked: the features it shares and the weight (log count) of each. It holds
 * until the next call of `meet`.
 */
export interface Meetings {
  /** Where each insight's begin, one entry more. */
  readonly starts: Uint32Array;
  readonly features: Uint32Array;
  readonly weights: Float32Array;
  /** By feature: how many of these insights hold it. */
  readonly holding: Uint32Array;
}

const countsOf = createScratch(newDoubles);
/** Only what was written to these is read again: what is left in them does not matter. */
const touchedOf = createScratch(newNumbers);
const holdingOf = createScratch(newNumbers);
const endsOf = createScratch(newNumbers);
let features = newNumbers(1024);
let weights = newReals(1024);

/** Reads the insights in these slots for what is asked. */
export function meet(
  { documents, wordWeights }: MatchIndex,
  slots: readonly number[],
  { features: asked, featureOfTerm, pairs, pairsFrom }: Asked,
): Meetings {
  const { bytes, starts } = documents;
  const counts = countsOf(asked);
  const touched = touchedOf(asked);
  const holding = holdingOf(asked).fill(0, 0, asked);
  const ends = endsOf(slots.length + 1);
  let length = 0;

  for (let at = 0; at < slots.length; at += 1) {
    const slot = slots[at] ?? 0;
    const end = starts[slot + 1] ?? 0;
    let weight = 1;
    let met = 0;
    let before = 0;
    let isCompound = false;
    for (let place = starts[slot] ?? 0; place < end;) {
      const first = bytes[place] ?? 0;
      if (first < firstTerm) {
        place += 1;
        isCompound = first === compoundNext;
        if (isCompound) continue;
        weight = wordWeights[first] ?? 1;
        before = 0;
        continue;
      }
      const feature = featureOfTerm[readTerm(bytes, place, first)] ?? 0;
      place += termLength(first);
      if (isCompound) {
        isCompound = false;
        // Two compounds have met by their words: only one written as one is news.
        if (feature <= 0) continue;
      } else {
        if (before > 0 && feature > 0) {
          const found = getPair(pairs, before - 1, feature - 1);
          if (found >= 0) {
            const pair = pairsFrom + found;
            const count = counts[pair] ?? 0;
            if (count === 0) touched[met++] = pair;
            counts[pair] = count + weight;
          }
        }
        before = feature;
        if (feature === 0) continue;
      }
      const number = (feature < 0 ? -feature : feature) - 1;
      const count = counts[number] ?? 0;
      if (count === 0) touched[met++] = number;
      counts[number] = count + weight;
    }
    if (length + met > features.length) {
      features = roomFor(features, length + met, newNumbers);
      weights = roomFor(weights, length + met, newReals);
    }
    for (let i = 0; i < met; i += 1) {
      const feature = touched[i] ?? 0;
      features[length] = feature;
      weights[length] = countWeight(counts[feature] ?? 0);
      holding[feature] = (holding[feature] ?? 0) + 1;
      counts[feature] = 0;
      length += 1;
    }
    ends[at + 1] = length;
  }
  return { starts: ends, features, weights, holding };
}
