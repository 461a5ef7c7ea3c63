import { useState } from 'react';
import type { InsightFilter } from '@/lib/core/insight/filter-insights';
import type { InsightOrder } from '@/lib/core/insight/sort-insights';

/** What the person searched for, chose and selected; it outlives a visit to another room. */
export function useListState() {
  const [filter, setFilter] = useState<InsightFilter>({});
  const [order, setOrder] = useState<InsightOrder>('newest');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return { filter, setFilter, order, setOrder, selected, setSelected };
}

export type ListState = ReturnType<typeof useListState>;
