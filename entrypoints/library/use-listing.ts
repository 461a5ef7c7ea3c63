import { useMemo } from 'react';
import type { RowMatch } from '@/components/library/insight-row';
import { countFacets, type Facets } from '@/lib/core/insight/count-facets';
import {
  filterInsights,
  type InsightFilter,
  type ListedInsight,
} from '@/lib/core/insight/filter-insights';
import type { Insight } from '@/lib/core/insight/insight';
import { sortInsights, type InsightOrder } from '@/lib/core/insight/sort-insights';
import { plainText } from '@/lib/core/match/plain-text';
import type { SearchAnswer } from '@/lib/core/match/search-index';
import type { LibraryData } from './use-library';
import { useSearch, type Search } from './use-search';

/** What the list shows. */
export interface Listing {
  readonly shown: readonly Insight[];
  readonly facets: Facets;
  /** Undefined while nothing is searched for, and until the engine has answered. */
  readonly answer: SearchAnswer | undefined;
  /** What of an insight the search met. */
  readonly matchOf: (key: string) => RowMatch | undefined;
}

/** The insights that the query finds, in the order they are to be listed. */
function findListed(
  sorted: readonly ListedInsight[],
  listedOf: ReadonlyMap<string, ListedInsight>,
  answer: SearchAnswer,
): readonly ListedInsight[] {
  if (!answer.isRanked) {
    const found = new Set(answer.hits.map(({ key }) => key));
    return sorted.filter(({ insight }) => found.has(insight.key));
  }
  return answer.hits.flatMap(({ key }) => listedOf.get(key) ?? []);
}

/**
 * What of the library fits the search and the chosen filters: best first while there is something to
 * rank by, else in the chosen order. Without an engine, or until it has answered, words are looked for
 * in titles, claims, names, tags and quotes only.
 */
export function useListing(
  data: LibraryData,
  filter: InsightFilter,
  order: InsightOrder,
  search: Search | undefined,
): Listing {
  const answer = useSearch(filter.query ?? '', search);
  const sorted = useMemo(() => sortInsights(data.listed, order), [data.listed, order]);
  const listedOf = useMemo(
    () => new Map(data.listed.map((listed) => [listed.insight.key, listed])),
    [data.listed],
  );
  const found = useMemo(
    () =>
      answer
        ? findListed(sorted, listedOf, answer)
        : filterInsights(sorted, { query: filter.query }),
    [sorted, listedOf, answer, filter.query],
  );
  const facets = useMemo(
    () => countFacets(found, { ...filter, query: undefined }),
    [found, filter],
  );
  const shown = useMemo(
    () => filterInsights(found, { ...filter, query: undefined }).map(({ insight }) => insight),
    [found, filter],
  );
  const matchOf = useMemo(() => {
    const wordsOf = new Map(answer?.hits.map(({ key, words }) => [key, words]));
    return (key: string): RowMatch | undefined => {
      const words = wordsOf.get(key);
      if (words === undefined || words.length === 0) return undefined;
      const claim = data.insightOf.get(key)?.card.sections.claim ?? '';
      return { words, claim: plainText(claim) };
    };
  }, [answer, data.insightOf]);
  return { shown, facets, answer, matchOf };
}
