/** The folder's cases over a real directory handle, in the browser's own file system. */
import { expect, it } from 'vitest';
import { createFolderMemory, syncFolder } from '../../lib/actions/sync-folder';
import { openFolder } from '../../lib/browser/folder';
import { folderTurn } from '../../lib/browser/folder-turn';
import { createDatabase } from '../../lib/storage/database';
import { createFolderStore } from '../../lib/storage/folder-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { cardText, createWorld, type PlainFiles } from '../support/folder-world';
import { folderContract } from './folder.contract';
import { folderFailuresContract } from './folder-failures.contract';

async function openHandle(): Promise<FileSystemDirectoryHandle> {
  const top = await navigator.storage.getDirectory();
  return top.getDirectoryHandle(`codex-${crypto.randomUUID()}`, { create: true });
}

function plainFiles(top: FileSystemDirectoryHandle): PlainFiles {
  const folderOf = async (path: string, create: boolean) => {
    let folder = top;
    for (const name of path.split('/').slice(0, -1)) {
      folder = await folder.getDirectoryHandle(name, { create });
    }
    return folder;
  };
  const nameOf = (path: string) => path.split('/').at(-1) ?? '';
  const all = async (folder: FileSystemDirectoryHandle, above: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'file') found.push(above + name);
      else found.push(...(await all(entry, `${above}${name}/`)));
    }
    return found;
  };
  return {
    async put(path, text) {
      const folder = await folderOf(path, true);
      const stream = await (
        await folder.getFileHandle(nameOf(path), { create: true })
      ).createWritable();
      await stream.write(text);
      await stream.close();
    },
    async get(path) {
      try {
        const folder = await folderOf(path, false);
        const file = await (await folder.getFileHandle(nameOf(path))).getFile();
        return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    remove: async (path) => (await folderOf(path, false)).removeEntry(nameOf(path)),
    paths: async () => (await all(top, '')).sort(),
  };
}

async function openOn(handle: FileSystemDirectoryHandle) {
  const db = createDatabase(`folder-${crypto.randomUUID()}-`);
  return {
    folder: openFolder(handle),
    files: plainFiles(handle),
    store: createNoteStore(db),
    folderStore: createFolderStore(db),
  };
}

folderContract('in the browser', async () => openOn(await openHandle()));
folderFailuresContract('in the browser', async () => openOn(await openHandle()));

it('a folder that is gone says so, loses nothing, and goes on once it is back', async () => {
  const handle = await openHandle();
  const world = createWorld(await openOn(handle), folderTurn);
  await world.files.put('ins_one.md', cardText('ins_one'));
  await world.sync();
  await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
  const top = await navigator.storage.getDirectory();
  await top.removeEntry(handle.name, { recursive: true });
  const gone = { ok: false, error: { kind: 'folder-gone' } };
  expect(await syncFolder(world.ports, world.folder)).toEqual(gone);
  expect(await world.insight('ins_one')).toBeDefined();
  await top.getDirectoryHandle(handle.name, { create: true });
  await world.files.put('ins_one.md', cardText('ins_one'));
  expect(await world.changes()).toEqual(['written ins_one.md']);
});

it('asks the handle for the permission it has, before every look', async () => {
  const handle = await openHandle();
  let state: PermissionState = 'granted';
  const asked: string[] = [];
  const watched = Object.assign(Object.create(handle) as FileSystemDirectoryHandle, {
    queryPermission: async () => state,
    requestPermission: async () => {
      asked.push('asked');
      return (state = 'granted');
    },
    getFileHandle: handle.getFileHandle.bind(handle),
    getDirectoryHandle: handle.getDirectoryHandle.bind(handle),
    removeEntry: handle.removeEntry.bind(handle),
    entries: handle.entries.bind(handle),
  });
  Object.defineProperty(watched, 'name', { value: handle.name });
  const files = plainFiles(handle);
  const parts = { ...(await openOn(handle)), folder: openFolder(watched), files };
  const world = createWorld(parts);
  await files.put('ins_one.md', cardText('ins_one'));
  await world.sync();
  await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
  state = 'prompt';
  const noAccess = { ok: false, error: { kind: 'no-access' } };
  expect(await syncFolder(world.ports, world.folder)).toEqual(noAccess);
  expect(await files.get('ins_one.md')).toBe(cardText('ins_one'));
  expect(await world.folder.askAccess()).toBe('granted');
  expect(await world.changes()).toEqual(['written ins_one.md']);
  expect(asked).toEqual(['asked']);
});

it('takes turns with other pages', async () => {
  const handle = await openHandle();
  const parts = await openOn(handle);
  const worlds = [createWorld(parts, folderTurn), createWorld(parts, folderTurn)];
  for (let n = 1; n <= 20; n += 1) await parts.files.put(`ins_${n}.md`, cardText(`ins_${n}`));
  const made = await Promise.all(worlds.map((world) => world.changes()));
  expect(made.flat()).toHaveLength(20);
  expect(await parts.store.allInsights()).toHaveLength(20);
});

it('a file that is no text is named and left alone', async () => {
  const handle = await openHandle();
  const world = createWorld(await openOn(handle));
  const stream = await (
    await handle.getFileHandle('ins_bytes.md', { create: true })
  ).createWritable();
  await stream.write(new Uint8Array([0xff, 0xfe, 0x00, 0xd8]));
  await stream.close();
  expect(await world.sync()).toMatchObject({ unread: ['ins_bytes.md'], changes: [] });
});

it('1,000 cards come in within seconds, and a look that finds nothing is quick', async () => {
  const handle = await openHandle();
  const world = createWorld(await openOn(handle));
  const names = Array.from({ length: 1_000 }, (_, n) => `ins_card-${n}`);
  for (const name of names) await world.files.put(`insights/${name}.md`, cardText(name));
  world.setClock((Date.now() - Date.parse('2026-05-01T00:00:00Z')) / 1_000 + 60);
  const memory = createFolderMemory();
  const timed = async () => {
    const started = performance.now();
    const { changes } = await world.sync({ memory });
    return { changes: changes.length, seconds: (performance.now() - started) / 1_000 };
  };
  const first = await timed();
  const second = await timed();
  await world.edit('ins_card-500', (card) => ({ ...card, tier: 'A' }));
  const third = await timed();
  expect([first.changes, second.changes, third.changes]).toEqual([1_000, 0, 1]);
  // A quarter of this on a quiet machine: the bounds are for one that is busy with other tests.
  expect(first.seconds).toBeLessThan(20);
  expect(third.seconds).toBeLessThan(10);
}, 120_000);
