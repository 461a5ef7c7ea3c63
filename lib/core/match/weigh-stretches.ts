import type { PageAnalysis, PageWindow } from './analyse-page';
import { countWeight } from './features';
import { createScratch, newDoubles } from './scratch';
import { newNumbers } from './typed-arrays';

/** Stretches of a page (the page itself, its windows) as weights by feature. */
export interface Stretches {
  /** By feature: where its entries begin, one entry more. */
  readonly starts: Uint32Array;
  readonly stretches: Uint32Array;
  /** Log count times the square of rarity, over the stretch's length. */
  readonly weights: Float64Array;
}

const countsOf = createScratch(newDoubles);
/** Only what was written to these is read again: what is left in them does not matter. */
const foundOf = createScratch(newNumbers);
const weightsOf = createScratch(newDoubles);

/**
 * Weighs stretches of a page, to be looked up by feature. `shortest` is added to each length as one
 * more direction.
 */
export function weighStretches(
  { sentences, features, aliases }: PageAnalysis,
  rarities: Float64Array,
  stretches: readonly PageWindow[],
  shortest: number,
): Stretches {
  const counts = countsOf(features);
  const starts = new Uint32Array(features + 1);
  const most = sentences.reduce((sum, sentence) => sum + sentence.features.length, 0);
  const found = foundOf(most);
  const foundWeights = weightsOf(most);
  const ends = new Uint32Array(stretches.length);
  let length = 0;
  stretches.forEach(({ from, to }, stretch) => {
    const first = length;
    for (let at = from; at < to; at += 1) {
      for (const feature of sentences[at]?.features ?? []) {
        const count = counts[feature] ?? 0;
        if (count === 0) found[length++] = feature;
        counts[feature] = count + 1;
      }
    }
    let squares = shortest * shortest;
    for (let at = first; at < length; at += 1) {
      const feature = found[at] ?? 0;
      const tells = rarities[feature] ?? 0;
      const weight = countWeight(counts[feature] ?? 0) * tells;
      // The words of a compound are counted already.
      if (aliases.size === 0 || !aliases.has(feature)) squares += weight * weight;
      foundWeights[at] = weight * tells;
      counts[feature] = 0;
      starts[feature + 1] = (starts[feature + 1] ?? 0) + 1;
    }
    const scale = 1 / (Math.sqrt(squares) || 1);
    for (let at = first; at < length; at += 1) foundWeights[at] = (foundWeights[at] ?? 0) * scale;
    ends[stretch] = length;
  });
  for (let at = 0; at < features; at += 1)
    starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const next = starts.slice();
  const made = {
    starts,
    stretches: new Uint32Array(length),
    weights: new Float64Array(length),
  };
  let stretch = 0;
  for (let at = 0; at < length; at += 1) {
    while (at >= (ends[stretch] ?? 0)) stretch += 1;
    const feature = found[at] ?? 0;
    const place = next[feature] ?? 0;
    made.stretches[place] = stretch;
    made.weights[place] = foundWeights[at] ?? 0;
    next[feature] = place + 1;
  }
  return made;
}
