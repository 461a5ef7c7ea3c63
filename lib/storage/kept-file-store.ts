/** Kept files on IndexedDB. */
import type { KeptFileStore } from '../actions/kept-file-ports';
import { keptFileSchema, type KeptFile } from '../core/insight/kept-file';
import { keptFilesAfter } from '../core/insight/kept-files-after';
import { ok } from '../core/result';
import type { NoteDatabase } from './database';
import { checked, write } from './write';

/** Fulfils the port on this database. */
export function createKeptFileStore(db: NoteDatabase): KeptFileStore {
  return {
    async keepFiles(files) {
      const records: KeptFile[] = [];
      for (const file of files) {
        const record = checked(keptFileSchema, file.path, file);
        if (!record.ok) return record;
        records.push(record.value);
      }
      return write(db, async () => {
        const kept = await db.brokenFiles.toArray();
        await db.brokenFiles.bulkPut(keptFilesAfter(kept, records));
        return ok(undefined);
      });
    },

    editKeptFile: (key, edit, at) =>
      write<KeptFile | undefined>(db, async () => {
        const stored = await db.brokenFiles.get(key);
        if (!stored) return ok(undefined);
        const record = checked(keptFileSchema, stored.path, { ...stored, ...edit, editedAt: at });
        if (!record.ok) return record;
        await db.brokenFiles.put(record.value);
        return record;
      }),

    async putBackKeptFile(file) {
      const record = checked(keptFileSchema, file.path, file);
      if (!record.ok) return record;
      return write(db, async () => {
        await db.brokenFiles.put(record.value);
        return ok(undefined);
      });
    },

    dropKeptFiles: (keys) =>
      write(db, async () => {
        await db.brokenFiles.bulkDelete([...keys]);
        return ok(undefined);
      }),

    getKeptFile: (key) => db.brokenFiles.get(key),
    allKeptFiles: () => db.brokenFiles.toArray(),
  };
}
