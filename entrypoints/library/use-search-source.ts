import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Insight } from '@/lib/core/insight/insight';
import type { MatchIndex } from '@/lib/core/match/match-index';
import { searchInsights } from '@/lib/core/match/search-index';
import { lexiconOf } from '@/lib/core/match/search-lexicon';
import { parseQuery } from '@/lib/core/match/search-query';
import { searchRecord, type SearchRecord } from '@/lib/core/match/search-records';
import { createMatcher } from '@/lib/wire';
import { keeper } from '@/lib/wire-keeper';
import { collectionLoads } from './collection-loads';
import type { LibraryData } from './use-library';
import type { Search } from './use-search';

/**
 * Where the library's search is answered: the index that all pages share. Undefined until it is there;
 * another function after each change of the library, so that who searches asks anew.
 */
export function useSearchSource(data: LibraryData | undefined): Search | undefined {
  const [matcher] = useState(createMatcher);
  const [prepare] = useState(createRecords);
  const [ready, setReady] = useState<{ readonly index: MatchIndex }>();
  const { insights, clipsOf } = data ?? {};
  // A codex on its way in is indexed once, when it is there: reading it again after every part would
  // take longer than loading it. Until then the search finds what it found before.
  const isLoading = useSyncExternalStore(collectionLoads.subscribe, isRunning);
  useEffect(() => {
    if (!insights || !clipsOf || isLoading) return undefined;
    let isLatest = true;
    // The worker reads what has changed and stores much of it, so that little is left for this page.
    matcher
      .ask('ready', null)
      .then(async () => {
        // Where more has changed since, the worker is asked again before this page reads anything.
        if (!isLatest) return;
        const index = await keeper.current();
        if (isLatest) setReady({ index });
      })
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [matcher, insights, clipsOf, isLoading]);
  useEffect(() => {
    if (!ready) return undefined;
    // The first search takes no longer than the next.
    const handle = requestIdleCallback(() => lexiconOf(ready.index));
    return () => cancelIdleCallback(handle);
  }, [ready]);
  const [records, setRecords] = useState<ReadonlyMap<string, SearchRecord>>();
  useEffect(() => {
    if (!insights || isLoading) return undefined;
    const stop = new AbortController();
    void prepare(insights, stop.signal).then((made) => made && setRecords(made));
    return () => stop.abort();
  }, [prepare, insights, isLoading]);
  return useMemo(() => {
    if (!ready || !records) return undefined;
    return async (query) => searchInsights(ready.index, parseQuery(query), { records });
  }, [ready, records]);
}

const isRunning = (): boolean => collectionLoads.state().running !== undefined;

/** Milliseconds of work after which the page gets a turn, half a frame of a screen. */
const longestTurn = 8;

/**
 * What facets read of each insight; only those that changed are made anew, and a codex of thousands
 * in many short turns. Undefined when it was stopped, because the library has changed again.
 */
function createRecords() {
  const known = new Map<string, { readonly stamp: string; readonly record: SearchRecord }>();
  return async (
    insights: readonly Insight[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, SearchRecord> | undefined> => {
    const records = new Map<string, SearchRecord>();
    let turn = performance.now();
    for (const insight of insights) {
      const stamp = `${insight.updatedAt} ${insight.status}`;
      const before = known.get(insight.key);
      const record = before?.stamp === stamp ? before.record : searchRecord(insight);
      if (record !== before?.record) known.set(insight.key, { stamp, record });
      records.set(insight.key, record);
      if (performance.now() - turn < longestTurn) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (signal.aborted) return undefined;
      turn = performance.now();
    }
    for (const key of known.keys()) if (!records.has(key)) known.delete(key);
    return signal.aborted ? undefined : records;
  };
}
