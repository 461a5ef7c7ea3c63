/** What insights share with a query: a page, or another insight. */
import { compoundNext, firstTerm, sentenceBreak } from './documents';
import { countWeight } from './features';
import type { MatchIndex } from './match-index';
import { getPair, type PairTable } from './pair-table';
import { operatorField } from './weigh-document';

/** What is asked for: features numbered from 0, terms and pairs alike. */
export interface Asked {
  readonly features: number;
  /**
   * By term of the index: its feature and one, 0 for a term that is not asked for; negative where it is
   * asked for only as a compound.
   */
  readonly featureOfTerm: Int32Array;
  /** The feature of two features side by side. */
  readonly pairs: PairTable;
}

/** By insight, in the order asked: the features it shares and the weight (log count) of each. */
export interface Meetings {
  /** Where each insight's begin, one entry more. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly weights: Float64Array;
  /** 1 where the feature is of the operator's name. */
  readonly names: Uint8Array;
  /** By feature: how many of these insights hold it. */
  readonly holding: Uint32Array;
}

/** Reads the insights in these slots for what is asked. */
export function meet(
  { documents, wordWeights }: MatchIndex,
  slots: readonly number[],
  asked: Asked,
): Meetings {
  const { bytes, starts, sentenceStarts, sentenceMarks } = documents;
  const { featureOfTerm, pairs } = asked;
  const counts = new Float64Array(asked.features);
  const holding = new Uint32Array(asked.features);
  const ends = new Int32Array(slots.length + 1);
  const features: number[] = [];
  const weights: number[] = [];
  const names: number[] = [];
  /** By feature: the insight, counted from one, whose operator's name holds it. */
  const nameOf = new Uint32Array(asked.features);
  let touched: number[] = [];

  const add = (feature: number, weight: number): void => {
    const count = counts[feature] ?? 0;
    if (count === 0) touched.push(feature);
    counts[feature] = count + weight;
  };

  slots.forEach((slot, at) => {
    let sentence = sentenceStarts[slot] ?? 0;
    let marks = sentenceMarks[sentence] ?? 0;
    let weight = wordWeights[marks] ?? 1;
    let before = 0;
    const use = (feature: number): void => {
      add(feature, weight);
      if (marks === operatorField) nameOf[feature] = at + 1;
    };
    let isCompound = false;
    const end = starts[slot + 1] ?? 0;
    let value = 0;
    let shift = 0;
    for (let place = starts[slot] ?? 0; place < end; place += 1) {
      const byte = bytes[place] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte > 0x7f) {
        shift += 7;
        continue;
      }
      shift = 0;
      if (value >= firstTerm) {
        const feature = featureOfTerm[value - firstTerm] ?? 0;
        if (isCompound) {
          // Two compounds have met by their words: only one written as one is news.
          if (feature > 0) use(feature - 1);
          isCompound = false;
        } else if (feature !== 0) {
          use(Math.abs(feature) - 1);
          const pair = before > 0 && feature > 0 ? getPair(pairs, before - 1, feature - 1) : -1;
          if (pair >= 0) use(pair);
          before = feature;
        } else before = 0;
      } else if (value === compoundNext) isCompound = true;
      else if (value === sentenceBreak) {
        sentence += 1;
        marks = sentenceMarks[sentence] ?? 0;
        weight = wordWeights[marks] ?? 1;
        before = 0;
      }
      value = 0;
    }
    for (const feature of touched) {
      features.push(feature);
      weights.push(countWeight(counts[feature] ?? 0));
      names.push(nameOf[feature] === at + 1 ? 1 : 0);
      holding[feature] = (holding[feature] ?? 0) + 1;
      counts[feature] = 0;
    }
    touched = [];
    ends[at + 1] = features.length;
  });
  return {
    starts: ends,
    features: Int32Array.from(features),
    weights: Float64Array.from(weights),
    names: Uint8Array.from(names),
    holding,
  };
}
