import type { Run } from './find-runs';

/** Runs in the order of both pattern and text, one after another, and what they are worth. */
export interface Chain {
  readonly runs: readonly Run[];
  readonly score: number;
}

/** Letters of the text that may stand between two runs of a chain. */
const widestGap = 3_000;
/** Runs before a run that are tried as the one it follows: the last ones, and the best so far. */
const lookBack = 40;
const mostLeaders = 8;

/**
 * The best chains of runs (sorted by their place in the text): letters shared, less what was put in
 * or left out between them, so that a few letters alike by chance far off join no chain. No run is
 * in two chains; at most `limit`, the best first.
 */
export function chainRuns(runs: readonly Run[], limit: number): Chain[] {
  const scores = new Float64Array(runs.length);
  const before = new Int32Array(runs.length).fill(-1);
  /** The runs of the best chains so far, the worst of them first. */
  const leaders: number[] = [];
  for (const [number, run] of runs.entries()) {
    let best = 0;
    const follow = (other: number): void => {
      const earlier = runs[other];
      if (!earlier || run.inText - earlier.inText - earlier.length > widestGap) return;
      const gain = (scores[other] ?? 0) - costBetween(earlier, run);
      if (gain <= best) return;
      best = gain;
      before[number] = other;
    };
    for (let other = number - 1; other >= Math.max(0, number - lookBack); other -= 1) follow(other);
    for (const leader of leaders) if (leader < number - lookBack) follow(leader);
    const score = best + run.length;
    scores[number] = score;
    if (leaders.length === mostLeaders && score <= (scores[leaders[0] ?? 0] ?? 0)) continue;
    const place = leaders.findIndex((leader) => (scores[leader] ?? 0) > score);
    leaders.splice(place === -1 ? leaders.length : place, 0, number);
    if (leaders.length > mostLeaders) leaders.shift();
  }
  const ranked = Array.from(scores.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const used = new Uint8Array(runs.length);
  const chains: Chain[] = [];
  for (const end of ranked) {
    if (chains.length === limit) break;
    if (used[end]) continue;
    const chain: Run[] = [];
    let at = end;
    for (; at !== -1 && !used[at]; at = before[at] ?? -1) {
      used[at] = 1;
      const run = runs[at];
      if (run) chain.push(run);
    }
    const score = (scores[end] ?? 0) - (at === -1 ? 0 : (scores[at] ?? 0));
    chains.push({ runs: chain.toReversed(), score });
  }
  return chains;
}

/** What it costs to go on from one run to the next; infinite when they are not in order. */
function costBetween(earlier: Run, later: Run): number {
  const inPattern = later.inPattern - earlier.inPattern - earlier.length;
  const inText = later.inText - earlier.inText - earlier.length;
  // Two runs overlap by a few letters where what was put in starts as what follows.
  const overlap = Math.max(0, -inPattern, -inText);
  if (overlap >= Math.min(later.length, earlier.length)) return Infinity;
  const shift = Math.abs(inText - inPattern);
  return 1 + overlap + Math.min(24, shift / 16) + Math.min(8, Math.max(0, inPattern) / 32);
}
