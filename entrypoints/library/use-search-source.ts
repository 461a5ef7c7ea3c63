import { useEffect, useMemo, useState } from 'react';
import { createPageIndex } from './page-index';
import type { LibraryData } from './use-library';
import type { Search } from './use-search';

/**
 * Where the library's search is answered: an index that this page makes of what it has loaded. Undefined
 * until it is ready; another function after each change of the library, so that who searches asks anew.
 */
export function useSearchSource(data: LibraryData | undefined): Search | undefined {
  const [index] = useState(createPageIndex);
  const [state, setState] = useState(0);
  const { insights, clipsOf } = data ?? {};
  useEffect(() => {
    if (!insights || !clipsOf) return;
    return index.follow(insights, clipsOf, () => setState((before) => before + 1));
  }, [index, insights, clipsOf]);
  return useMemo(() => {
    if (state === 0) return undefined;
    return async (query) => index.search(query);
  }, [index, state]);
}
