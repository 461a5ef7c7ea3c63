/** The loaded codexes on IndexedDB. */
import type { Table } from 'dexie';
import type { CollectionStore, WholeCollection } from '../actions/collection-ports';
import type { Clip } from '../core/insight/clip';
import { codexDocumentSchema } from '../core/codex/codex-document';
import {
  collectionFileSchema,
  collectionSchema,
  type Collection,
} from '../core/insight/collection';
import { insightSchema, ownCollection } from '../core/insight/insight';
import { linkSchema } from '../core/insight/link';
import { ok, type Result } from '../core/result';
import type { StorageFailure } from '../actions/ports';
import type { z } from '../core/z';
import type { NoteDatabase } from './database';
import { isLive } from './live';
import { trashInsights } from './trash';
import { checked, write } from './write';

/** Fulfils the port on this database. */
export function createCollectionStore(db: NoteDatabase): CollectionStore {
  const partsOf = async (id: string): Promise<Omit<WholeCollection, 'collection' | 'clips'>> => ({
    files: await db.collectionFiles.where('collection').equals(id).toArray(),
    insights: await db.insights.where('collection').equals(id).toArray(),
    documents: await db.documents.where('collection').equals(id).toArray(),
  });

  /** The clips outside the trash that belong to these insights. */
  const clipsOf = (keys: readonly string[]): Promise<Clip[]> =>
    db.clips.where('insightKey').anyOf(keys).filter(isLive).toArray();

  return {
    getCollection: async (id) => await db.collections.get(id),
    allCollections: async () => await db.collections.toArray(),
    filesOf: async (id) => await db.collectionFiles.where('collection').equals(id).toArray(),
    insightsAt: async (keys) => (await db.insights.bulkGet([...keys])).filter(isThere),
    documentsAt: async (keys) => (await db.documents.bulkGet([...keys])).filter(isThere),

    async saveCollection(collection) {
      const record = checked(collectionSchema, 'collection', collection);
      if (!record.ok) return record;
      return write(db, async () => {
        await db.collections.put(record.value);
        return ok(undefined);
      });
    },

    updateCollection: (id, change) =>
      write<Collection | undefined>(db, async () => {
        const stored = await db.collections.get(id);
        if (!stored) return ok(undefined);
        const record = checked(collectionSchema, 'collection', { ...change(stored), id });
        if (record.ok) await db.collections.put(record.value);
        return record;
      }),

    async storePart(id, part) {
      const insights = allChecked(insightSchema, 'insight', part.insights);
      if (!insights.ok) return insights;
      const documents = allChecked(codexDocumentSchema, 'document', part.documents);
      if (!documents.ok) return documents;
      const files = allChecked(collectionFileSchema, 'file', part.files);
      if (!files.ok) return files;
      return write(db, async () => {
        if (!(await db.collections.get(id))) return ok(false);
        if (part.gone.length > 0) {
          const clipped = new Set((await clipsOf(part.gone)).map(({ insightKey }) => insightKey));
          await db.insights.bulkDelete(part.gone.filter((key) => !clipped.has(key)));
          await db.documents.bulkDelete([...part.gone]);
        }
        if (part.goneFiles.length > 0) await db.collectionFiles.bulkDelete([...part.goneFiles]);
        await putInTurns(db.insights, insights.value);
        await putInTurns(db.documents, documents.value);
        await putInTurns(db.collectionFiles, files.value);
        return ok(true);
      });
    },

    removeCollection: (id, at) =>
      write<WholeCollection | undefined>(db, async () => {
        const collection = await db.collections.get(id);
        if (!collection) return ok(undefined);
        const parts = await partsOf(id);
        const clips = await clipsOf(parts.insights.map(({ key }) => key));
        await db.clips.bulkPut(clips.map((clip) => ({ ...clip, deletedAt: at })));
        await db.insights.bulkDelete(parts.insights.map(({ key }) => key));
        await db.documents.bulkDelete(parts.documents.map(({ key }) => key));
        await db.collectionFiles.bulkDelete(parts.files.map(({ key }) => key));
        await db.collections.delete(id);
        return ok({ collection, ...parts, clips });
      }),

    restoreCollection: ({ collection, insights, documents, files, clips }) =>
      write(db, async () => {
        if (await db.collections.get(collection.id)) return ok(undefined);
        await db.collections.put(collection);
        await putInTurns(db.insights, insights);
        await putInTurns(db.documents, documents);
        await putInTurns(db.collectionFiles, files);
        await putInTurns(db.clips, clips);
        return ok(undefined);
      }),

    async saveCopies(copies) {
      const insights = allChecked(
        insightSchema,
        'insight',
        copies.map(({ insight }) => insight),
      );
      if (!insights.ok) return insights;
      const links = allChecked(
        linkSchema,
        'link',
        copies.map(({ link }) => link),
      );
      if (!links.ok) return links;
      const keys = new Set(insights.value.map(({ key }) => key));
      const ids = insights.value.map(({ card }) => card.id).filter((id) => id !== '');
      return write(db, async () => {
        const taken = await db.insights
          .where('card.id')
          .anyOf(ids)
          .filter(({ key, collection }) => collection === ownCollection && !keys.has(key))
          .count();
        if (taken > 0) return ok(false);
        await db.insights.bulkPut(insights.value);
        await db.links.bulkPut(links.value);
        return ok(true);
      });
    },

    removeCopies: (copies, at) =>
      write(db, async () => {
        const keys = copies.map(({ insight }) => insight.key);
        const insights = (await db.insights.bulkGet(keys)).filter(isThere).filter(isLive);
        await db.links.bulkDelete(copies.map(({ link }) => link.id));
        await trashInsights(db, insights, at);
        return ok(undefined);
      }),
  };
}

/** Records are copied as they are handed over; so many take a part of a frame of a screen. */
const perTurn = 50;

/** Puts all records within the transaction, a few at a time: the page gets its turn in between. */
async function putInTurns<T>(table: Table<T, string>, records: readonly T[]): Promise<void> {
  for (let from = 0; from < records.length; from += perTurn) {
    await table.bulkPut(records.slice(from, from + perTurn));
  }
}

function isThere<T>(found: T | undefined): found is T {
  return found !== undefined;
}

/** All records as their schema has them, or the failure of the first that breaks it. */
function allChecked<S extends z.ZodType>(
  schema: S,
  what: string,
  records: readonly unknown[],
): Result<z.infer<S>[], StorageFailure> {
  const all: z.infer<S>[] = [];
  for (const each of records) {
    const record = checked(schema, what, each);
    if (!record.ok) return record;
    all.push(record.value);
  }
  return { ok: true, value: all };
}
