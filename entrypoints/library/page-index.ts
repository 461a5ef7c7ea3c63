import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { matchDocument } from '@/lib/core/match/match-document';
import { changeInsights, emptyIndex } from '@/lib/core/match/match-index';
import { searchInsights, type SearchAnswer } from '@/lib/core/match/search-index';
import { lexiconOf } from '@/lib/core/match/search-lexicon';
import { parseQuery } from '@/lib/core/match/search-query';
import { searchRecord, type SearchRecord } from '@/lib/core/match/search-records';
import { sourceKey } from '@/lib/core/source/canonical-url';

export interface PageIndex {
  /**
   * Brings the index in step with these insights and their clips, a few at a time while the page has
   * nothing else to do; calls back once it is. Returns how to give that up half-way, which loses
   * nothing of what was done.
   */
  follow(
    insights: readonly Insight[],
    clipsOf: ReadonlyMap<string, readonly Clip[]>,
    onDone: () => void,
  ): () => void;
  search(query: string): SearchAnswer;
}

/** Insights read between two looks at the clock: some milliseconds of work. */
const batch = 8;
/** Milliseconds of an idle period that are left to the page. */
const spare = 4;
/** Milliseconds of work at a time in a page that is never idle, and how long it is waited for. */
const share = 8;
const patience = 60;

/** What of an insight and its clips the index rests on. */
function stampOf({ updatedAt, status }: Insight, clips: readonly Clip[]): string {
  return [updatedAt, status, ...clips.flatMap(({ role, quote }) => [role, quote])].join('\n');
}

/** A search index over the records that the page has loaded, empty at first. */
export function createPageIndex(): PageIndex {
  const index = emptyIndex();
  const stamps = new Map<string, string>();
  const records = new Map<string, SearchRecord>();
  /** A copy for the engine, which takes a map that does not change. */
  let settled: ReadonlyMap<string, SearchRecord> = new Map();

  return {
    follow(insights, clipsOf, onDone) {
      const clipsFor = ({ key }: Insight) => clipsOf.get(key) ?? [];
      const present = new Set(insights.map(({ key }) => key));
      const removed = [...stamps.keys()].filter((key) => !present.has(key));
      const stale = insights.filter(
        (insight) => stamps.get(insight.key) !== stampOf(insight, clipsFor(insight)),
      );
      let done = 0;
      let handle = 0;

      const readBatch = (): void => {
        const some = stale.slice(done, done + batch);
        const gone = done === 0 ? removed : [];
        changeInsights(
          index,
          gone,
          some.map((insight) => matchDocument(insight, clipsFor(insight), (url) => sourceKey(url))),
        );
        for (const key of gone) {
          stamps.delete(key);
          records.delete(key);
        }
        for (const insight of some) {
          stamps.set(insight.key, stampOf(insight, clipsFor(insight)));
          records.set(insight.key, searchRecord(insight));
        }
        done += batch;
      };
      const work = (deadline: IdleDeadline): void => {
        const until = performance.now() + Math.max(deadline.timeRemaining() - spare, share);
        if (removed.length > 0 || stale.length > 0) {
          do readBatch();
          while (done < stale.length && performance.now() < until);
        }
        if (done < stale.length) {
          handle = requestIdleCallback(work, { timeout: patience });
          return;
        }
        settled = new Map(records);
        lexiconOf(index);
        onDone();
      };
      handle = requestIdleCallback(work, { timeout: patience });
      return () => cancelIdleCallback(handle);
    },

    search: (query) => searchInsights(index, parseQuery(query), { records: settled }),
  };
}
