/** How like one insight others are, by all that each says. */
import { shareOfTier } from './background';
import { sentencesOf } from './documents';
import { countWeight, pairBackground, rarity } from './features';
import { librarySize, type MatchIndex } from './match-index';
import { meet } from './meet';
import { getPair, newPairTable, setPair } from './pair-table';

/** An insight's own features, as a query. */
function ask(index: MatchIndex, slot: number) {
  const featureOfTerm = new Int32Array(index.vocabulary.size);
  const pairs = newPairTable();
  /** By feature: its term, or the two features of a pair. */
  const terms: number[] = [];
  const firsts: number[] = [];
  const seconds: number[] = [];
  const counts: number[] = [];
  const push = (term: number, first: number, second: number): number => {
    terms.push(term);
    firsts.push(first);
    seconds.push(second);
    return counts.push(0) - 1;
  };
  const count = (feature: number, weight: number) => {
    counts[feature] = (counts[feature] ?? 0) + weight;
  };
  const termFeature = (term: number): number => {
    const known = featureOfTerm[term] ?? 0;
    if (known > 0) return known - 1;
    const feature = push(term, -1, -1);
    featureOfTerm[term] = feature + 1;
    return feature;
  };
  const pairFeature = (first: number, second: number): number => {
    const known = getPair(pairs, first, second);
    if (known >= 0) return known;
    const feature = push(-1, first, second);
    setPair(pairs, first, second, feature);
    return feature;
  };
  for (const sentence of sentencesOf(index.documents, slot)) {
    const weight = index.wordWeights[sentence.marks] ?? 1;
    let before = -1;
    for (const term of sentence.terms) {
      const feature = termFeature(term);
      count(feature, weight);
      if (before >= 0) count(pairFeature(before, feature), weight);
      before = feature;
    }
  }
  return {
    asked: { features: counts.length, featureOfTerm, pairs },
    terms,
    firsts,
    seconds,
    counts,
  };
}

/**
 * The cosine of the insight in `slot` with each of `slots`, 0 to 1, in their order; the measure is the
 * same as for pages.
 */
export function likeness(index: MatchIndex, slot: number, slots: readonly number[]): Float64Array {
  const { vocabulary, documents } = index;
  const size = librarySize(index);
  const { asked, terms, firsts, seconds, counts } = ask(index, slot);
  const meetings = meet(index, slots, asked);
  const shareOf = (feature: number) => shareOfTier(vocabulary.tiers[terms[feature] ?? 0] ?? 0);
  let squares = 0;
  const weights = Float64Array.from(counts, (count, feature) => {
    const first = firsts[feature] ?? -1;
    const tells =
      first < 0
        ? rarity(vocabulary.holding[terms[feature] ?? 0] ?? 0, size, shareOf(feature))
        : index.tuning.pair *
          rarity(
            meetings.holding[feature] ?? 0,
            size,
            pairBackground(shareOf(first), shareOf(seconds[feature] ?? 0)),
          );
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
