/** The close look: exact scores of a few hundred insights against a page and its windows. */
import type { PageAnalysis } from './analyse-page';
import type { MatchIndex } from './match-index';
import type { Meetings } from './meet';
import { weighStretches } from './weigh-stretches';

export interface PageScore {
  readonly slot: number;
  /** The geometric mean of page and passage closeness, 0 to 1; not yet calibrated. */
  readonly closeness: number;
  /** The numbers of the page's windows closest to the insight, best first, at most three. */
  readonly windows: readonly number[];
  /** The share of the page's weight that the insight holds too, 0 to 1. */
  readonly covered: number;
}

/** Keeps a window of three words from being "close" by one of them. */
const shortestLength = 15;

interface Best {
  readonly closeness: number;
  readonly window: number;
}

/** The three highest sums, best first. */
function bestThree(sums: Float64Array, touched: Uint32Array, met: number): Best[] {
  const best: Best[] = [];
  for (let i = 0; i < met; i += 1) {
    const window = touched[i] ?? 0;
    const closeness = sums[window] ?? 0;
    if (best.length === 3 && closeness <= (best[2]?.closeness ?? 0)) continue;
    let at = best.length;
    while (at > 0 && closeness > (best[at - 1]?.closeness ?? 0)) at -= 1;
    best.splice(at, 0, { closeness, window });
    if (best.length > 3) best.pop();
  }
  return best;
}

/** The scores of the insights in these slots, in that order. */
export function scoreCandidates(
  { documents, tuning }: MatchIndex,
  analysis: PageAnalysis,
  rarities: Float64Array,
  slots: readonly number[],
  meetings: Meetings,
): PageScore[] {
  const whole = [{ from: 0, to: analysis.sentences.length }];
  const page = weighStretches(analysis, rarities, whole, 0);
  const windows = weighStretches(analysis, rarities, analysis.windows, shortestLength);
  const sums = new Float64Array(analysis.windows.length);
  const touched = new Uint32Array(analysis.windows.length);
  return slots.map((slot, at) => {
    const length = documents.lengths[slot] || 1;
    let pageSum = 0;
    let covered = 0;
    let met = 0;
    const end = meetings.starts[at + 1] ?? 0;
    for (let i = meetings.starts[at] ?? 0; i < end; i += 1) {
      const feature = meetings.features[i] ?? 0;
      const weight = meetings.weights[i] ?? 0;
      const inPage = page.weights[page.starts[feature] ?? 0] ?? 0;
      pageSum += inPage * weight;
      covered += (inPage / (rarities[feature] || 1)) ** 2;
      const last = windows.starts[feature + 1] ?? 0;
      for (let place = windows.starts[feature] ?? 0; place < last; place += 1) {
        const window = windows.stretches[place] ?? 0;
        const sum = sums[window] ?? 0;
        if (sum === 0) touched[met++] = window;
        sums[window] = sum + (windows.weights[place] ?? 0) * weight;
      }
    }
    const best = bestThree(sums, touched, met);
    for (let i = 0; i < met; i += 1) sums[touched[i] ?? 0] = 0;
    const passage = best.reduce(
      (sum, { closeness }, rank) => sum + closeness * (tuning.passages[rank] ?? 0),
      0,
    );
    return {
      slot,
      closeness: (pageSum ** tuning.wholePage * passage ** (1 - tuning.wholePage)) / length,
      windows: best.map(({ window }) => window),
      covered: Math.min(1, covered),
    };
  });
}
