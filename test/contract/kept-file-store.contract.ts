/** What every store of kept files must do. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { KeptFileStore } from '../../lib/actions/kept-file-ports.ts';
import type { KeptFile } from '../../lib/core/insight/kept-file.ts';
import { ok } from '../../lib/core/result.ts';
import { instant, uuid } from '../support/notes.ts';

function keptFile(n: number, over: Partial<KeptFile> = {}): KeptFile {
  return {
    key: uuid(n),
    collection: 'own',
    path: `insights/ins_${n}.md`,
    text: `---\nid: ins_${n}\n`,
    line: 1,
    reason: 'unterminated-front-matter',
    detail: '---',
    at: instant(0),
    ...over,
  };
}

const edit = { text: 'mended', line: 2, reason: 'bad-line', detail: 'x' };

export function keptFileStoreContract(name: string, make: () => KeptFileStore): void {
  describe(`${name}: kept files`, () => {
    let store: KeptFileStore;
    beforeEach(() => {
      store = make();
    });

    it('keeps a file once, whatever folder it is chosen from, and takes its newer text', async () => {
      const file = keptFile(1);
      expect(await store.keepFiles([file])).toEqual(ok(undefined));
      await store.keepFiles([{ ...file, key: uuid(2) }]);
      await store.keepFiles([{ ...file, key: uuid(3), path: 'ins_1.md' }]);
      expect(await store.allKeptFiles()).toEqual([file]);
      const newer = { ...file, key: uuid(4), text: 'newer', line: 3, at: instant(1) };
      await store.keepFiles([newer]);
      expect(await store.allKeptFiles()).toEqual([{ ...newer, key: file.key }]);
    });

    it('leaves one that was edited here as it is', async () => {
      await store.keepFiles([keptFile(1)]);
      const edited = { ...keptFile(1), ...edit, editedAt: instant(2) };
      expect(await store.editKeptFile(uuid(1), edit, instant(2))).toEqual(ok(edited));
      await store.keepFiles([keptFile(1), keptFile(1, { text: 'newer' })]);
      expect(await store.allKeptFiles()).toEqual([edited]);
      expect(await store.editKeptFile(uuid(9), edit, instant(2))).toEqual(ok(undefined));
    });

    it('tells files of other collections and other names apart', async () => {
      const files = [
        keptFile(1),
        keptFile(2, { collection: 'codex', path: keptFile(1).path }),
        keptFile(3, { path: 'a/notes.md' }),
        keptFile(4, { path: 'b/notes.md' }),
      ];
      await store.keepFiles(files);
      expect(await store.allKeptFiles()).toHaveLength(4);
    });

    it('drops files and puts them back', async () => {
      const files = [keptFile(1), keptFile(2)];
      await store.keepFiles(files);
      expect(await store.dropKeptFiles([uuid(1), uuid(8)])).toEqual(ok(undefined));
      expect(await store.getKeptFile(uuid(1))).toBeUndefined();
      expect(await store.putBackKeptFile(files[0]!)).toEqual(ok(undefined));
      expect(await store.getKeptFile(uuid(1))).toEqual(files[0]);
    });
  });
}
