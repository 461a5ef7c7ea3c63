import { useState } from 'react';
import type { InsightFilter } from '@/lib/core/insight/filter-insights';
import { ownCollection } from '@/lib/core/insight/insight';
import type { InsightOrder } from '@/lib/core/insight/sort-insights';
import type { LibraryData } from './use-library';

/** What the person searched for, chose and selected; it outlives a visit to another room. */
export function useListState() {
  const [filter, setFilter] = useState<InsightFilter>({});
  const [order, setOrder] = useState<InsightOrder>('newest');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return { filter, setFilter, order, setOrder, selected, setSelected };
}

/** The filter as far as it asks for what there is: a collection that was removed asks for nothing. */
export function presentFilter(
  filter: InsightFilter,
  { collectionOf }: Pick<LibraryData, 'collectionOf'>,
): InsightFilter {
  const { collection = ownCollection } = filter;
  if (collection === ownCollection || collectionOf.has(collection)) return filter;
  return { ...filter, collection: undefined };
}

export type ListState = ReturnType<typeof useListState>;
