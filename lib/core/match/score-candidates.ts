/** The close look: exact scores of the candidates against a page and its windows. */
import type { MatchIndex } from './match-index';
import type { Meetings } from './meet';
import { createScratch, newDoubles } from './scratch';
import { weighPage, weighWindows, type Weighed } from './weigh-stretches';

/** Insights looked at closely, in order of slot; each array has an entry for each, or three. */
export interface PageScores {
  readonly slots: readonly number[];
  /** The geometric mean of page and passage closeness, 0 to 1; not yet calibrated. */
  readonly closeness: Float64Array;
  /** The share of the page's weight that the insight holds too, 0 to 1. */
  readonly covered: Float64Array;
  /** The numbers of the three windows of the page closest to each, best first; -1 for none. */
  readonly windows: Int32Array;
}

const sumsOf = createScratch(newDoubles);

/** The scores of the insights in these slots; `pageCounts` says how often the page has each feature. */
export function scoreCandidates(
  { documents, tuning }: MatchIndex,
  weighed: Weighed,
  pageCounts: Uint32Array,
  slots: readonly number[],
  meetings: Meetings,
): PageScores {
  const { rarities, analysis } = weighed;
  const page = weighPage(weighed, pageCounts);
  const { starts, stretches, weights } = weighWindows(weighed);
  const windowCount = analysis.windowStarts.length - 1;
  const sums = sumsOf(windowCount);
  const best = new Float64Array(3);
  const closeness = new Float64Array(slots.length);
  const covered = new Float64Array(slots.length);
  const windows = new Int32Array(3 * slots.length).fill(-1);
  for (let at = 0; at < slots.length; at += 1) {
    let pageSum = 0;
    let covers = 0;
    const end = meetings.starts[at + 1] ?? 0;
    for (let i = meetings.starts[at] ?? 0; i < end; i += 1) {
      const feature = meetings.features[i] ?? 0;
      const weight = meetings.weights[i] ?? 0;
      const inPage = page[feature] ?? 0;
      const share = inPage / (rarities[feature] || 1);
      pageSum += inPage * weight;
      covers += share * share;
      const last = starts[feature + 1] ?? 0;
      for (let place = starts[feature] ?? 0; place < last; place += 1) {
        const window = stretches[place] ?? 0;
        sums[window] = (sums[window] ?? 0) + (weights[place] ?? 0) * weight;
      }
    }
    best.fill(0);
    for (let window = 0; window < windowCount; window += 1) {
      const sum = sums[window] ?? 0;
      sums[window] = 0;
      if (sum <= (best[2] ?? 0)) continue;
      let rank = 2;
      for (; rank > 0 && sum > (best[rank - 1] ?? 0); rank -= 1) {
        best[rank] = best[rank - 1] ?? 0;
        windows[3 * at + rank] = windows[3 * at + rank - 1] ?? 0;
      }
      best[rank] = sum;
      windows[3 * at + rank] = window;
    }
    const passage = tuning.passages.reduce(
      (sum, counts, rank) => sum + (best[rank] ?? 0) * counts,
      0,
    );
    const mean = pageSum ** tuning.wholePage * passage ** (1 - tuning.wholePage);
    closeness[at] = mean / (documents.lengths[slots[at] ?? 0] || 1);
    covered[at] = Math.min(1, covers);
  }
  return { slots, closeness, covered, windows };
}
