/** What surfacing reads, by key and index. Takes no schema and no library: it also runs in a worker. */
import type { SurfaceReader } from '../actions/ports';
import type { CodexDocument } from '../core/codex/codex-document';
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { Link } from '../core/insight/link';
import type { Dismissal } from '../core/match/dismissal';
import { isLive, liveByTime } from './live';
import type { RawDatabase } from './raw-database';
import { answer, primaryKeysAt, recordsAt } from './raw-records';

/** Fulfils the port on this database. */
export function createSurfaceReader(database: RawDatabase): SurfaceReader {
  async function read<T>(
    tables: readonly string[],
    work: (transaction: IDBTransaction) => Promise<T[]>,
  ): Promise<T[]> {
    return (await database.run('readonly', tables, work)) ?? [];
  }

  const liveInsights = async (transaction: IDBTransaction, keys: Iterable<string>) =>
    (await recordsAt<Insight>(transaction.objectStore('insights'), keys)).filter(isLive);

  return {
    insightsOf: (keys) => read(['insights'], (transaction) => liveInsights(transaction, keys)),

    insightsWithIds: (cardIds) =>
      read(['insights'], async (transaction) => {
        const byId = transaction.objectStore('insights').index('card.id');
        const keys = await primaryKeysAt(
          byId,
          cardIds.filter((id) => id !== ''),
        );
        return await liveInsights(transaction, keys);
      }),

    insightsNaming: (cardIds) =>
      read(['references', 'insights'], async (transaction) => {
        const byId = transaction.objectStore('references').index('ids');
        return await liveInsights(transaction, await primaryKeysAt(byId, cardIds));
      }),

    documentsNaming: (cardIds) =>
      read(['documents'], async (transaction) => {
        const documents = transaction.objectStore('documents');
        const keys = await primaryKeysAt(documents.index('names'), cardIds);
        return (await recordsAt<CodexDocument>(documents, keys)).filter(isLive);
      }),

    async notesOfSource(sourceKey) {
      const tables = ['references', 'clips', 'insights'];
      const found = await database.run('readonly', tables, async (transaction) => {
        const bySource = (table: string) => transaction.objectStore(table).index('sourceKey');
        const [own, clipped] = await Promise.all([
          primaryKeysAt(bySource('references'), [sourceKey]),
          recordsAt<Clip>(bySource('clips'), [sourceKey]),
        ]);
        const clips = liveByTime(clipped);
        const keys = [...own, ...clips.map(({ insightKey }) => insightKey)];
        return { insights: await liveInsights(transaction, keys), clips };
      });
      return found ?? { insights: [], clips: [] };
    },

    clipsOfInsights: (keys) =>
      read(['clips'], async (transaction) => {
        const byInsight = transaction.objectStore('clips').index('insightKey');
        return liveByTime(await recordsAt<Clip>(byInsight, keys));
      }),

    linksOf: (keys) =>
      read(['links'], async (transaction) => {
        const links = transaction.objectStore('links');
        const ends = ['from', 'to'].map((end) => recordsAt<Link>(links.index(end), keys));
        const found = (await Promise.all(ends)).flat();
        return [...new Map(found.map((link) => [link.id, link])).values()];
      }),

    dismissals: () =>
      read(['dismissals'], async (transaction) => {
        const all: Dismissal[] = await answer(transaction.objectStore('dismissals').getAll());
        return all;
      }),

    async libraryIsEmpty() {
      const found = await read(['insights'], (transaction) =>
        firstLive(transaction.objectStore('insights')),
      );
      return found.length === 0;
    },
  };
}

/** The first record outside the trash, if there is one. */
function firstLive(store: IDBObjectStore): Promise<Insight[]> {
  return new Promise((resolve, reject) => {
    const request = store.openCursor();
    request.addEventListener('error', () => reject(request.error ?? new Error('unreadable')));
    request.addEventListener('success', () => {
      const cursor = request.result;
      const insight = cursor?.value as Insight | undefined;
      if (!insight || isLive(insight)) resolve(insight ? [insight] : []);
      else cursor?.continue();
    });
  });
}
