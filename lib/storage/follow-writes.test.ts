import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { instant, someClip, someDraft, someSource, uuid } from '../../test/support/notes';
import { ok } from '../core/result';
import { createDatabase, type NoteDatabase } from './database';
import { createNoteStore } from './note-store';
import { write } from './write';

const draft = someDraft();
const other = someDraft({ key: uuid(0xd1) });
const clip = someClip();

async function filled(name: string): Promise<NoteDatabase> {
  const db = createDatabase(`follow-${name}-`);
  const store = createNoteStore(db);
  await store.saveCapture({ source: someSource(), clip, draft });
  await store.saveInsight(other);
  return db;
}

/** What the write marks. */
async function marked(db: NoteDatabase, work: () => Promise<unknown>) {
  await write(db, async () => {
    await work();
    return ok(undefined);
  });
  const last = await db.stale.orderBy('revision').last();
  return last?.revision === 3 ? last.keys.toSorted() : [];
}

it.each<[string, (db: NoteDatabase) => Promise<unknown>, string[]]>([
  [
    'a clip put in another place',
    (db) => db.clips.put({ ...clip, insightKey: other.key }),
    [draft.key, other.key],
  ],
  [
    'a clip changed in place',
    (db) => db.clips.update(clip.id, { insightKey: other.key }),
    [draft.key, other.key],
  ],
  ['a clip deleted', (db) => db.clips.delete(clip.id), [draft.key]],
  ['all clips deleted', (db) => db.clips.clear(), [draft.key]],
  ['clips found and deleted', (db) => db.clips.where('id').equals(clip.id).delete(), [draft.key]],
  [
    'insights changed in place',
    (db) => db.insights.toCollection().modify({ status: 'ready' }),
    [draft.key, other.key],
  ],
  ['an insight deleted', (db) => db.insights.bulkDelete([other.key]), [other.key]],
  ['all insights deleted', (db) => db.insights.clear(), [draft.key, other.key]],
  ['a source', (db) => db.sources.put(someSource({ lastSeenAt: instant(9) })), []],
])('marks what is touched by %s', async (name, work, expected) => {
  const db = await filled(name);
  expect(await marked(db, () => work(db))).toEqual(expected);
});

it('forgets what a deleted insight refers to', async () => {
  const db = await filled('references');
  await marked(db, () => db.insights.delete(draft.key));
  expect(await db.references.toCollection().primaryKeys()).toEqual([other.key]);
});

it('marks nothing, and counts nothing, when the write comes to nothing', async () => {
  const db = await filled('nothing');
  const broken = write(db, async () => {
    await db.clips.delete(clip.id);
    throw new TypeError('bug');
  });
  await expect(broken).rejects.toThrow('bug');
  expect((await db.stale.toArray()).map(({ revision }) => revision)).toEqual([1, 2]);
});

it('refuses a write that nobody would mark', async () => {
  const db = await filled('outside');
  await expect(db.insights.put(draft)).rejects.toThrow('outside of write()');
  await expect(db.clips.clear()).rejects.toThrow('outside of write()');
  expect(await db.clips.count()).toBe(1);
});
