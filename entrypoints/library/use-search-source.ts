import { useEffect, useMemo, useState } from 'react';
import type { MatchIndex } from '@/lib/core/match/match-index';
import { searchInsights } from '@/lib/core/match/search-index';
import { lexiconOf } from '@/lib/core/match/search-lexicon';
import { parseQuery } from '@/lib/core/match/search-query';
import { createMatcher } from '@/lib/wire';
import { keeper } from '@/lib/wire-keeper';
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
  useEffect(() => {
    if (!insights || !clipsOf) return undefined;
    let isLatest = true;
    // The worker reads what has changed and stores much of it, so that little is left for this page.
    matcher
      .ask('ready', null)
      .then(() => keeper.current())
      .then((index) => {
        if (isLatest) setReady({ index });
      })
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [matcher, insights, clipsOf]);
  useEffect(() => {
    if (!ready) return undefined;
    // The first search takes no longer than the next.
    const handle = requestIdleCallback(() => lexiconOf(ready.index));
    return () => cancelIdleCallback(handle);
  }, [ready]);
  const records = useSearchRecords(insights);
  return useMemo(() => {
    if (!ready || !records) return undefined;
    return async (query) => searchInsights(ready.index, parseQuery(query), { records });
  }, [ready, records]);
}
