/** Kept files in memory, for tests of what is built on them. */
import type { KeptFileStore } from '../../lib/actions/kept-file-ports.ts';
import type { KeptFile } from '../../lib/core/insight/kept-file.ts';
import { keptFilesAfter } from '../../lib/core/insight/kept-files-after.ts';
import { ok } from '../../lib/core/result.ts';

export function createMemoryKeptFiles(): KeptFileStore {
  const files = new Map<string, KeptFile>();
  return {
    async keepFiles(broken) {
      for (const file of keptFilesAfter([...files.values()], broken)) files.set(file.key, file);
      return ok(undefined);
    },
    async editKeptFile(key, edit, at) {
      const stored = files.get(key);
      if (!stored) return ok(undefined);
      const edited = { ...stored, ...edit, editedAt: at };
      files.set(key, edited);
      return ok(edited);
    },
    async putBackKeptFile(file) {
      files.set(file.key, file);
      return ok(undefined);
    },
    async dropKeptFiles(keys) {
      for (const key of keys) files.delete(key);
      return ok(undefined);
    },
    getKeptFile: async (key) => files.get(key),
    allKeptFiles: async () => [...files.values()],
  };
}
