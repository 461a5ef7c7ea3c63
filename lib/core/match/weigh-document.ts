/** What an insight's terms and pairs weigh, from its sentences as they are kept. */
import { shareOfTier } from './background';
import { boilerplateBit, type KeptSentence } from './documents';
import { backgroundRarity, countWeight, pairRarity } from './features';
import { matchFields } from './match';
import { impactStep, type Impacts } from './postings';
import { sentenceCodes } from './term-codes';
import type { Tuning } from './tuning';
import type { Vocabulary } from './vocabulary';

/** A field's number in a sentence's marks; the operator's name comes after the fields. */
export const operatorField = matchFields.length;
/** The numbers of the first two fields. */
export const titleField = 0;
export const claimField = 1;

/** What each word of a sentence counts for, by the sentence's marks. */
export function sentenceWeights({ boilerplate, titleAndClaim }: Tuning): Float64Array {
  return Float64Array.from({ length: sentenceCodes }, (_, marks) => {
    if ((marks & boilerplateBit) !== 0) return boilerplate;
    const field = matchFields[marks];
    return field === 'title' || field === 'claim' ? titleAndClaim : 1;
  });
}

/** What weighing an insight takes; an index has it all. */
export interface Weighing {
  readonly vocabulary: Vocabulary;
  readonly tuning: Tuning;
  /** `sentenceWeights` of the tuning. */
  readonly wordWeights: Float64Array;
}

type Counts = Map<number, number>;

function add(counts: Counts, key: number, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}

function rarityOf({ tiers }: Vocabulary, term: number): number {
  return backgroundRarity(shareOfTier(tiers[term] ?? 0));
}

/**
 * The impact of each of an insight's terms, for the first, rough look at a library. It rests on the
 * insight alone: what becomes boilerplate later changes nothing here.
 */
export function impactsOf(
  { vocabulary, wordWeights }: Weighing,
  sentences: readonly KeptSentence[],
): Impacts {
  const counts: Counts = new Map();
  for (const { terms, compounds, marks } of sentences) {
    const weight = wordWeights[marks & ~boilerplateBit] ?? 1;
    for (const term of terms) add(counts, term, weight);
    for (const term of compounds) add(counts, term, weight);
  }
  let squares = 0;
  for (const [term, count] of counts) {
    squares += (countWeight(count) * rarityOf(vocabulary, term)) ** 2;
  }
  const length = Math.sqrt(squares);
  return {
    terms: [...counts.keys()],
    impacts: Array.from(counts.values(), (count) => impactStep(countWeight(count) / length)),
  };
}

/**
 * The length of an insight's vector over terms and pairs, boilerplate down-weighted. Compounds are left
 * out: their words count already.
 */
export function lengthOf(
  { vocabulary, wordWeights, tuning }: Weighing,
  sentences: readonly KeptSentence[],
): number {
  const numbers = new Map<number, number>();
  const counts: Counts = new Map();
  const pairs: Counts = new Map();
  const numberOf = (term: number): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  };
  for (const { terms, marks } of sentences) {
    const weight = wordWeights[marks] ?? 1;
    let before = -1;
    for (const term of terms) {
      const number = numberOf(term);
      add(counts, term, weight);
      if (before >= 0) add(pairs, before * 0x10000 + number, weight);
      before = number;
    }
  }
  let squares = 0;
  for (const [term, count] of counts) {
    squares += (countWeight(count) * rarityOf(vocabulary, term)) ** 2;
  }
  for (const count of pairs.values())
    squares += (countWeight(count) * pairRarity * tuning.pair) ** 2;
  return Math.sqrt(squares);
}
