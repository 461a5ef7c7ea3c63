/** How like one insight others are, by all that each says. */
import { shareOfTier } from './background';
import { sentencesOf } from './documents';
import { countWeight, pairBackground, rarity } from './features';
import { librarySize, type MatchIndex } from './match-index';
import { meet } from './meet';
import { newPairTable, numberPair } from './pair-table';
import { longScratch } from './scratch';

/** An insight's own features, as a query. */
function ask(index: MatchIndex, slot: number) {
  const featureOfTerm = longScratch(index.vocabulary.size);
  const pairs = newPairTable();
  /** By feature: how often the insight has it; by term feature: the term. */
  const termCounts: number[] = [];
  const terms: number[] = [];
  const pairCounts: number[] = [];
  const numberOf = (term: number): number => {
    const known = featureOfTerm[term] ?? 0;
    if (known > 0) return known - 1;
    termCounts.push(0);
    const count = terms.push(term);
    featureOfTerm[term] = count;
    return count - 1;
  };
  for (const sentence of sentencesOf(index.documents, slot)) {
    const weight = index.wordWeights[sentence.marks] ?? 1;
    let before = -1;
    for (const term of sentence.terms) {
      const number = numberOf(term);
      termCounts[number] = (termCounts[number] ?? 0) + weight;
      if (before >= 0) {
        const pair = numberPair(pairs, before, number);
        pairCounts[pair] = (pairCounts[pair] ?? 0) + weight;
      }
      before = number;
    }
  }
  const features = terms.length + pairs.size;
  const asked = { features, featureOfTerm, pairs, pairsFrom: terms.length };
  return { asked, terms, counts: [...termCounts, ...pairCounts] };
}

/**
 * The cosine of the insight in `slot` with each of `slots`, 0 to 1, in their order; the measure is the
 * same as for pages.
 */
export function likeness(index: MatchIndex, slot: number, slots: readonly number[]): Float64Array {
  const { vocabulary, documents } = index;
  const size = librarySize(index);
  const { asked, terms, counts } = ask(index, slot);
  const meetings = meet(index, slots, asked);
  for (const term of terms) asked.featureOfTerm[term] = 0;
  const shares = terms.map((term) => shareOfTier(vocabulary.tiers[term] ?? 0));
  const rarities = terms.map((term, at) =>
    rarity(vocabulary.holding[term] ?? 0, size, shares[at] ?? 0),
  );
  const { firsts, seconds } = asked.pairs;
  for (let pair = 0; pair < asked.pairs.size; pair += 1) {
    const share = pairBackground(shares[firsts[pair] ?? 0] ?? 0, shares[seconds[pair] ?? 0] ?? 0);
    const holding = meetings.holding[terms.length + pair] ?? 0;
    rarities.push(index.tuning.pair * rarity(holding, size, share));
  }
  let squares = 0;
  const weights = Float64Array.from(counts, (count, feature) => {
    const tells = rarities[feature] ?? 0;
    const weight = countWeight(count) * tells;
    squares += weight * weight;
    return weight * tells;
  });
  const length = Math.sqrt(squares) || 1;
  return Float64Array.from(slots, (other, at) => {
    let sum = 0;
    const end = meetings.starts[at + 1] ?? 0;
    for (let i = meetings.starts[at] ?? 0; i < end; i += 1) {
      sum += (weights[meetings.features[i] ?? 0] ?? 0) * (meetings.weights[i] ?? 0);
    }
    return Math.min(1, sum / length / (documents.lengths[other] || 1));
  });
}
