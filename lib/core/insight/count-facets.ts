/** How many insights each value of each filter would leave. */
import {
  facetValues,
  filterInsights,
  type FacetName,
  type InsightFilter,
  type ListedInsight,
} from './filter-insights';

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export type Facets = Readonly<Record<FacetName, readonly FacetCount[]>>;

/**
 * The values of every facet with the number of insights that the query and the *other* filters
 * leave: choosing one never promises what another takes away. The most frequent come first, equals
 * by name; a chosen value stays listed at 0.
 */
export function countFacets(listed: readonly ListedInsight[], filter: InsightFilter): Facets {
  const matching = filterInsights(listed, { query: filter.query });
  const count = (name: FacetName): FacetCount[] => {
    const counts = new Map<string, number>();
    const chosen = filter[name];
    if (chosen !== undefined) counts.set(chosen, 0);
    const others = { ...filter, query: undefined, [name]: undefined };
    for (const { insight } of filterInsights(matching, others)) {
      for (const value of new Set(facetValues(insight, name))) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return [...counts]
      .map(([value, number]) => ({ value, count: number }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  return {
    collection: count('collection'),
    operator: count('operator'),
    domain: count('domain'),
    tier: count('tier'),
    status: count('status'),
    sourceType: count('sourceType'),
  };
}
