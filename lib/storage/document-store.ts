/** The document store on IndexedDB. */
import type { DocumentStore } from '../actions/document-ports';
import type { StorageFailure } from '../actions/ports';
import { codexDocumentSchema, type CodexDocument } from '../core/codex/codex-document';
import { ownCollection } from '../core/insight/insight';
import { nextStamp } from '../core/insight/next-stamp';
import { err, ok } from '../core/result';
import type { NoteDatabase } from './database';
import { documentsInTrash, liveDocuments } from './document-queries';
import { isLive } from './live';
import { checked, write } from './write';

const readOnly = { kind: 'read-only-collection' } as const satisfies StorageFailure;
const isOwn = ({ collection }: CodexDocument): boolean => collection === ownCollection;
const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Fulfils the port on this database. Reads reject when the database cannot be read at all. */
export function createDocumentStore(db: NoteDatabase): DocumentStore {
  const ownWithId = (id: string) => db.documents.where('id').equals(id).filter(isOwn).first();
  const stored = (keys: readonly string[]) => db.documents.where('key').anyOf(keys).toArray();

  return {
    async saveDocuments(changes) {
      const records: { before: CodexDocument | undefined; after: CodexDocument }[] = [];
      for (const { before, after } of changes) {
        const record = checked(codexDocumentSchema, after.id, after);
        if (!record.ok) return record;
        if (!isOwn(record.value)) return err(readOnly);
        records.push({ before, after: record.value });
      }
      return write(db, async () => {
        const inTheWay: CodexDocument[] = [];
        for (const { before, after } of records) {
          const found = (await db.documents.get(after.key)) ?? (await ownWithId(after.id));
          // The caller who never heard the answer.
          if (found && isSame(found, after)) continue;
          if (found && !isSame(found, before)) inTheWay.push(found);
          else await db.documents.put(after);
        }
        return ok(inTheWay);
      });
    },

    updateDocument: (key, change, at) =>
      write<CodexDocument | undefined>(db, async () => {
        const document = await db.documents.get(key);
        if (!document) return ok(undefined);
        if (!isOwn(document)) return err(readOnly);
        const { kind, id, title, text, names } = change(document);
        const bearer = id === document.id ? undefined : await ownWithId(id);
        const changed = { ...document, kind, title, text, names, id: bearer ? document.id : id };
        if (isSame(changed, document)) return ok(document);
        const updatedAt = nextStamp(document.updatedAt, at);
        const record = checked(codexDocumentSchema, 'document', { ...changed, updatedAt });
        if (record.ok) await db.documents.put(record.value);
        return record;
      }),

    trashDocuments: (keys, at) =>
      write(db, async () => {
        const documents = await stored(keys);
        if (!documents.every(isOwn)) return err(readOnly);
        const live = documents.filter(isLive);
        await db.documents.bulkPut(live.map((document) => ({ ...document, deletedAt: at })));
        return ok(undefined);
      }),

    restoreDocuments: (keys) =>
      write(db, async () => {
        const documents = await stored(keys);
        for (const document of documents) delete document.deletedAt;
        await db.documents.bulkPut(documents);
        return ok(undefined);
      }),

    allDocuments: () => liveDocuments(db),
    trashedDocuments: () => documentsInTrash(db),
  };
}
