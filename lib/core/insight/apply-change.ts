import type { Insight } from './insight';
import { nextStamp } from './next-stamp';

/**
 * The insight with a change made to it at the instant `at`. Key, collection, trash and the stamps
 * are not the change's to make: `updatedAt` moves forward when anything differs, and when nothing
 * does the insight itself comes back.
 */
export function applyChange(
  insight: Insight,
  change: (insight: Insight) => Insight,
  at: string,
): Insight {
  const { status, card, original } = change(insight);
  const before = JSON.stringify([insight.status, insight.card, insight.original]);
  if (JSON.stringify([status, card, original]) === before) return insight;
  const changed = { ...insight, status, card, updatedAt: nextStamp(insight.updatedAt, at) };
  if (original === undefined) delete changed.original;
  else changed.original = original;
  return changed;
}
