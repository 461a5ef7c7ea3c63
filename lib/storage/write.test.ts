import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { afterEach, expect, it, vi } from 'vitest';
import { someClip, someDraft, someSource } from '../../test/support/notes';
import { createDatabase, openDatabase, type NoteDatabase } from './database';
import { createNoteStore } from './note-store';

const capture = { source: someSource(), clip: someClip(), draft: someDraft() };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Makes the n-th and the following puts and adds of the database fail as a full disk does. */
function failPuts(error: DOMException, times: number): void {
  let left = times;
  for (const method of ['put', 'add'] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function put(
      this: IDBObjectStore,
      ...args: [unknown]
    ) {
      if (left <= 0) return real.apply(this, args);
      left -= 1;
      throw error;
    });
  }
}

async function emptyDatabase(name: string): Promise<NoteDatabase> {
  const db = createDatabase(`write-${name}-`);
  await db.open();
  return db;
}

it('asks for strict durability with every write', async () => {
  // Dexie takes hold of the method when it opens, so the spy stands there before.
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  await createNoteStore(createDatabase('write-strict-')).saveCapture(capture);
  const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
  expect(writes).toHaveLength(1);
  expect(writes[0]?.[2]).toEqual({ durability: 'strict' });
});

it('names a full disk and stores nothing', async () => {
  const db = await emptyDatabase('full');
  failPuts(new DOMException('full', 'QuotaExceededError'), Infinity);
  expect(await createNoteStore(db).saveCapture(capture)).toEqual({
    ok: false,
    error: { kind: 'storage-full' },
  });
  vi.restoreAllMocks();
  const filled = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.count()]),
  );
  expect(filled.filter(([, count]) => count !== 0)).toEqual([['meta', 1]]);
  expect(await createNoteStore(db).saveCapture(capture)).toMatchObject({ ok: true });
});

it('opens a lost connection anew and stores all the same, once', async () => {
  const db = await emptyDatabase('lost');
  failPuts(new DOMException('backing store', 'UnknownError'), 1);
  expect(await createNoteStore(db).saveCapture(capture)).toMatchObject({ ok: true });
  expect(await db.clips.count()).toBe(1);
});

it('opens anew once when many writes lose the same connection', async () => {
  const db = await emptyDatabase('many');
  const store = createNoteStore(db);
  await store.saveCapture(capture);
  failPuts(new DOMException('backing store', 'UnknownError'), 3);
  const notes = await Promise.all([1, 2, 3, 4].map((n) => store.setNote(capture.clip.id, `${n}`)));
  expect(notes).toEqual(Array.from({ length: 4 }, () => ({ ok: true, value: true })));
});

it('says what failed when opening anew does not help', async () => {
  const db = await emptyDatabase('gone');
  failPuts(new DOMException('backing store', 'UnknownError'), Infinity);
  expect(await createNoteStore(db).saveCapture(capture)).toEqual({
    ok: false,
    error: { kind: 'storage-failed', detail: 'UnknownError: backing store' },
  });
});

it('goes on after the browser has closed the database', async () => {
  const db = await emptyDatabase('closed');
  forceCloseDatabase(db.backendDB() as never);
  expect(await createNoteStore(db).saveCapture(capture)).toMatchObject({ ok: true });
});

it('counts its writes, and does not count one that was refused', async () => {
  const db = await emptyDatabase('count');
  const store = createNoteStore(db);
  await store.saveCapture(capture);
  await store.setNote(capture.clip.id, 'noted');
  await store.saveCapture({ source: someSource(), clip: someClip({ insightKey: 'nobody' }) });
  await store.setNote(capture.clip.id, 'x'.repeat(20_001));
  expect(await db.meta.get('revision')).toEqual({ key: 'revision', value: 3 });
});

it('opens one database for everyone', () => {
  expect(openDatabase()).toBe(openDatabase());
  expect(openDatabase().name).toBe('counterpoint');
});
