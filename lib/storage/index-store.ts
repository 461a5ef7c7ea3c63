/** Where the match index is kept. Takes no schema and no library: it also runs in a worker. */
import type { IndexStore, NotedInsight } from '../actions/ports';
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import { isLive, liveByTime } from './live';
import { latestVersion, migrations, type SchemaStamp } from './migrations';
import { packIndex, unpackIndex, type PackedIndex } from './packed-index';
import type { RawDatabase } from './raw-database';
import { answer, recordsAt } from './raw-records';
import { marksOf, takeAway, type StaleKeys } from './stale-keys';
import { storageFailure } from './storage-failure';

/** Counts the indexes stored so far; a row of its own, so that it never goes down. */
interface Head {
  readonly part: 'head';
  readonly generation: number;
}

interface Base {
  readonly part: 'base';
  readonly index: PackedIndex;
}

/** Fulfils the port on this database. */
export function createIndexStore(database: RawDatabase): IndexStore {
  const { run } = database;

  async function resetIndex(): Promise<void> {
    const tables = ['matchIndex', 'stale', 'insights', 'meta'];
    await run('readwrite', tables, async (transaction) => {
      if (await belongsToNewer(transaction)) throw new Error('A newer build has the index.');
      const stale = transaction.objectStore('stale');
      const [keys, counted] = await Promise.all([
        answer(transaction.objectStore('insights').getAllKeys()),
        answer<{ value: number } | undefined>(transaction.objectStore('meta').get('revision')),
      ]);
      transaction.objectStore('matchIndex').delete('base');
      stale.clear();
      stale.put({ revision: counted?.value ?? 0, keys });
    });
  }

  return {
    resetIndex,

    async loadIndex() {
      const stored = await run('readonly', ['matchIndex'], readIndex);
      if (!stored?.base) return undefined;
      const saved = await unpackIndex(stored.base.index);
      if (saved) return { generation: stored.generation, saved };
      await resetIndex();
      return undefined;
    },

    async stale() {
      const found = await run('readonly', ['matchIndex', 'stale'], async (transaction) => {
        const [generation, rows] = await Promise.all([
          readGeneration(transaction),
          answer<StaleKeys[]>(transaction.objectStore('stale').getAll()),
        ]);
        return { generation, marks: marksOf(rows) };
      });
      return found ?? { generation: 0, marks: [] };
    },

    async documentsOf(keys) {
      const found = await run('readonly', ['insights', 'clips'], (transaction) =>
        Promise.all([
          recordsAt<Insight>(transaction.objectStore('insights'), keys),
          recordsAt<Clip>(transaction.objectStore('clips').index('insightKey'), keys),
        ]),
      );
      const [insights, clips] = found ?? [[], []];
      const clipsOf = Map.groupBy(liveByTime(clips), ({ insightKey }) => insightKey);
      return insights
        .filter(isLive)
        .map((insight): NotedInsight => ({ insight, clips: clipsOf.get(insight.key) ?? [] }));
    },

    async saveIndex(saved, basedOn, applied) {
      const base: Base = { part: 'base', index: packIndex(saved) };
      try {
        return await run('readwrite', ['matchIndex', 'stale', 'meta'], async (transaction) => {
          if (await belongsToNewer(transaction)) return undefined;
          const stored = await readIndex(transaction);
          if (stored.generation !== basedOn) return undefined;
          const head: Head = { part: 'head', generation: stored.counted + 1 };
          const rows = transaction.objectStore('matchIndex');
          await Promise.all([
            answer(rows.put(head)),
            answer(rows.put(base)),
            takeAway(transaction.objectStore('stale'), applied),
          ]);
          return head.generation;
        });
      } catch (error) {
        if (!storageFailure(error)) throw error;
        return undefined;
      }
    },
  };
}

/** The stored index, its generation (0 where there is none), and how many there have been. */
async function readIndex(transaction: IDBTransaction) {
  const rows = transaction.objectStore('matchIndex');
  const [base, head] = await Promise.all([
    answer<Base | undefined>(rows.get('base')),
    answer<Head | undefined>(rows.get('head')),
  ]);
  const counted = head?.generation ?? 0;
  return { base, counted, generation: base ? counted : 0 };
}

/** Which index is stored, without reading it: it may be megabytes. */
async function readGeneration(transaction: IDBTransaction): Promise<number> {
  const rows = transaction.objectStore('matchIndex');
  const [base, head] = await Promise.all([
    answer(rows.getKey('base')),
    answer<Head | undefined>(rows.get('head')),
  ]);
  return base === undefined ? 0 : (head?.generation ?? 0);
}

/** Whether a newer build has shut this one out of writing, as `write` asks too. */
async function belongsToNewer(transaction: IDBTransaction): Promise<boolean> {
  const meta = transaction.objectStore('meta');
  const stamp = await answer<SchemaStamp | undefined>(meta.get('schema'));
  return (stamp?.minWriter ?? 0) > latestVersion(migrations);
}
