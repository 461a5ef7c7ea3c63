import { lazily } from '../lazily';
import type { Insight } from './insight';
import type { ListedInsight } from './filter-insights';

/** The orders the library's list can have. */
export const insightOrders = ['newest', 'title', 'tier'] as const;

export type InsightOrder = (typeof insightOrders)[number];

const byName = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }));

/**
 * A sorted copy. `newest`: last made first; `title`: alphabetical, numbers by value; `tier`: A, B,
 * C, then none. Equals go by title and then by key, so that the order never jumps between two looks.
 */
export function sortInsights(
  listed: readonly ListedInsight[],
  order: InsightOrder,
): ListedInsight[] {
  const first = comparison[order];
  return [...listed].sort(
    ({ insight: a }, { insight: b }) =>
      first(a, b) || byName().compare(a.card.title, b.card.title) || compareText(a.key, b.key),
  );
}

const comparison: Record<InsightOrder, (a: Insight, b: Insight) => number> = {
  newest: (a, b) => compareText(b.createdAt, a.createdAt),
  title: () => 0,
  tier: (a, b) => compareText(a.card.tier ?? 'Z', b.card.tier ?? 'Z'),
};

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
