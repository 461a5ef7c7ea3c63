import type { PageAnalysis, PageWindow } from './analyse-page';
import { countWeight } from './features';

/** Stretches of a page (the page itself, its windows) as weights by feature. */
export interface Stretches {
  /** By feature: where its entries begin, one entry more. */
  readonly starts: Int32Array;
  readonly stretches: Int32Array;
  /** Log count times the square of rarity, over the stretch's length. */
  readonly weights: Float64Array;
}

/**
 * Weighs stretches of a page, to be looked up by feature. `shortest` is added to each length as one
 * more direction.
 */
export function weighStretches(
  { sentences, terms, aliases }: PageAnalysis,
  rarities: Float64Array,
  stretches: readonly PageWindow[],
  shortest: number,
): Stretches {
  const counts = new Float64Array(terms.length);
  const starts = new Int32Array(terms.length + 1);
  const found = { features: [] as number[], stretches: [] as number[], weights: [] as number[] };
  stretches.forEach(({ from, to }, stretch) => {
    const touched: number[] = [];
    for (let at = from; at < to; at += 1) {
      for (const feature of sentences[at]?.features ?? []) {
        if (counts[feature] === 0) touched.push(feature);
        counts[feature] = (counts[feature] ?? 0) + 1;
      }
    }
    let squares = shortest * shortest;
    for (const feature of touched) {
      // The words of a compound are counted already.
      if (aliases.has(feature)) continue;
      squares += (countWeight(counts[feature] ?? 0) * (rarities[feature] ?? 0)) ** 2;
    }
    const length = Math.sqrt(squares) || 1;
    for (const feature of touched) {
      const tells = rarities[feature] ?? 0;
      found.features.push(feature);
      found.stretches.push(stretch);
      found.weights.push((countWeight(counts[feature] ?? 0) * tells * tells) / length);
      starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
      counts[feature] = 0;
    }
  });
  for (let at = 0; at < terms.length; at += 1)
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const made = {
    starts,
    stretches: new Int32Array(found.features.length),
    weights: new Float64Array(found.features.length),
  };
  found.features.forEach((feature, at) => {
    const place = next[feature] ?? 0;
    made.stretches[place] = found.stretches[at] ?? 0;
    made.weights[place] = found.weights[at] ?? 0;
    next[feature] = place + 1;
  });
  return made;
}
