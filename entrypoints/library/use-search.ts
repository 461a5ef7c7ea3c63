import { useEffect, useState } from 'react';
import type { SearchAnswer } from '@/lib/core/match/search-index';

/** Asks the engine; fails where it cannot be asked. */
export type Search = (query: string) => Promise<SearchAnswer>;

/**
 * The engine's answer to the latest query. Until it is back the answer to the one before stays; answers
 * that come late are dropped. Undefined while nothing is asked, while there is no engine to ask yet
 * (`search` is undefined) and when it failed: the list is then to be filtered without it.
 */
export function useSearch(query: string, search: Search | undefined): SearchAnswer | undefined {
  const [answer, setAnswer] = useState<SearchAnswer>();
  const isAsked = query.trim() !== '' && search !== undefined;
  // What was found before does not come up again when something else is searched for later.
  if (!isAsked && answer !== undefined) setAnswer(undefined);
  useEffect(() => {
    if (!isAsked) return;
    let isLatest = true;
    const take = (found: SearchAnswer | undefined) => {
      if (isLatest) setAnswer(found);
    };
    search(query).then(take, () => take(undefined));
    return () => {
      isLatest = false;
    };
  }, [query, search, isAsked]);
  return isAsked ? answer : undefined;
}
