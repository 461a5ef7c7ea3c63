import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { someDraft } from '../../test/support/notes';
import { createDatabase } from './database';
import { createIndexStore } from './index-store';
import { declareVersions, migrations } from './migrations';
import { createNoteStore } from './note-store';
import { createRawDatabase } from './raw-database';
import { answer } from './raw-records';
import { createSurfaceReader } from './surface-reader';

const draft = someDraft();
const empty = { format: 1, buffers: {} };

afterEach(() => {
  vi.restoreAllMocks();
});

/** A database as the build of version 1 leaves it. */
async function makeOld(prefix: string): Promise<void> {
  const old = new Dexie(`${prefix}counterpoint`);
  declareVersions(old, migrations.slice(0, 1));
  await old.table('insights').put(draft);
  old.close();
}

it('answers with nothing where there is no database, makes none, and finds it once it is there', async () => {
  const raw = createRawDatabase('absent-');
  const [reader, index] = [createSurfaceReader(raw), createIndexStore(raw)];
  expect(await Promise.all([reader.libraryIsEmpty(), reader.dismissals()])).toEqual([true, []]);
  expect(await index.loadIndex()).toBeUndefined();
  expect(await index.stale()).toEqual({ generation: 0, marks: [] });
  expect(await index.saveIndex(empty, 0, [])).toBeUndefined();
  await index.resetIndex();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain('absent-counterpoint');

  await createNoteStore(createDatabase('absent-')).saveInsight(draft);
  expect(await reader.insightsOf([draft.key])).toEqual([draft]);
});

it('stands in nobody’s way, and goes on with what has become of the database', async () => {
  await createNoteStore(createDatabase('upgrade-')).saveInsight(draft);
  const raw = createRawDatabase('upgrade-');
  const reader = createSurfaceReader(raw);
  expect(await reader.libraryIsEmpty()).toBe(false);

  const next = migrations.length + 1;
  const newer = new Dexie('upgrade-counterpoint');
  declareVersions(newer, [
    ...migrations,
    { version: next, minWriter: next, stores: { more: 'id' } },
  ]);
  await newer.open();
  expect(await reader.insightsOf([draft.key])).toEqual([draft]);
  const index = createIndexStore(raw);
  expect(await index.saveIndex(empty, 0, [])).toBeUndefined();
  await expect(index.resetIndex()).rejects.toThrow('newer build');
  expect(await newer.table('matchIndex').count()).toBe(0);

  await newer.delete();
  expect(await reader.libraryIsEmpty()).toBe(true);
});

it('has an old database brought up, where somebody can', async () => {
  await makeOld('old-');
  const reader = createSurfaceReader(createRawDatabase('old-'));
  await expect(reader.libraryIsEmpty()).rejects.toThrow('not been brought up');

  const db = createDatabase('old-');
  const bringUp = vi.fn<() => Promise<unknown>>(() => db.open());
  const raw = createRawDatabase('old-', bringUp);
  const [first, second] = [createSurfaceReader(raw), createIndexStore(raw)];
  expect(await Promise.all([first.libraryIsEmpty(), second.stale()])).toEqual([
    false,
    { generation: 0, marks: [{ key: draft.key, revision: 0 }] },
  ]);
  expect(bringUp).toHaveBeenCalledOnce();
  expect(await reader.libraryIsEmpty()).toBe(false);
});

it('opens a lost connection anew, once', async () => {
  await createNoteStore(createDatabase('lost-')).saveInsight(draft);
  const reader = createSurfaceReader(createRawDatabase('lost-'));
  await reader.libraryIsEmpty();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const lost = new DOMException('closing', 'InvalidStateError');
  transaction.mockImplementationOnce(() => {
    throw lost;
  });
  expect(await reader.insightsOf([draft.key])).toEqual([draft]);
  transaction.mockImplementation(() => {
    throw lost;
  });
  await expect(reader.insightsOf([draft.key])).rejects.toBe(lost);
});

it('undoes what was done when the work fails half way', async () => {
  await createNoteStore(createDatabase('half-')).saveInsight(draft);
  const raw = createRawDatabase('half-');
  const work = raw.run('readwrite', ['stale'], async (transaction) => {
    await answer(transaction.objectStore('stale').clear());
    throw new TypeError('bug');
  });
  await expect(work).rejects.toThrow('bug');
  expect((await createIndexStore(raw).stale()).marks).toHaveLength(1);
});

it('stores no index on a full disk, and neither counts as a change nor waits for the disk', async () => {
  const db = createDatabase('disk-');
  await createNoteStore(db).saveInsight(draft);
  const before = await db.meta.toArray();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const index = createIndexStore(createRawDatabase('disk-'));
  const { marks } = await index.stale();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await index.saveIndex(empty, 0, marks)).toBeUndefined();
  put.mockRestore();
  expect(await index.loadIndex()).toBeUndefined();
  expect(await index.saveIndex(empty, 0, marks)).toBe(1);
  expect(await db.meta.toArray()).toEqual(before);
  for (const [, mode, options] of transaction.mock.calls) {
    if (mode === 'readwrite') expect(options).toEqual({ durability: 'relaxed' });
  }
});

it('drops an index whose bytes the browser has lost, and marks everything', async () => {
  await createNoteStore(createDatabase('bytes-')).saveInsight(draft);
  const index = createIndexStore(createRawDatabase('bytes-'));
  await index.saveIndex(empty, 0, (await index.stale()).marks);
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'));
  expect(await index.loadIndex()).toBeUndefined();
  expect(await index.stale()).toMatchObject({ generation: 0, marks: [{ key: draft.key }] });
});

it('rejects where the bytes are lost and a newer build has the database', async () => {
  const db = createDatabase('bytes-newer-');
  await createNoteStore(db).saveInsight(draft);
  const index = createIndexStore(createRawDatabase('bytes-newer-'));
  await index.saveIndex(empty, 0, (await index.stale()).marks);
  await db.meta.put({ key: 'schema', version: 99, minWriter: 99 });
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('', 'NotFoundError'));
  await expect(index.loadIndex()).rejects.toThrow('newer build');
  expect((await index.stale()).generation).toBe(1);
});
