import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { MatchIndex } from '@/lib/core/match/match-index';
import { searchInsights } from '@/lib/core/match/search-index';
import { lexiconOf } from '@/lib/core/match/search-lexicon';
import { parseQuery } from '@/lib/core/match/search-query';
import { createMatcher } from '@/lib/wire';
import { keeper } from '@/lib/wire-keeper';
import { collectionLoads } from './collection-loads';
import type { LibraryData } from './use-library';
import type { Search } from './use-search';
import { useSearchRecords } from './use-search-records';

/**
 * Where the library's search is answered: the index that all pages share. Undefined until it is there;
 * another function after each change of the library, so that who searches asks anew.
 */
export function useSearchSource(data: LibraryData | undefined): Search | undefined {
  const [matcher] = useState(createMatcher);
  const [ready, setReady] = useState<{ readonly index: MatchIndex }>();
  const { insights, clipsOf } = data ?? {};
  // A codex on its way in is indexed once, when it is there: reading it again after every part would
  // take longer than loading it. Until then the search finds what it found before.
  const isLoading = useSyncExternalStore(
    (changed) => collectionLoads.subscribe(changed),
    isRunning,
  );
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
  const records = useSearchRecords(isLoading ? undefined : insights);
  return useMemo(() => {
    if (!ready || !records) return undefined;
    return async (query) => searchInsights(ready.index, parseQuery(query), { records });
  }, [ready, records]);
}

const isRunning = (): boolean => collectionLoads.state().running !== undefined;
