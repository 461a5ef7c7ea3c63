import { useEffect, useRef, useState } from 'react';
import type { Insight } from '@/lib/core/insight/insight';
import { searchRecord, type SearchRecord } from '@/lib/core/match/search-records';

type Records = ReadonlyMap<string, SearchRecord>;

interface Known {
  readonly stamp: string;
  readonly record: SearchRecord;
}

/** Records are made for so long, in milliseconds, before the page may paint and answer. */
const slice = 8;

/**
 * What facets read of each insight. Only those that changed are made anew, a few at a time: a
 * thousand new cards would keep the page from the next keystroke. Until all are there, the records
 * are those from before.
 */
export function useSearchRecords(insights: readonly Insight[] | undefined): Records {
  const [records, setRecords] = useState<Records>(new Map());
  const known = useRef<ReadonlyMap<string, Known>>(new Map());
  useEffect(() => {
    if (!insights) return undefined;
    let isLatest = true;
    const make = async () => {
      const next = new Map<string, Known>();
      let until = performance.now() + slice;
      for (const insight of insights) {
        const stamp = `${insight.updatedAt} ${insight.status}`;
        const before = known.current.get(insight.key);
        const isSame = before?.stamp === stamp;
        next.set(insight.key, isSame ? before : { stamp, record: searchRecord(insight) });
        if (isSame || performance.now() < until) continue;
        await new Promise((resolve) => setTimeout(resolve));
        if (!isLatest) break;
        until = performance.now() + slice;
      }
      // What was made is not made again, also where the library has changed meanwhile.
      known.current = isLatest ? next : new Map([...known.current, ...next]);
      if (isLatest) setRecords(new Map(Array.from(next, ([key, { record }]) => [key, record])));
    };
    make().catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [insights]);
  return records;
}
