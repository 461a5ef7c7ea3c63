import type { PageAnalysis } from './analyse-page';
import { countWeight } from './features';
import { createScratch, newDoubles } from './scratch';
import { newNumbers, newReals } from './typed-arrays';

/** Windows of a page as weights by feature. */
export interface Stretches {
  /** By feature: where its entries begin, one entry more. */
  readonly starts: Uint32Array;
  readonly stretches: Uint16Array;
  /** Log count times the square of rarity, over the stretch's length. */
  readonly weights: Float32Array;
}

/** What is weighed: the page, by feature what each tells, and how many insights hold it. */
export interface Weighed {
  readonly analysis: PageAnalysis;
  readonly rarities: Float64Array;
  readonly holding: Uint32Array;
}

/** Keeps a window of three words from being "close" by one of them. */
const shortestLength = 15;

const countsOf = createScratch(newNumbers);
/** Only what was written to these is read again: what is left in them does not matter. */
const foundOf = createScratch(newNumbers);
const foundWeightsOf = createScratch(newDoubles);
const pageWeightsOf = createScratch(newDoubles);
const endsOf = createScratch(newNumbers);
/** A page has some two thousand windows at most. */
const stretchesOf = createScratch((size) => new Uint16Array(size));
const weightsOf = createScratch(newReals);

/**
 * Weighs the page as a whole by feature, from how often it has each; it holds until the next call.
 */
export function weighPage({ analysis, rarities }: Weighed, counts: Uint32Array): Float64Array {
  const { features, aliases } = analysis;
  const weights = pageWeightsOf(features);
  let squares = 0;
  for (let feature = 0; feature < features; feature += 1) {
    const tells = rarities[feature] ?? 0;
    const weight = countWeight(counts[feature] ?? 0) * tells;
    // The words of a compound are counted already.
    if (aliases[feature] === 0) squares += weight * weight;
    weights[feature] = weight * tells;
  }
  const scale = 1 / (Math.sqrt(squares) || 1);
  for (let feature = 0; feature < features; feature += 1) {
    weights[feature] = (weights[feature] ?? 0) * scale;
  }
  return weights;
}

/**
 * Weighs the windows of a page, to be looked up by those of its features that an insight holds. It holds
 * until the next call.
 */
export function weighWindows({ analysis, rarities, holding }: Weighed): Stretches {
  const { features, aliases, sequence, sentenceStarts, windowStarts } = analysis;
  const windows = windowStarts.length - 1;
  const counts = countsOf(features);
  const starts = endsOf(features + 2).fill(0, 0, features + 2);
  const found = foundOf(sequence.length);
  const foundWeights = foundWeightsOf(sequence.length);
  const ends: number[] = [];
  let length = 0;
  for (let window = 0; window < windows; window += 1) {
    const to = sentenceStarts[windowStarts[window + 1] ?? 0] ?? 0;
    const first = length;
    let end = length;
    for (let at = sentenceStarts[windowStarts[window] ?? 0] ?? 0; at < to; at += 1) {
      const feature = sequence[at] ?? 0;
      const count = counts[feature] ?? 0;
      if (count === 0) found[end++] = feature;
      counts[feature] = count + 1;
    }
    let squares = shortestLength * shortestLength;
    // What no insight holds is left out: the others close up.
    for (let at = first; at < end; at += 1) {
      const feature = found[at] ?? 0;
      const tells = rarities[feature] ?? 0;
      const weight = countWeight(counts[feature] ?? 0) * tells;
      counts[feature] = 0;
      if (aliases[feature] === 0) squares += weight * weight;
      if (holding[feature] === 0) continue;
      found[length] = feature;
      foundWeights[length] = weight * tells;
      length += 1;
      starts[feature + 2] = (starts[feature + 2] ?? 0) + 1;
    }
    const scale = 1 / Math.sqrt(squares);
    for (let at = first; at < length; at += 1) foundWeights[at] = (foundWeights[at] ?? 0) * scale;
    ends.push(length);
  }
  for (let at = 2; at < features + 2; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  const stretches = stretchesOf(length);
  const weights = weightsOf(length);
  let window = 0;
  for (let at = 0; at < length; at += 1) {
    while (at >= (ends[window] ?? 0)) window += 1;
    // Where the next of a feature goes moves on to where those of the one after it begin.
    const next = (found[at] ?? 0) + 1;
    const place = starts[next] ?? 0;
    stretches[place] = window;
    weights[place] = foundWeights[at] ?? 0;
    starts[next] = place + 1;
  }
  return { starts, stretches, weights };
}
