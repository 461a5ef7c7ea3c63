import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { instant, someClip, someDraft, someSource, uuid } from '../../test/support/notes';
import { ok } from '../core/result';
import { createDatabase, type NoteDatabase } from './database';
import { createDraftMerger } from './merge-draft';
import { createNoteStore } from './note-store';

const draft = someDraft();
const other = someDraft({ key: uuid(0xd1), status: 'ready' });
const clip = someClip({ note: 'mine' });
const against = someClip({ id: uuid(0xc1), role: 'counter-evidence', capturedAt: instant(1) });
let made = 0;
let db: NoteDatabase;

beforeEach(async () => {
  db = createDatabase(`merge-${(made += 1)}-`);
  const store = createNoteStore(db);
  await store.saveInsight(other);
  for (const each of [clip, against]) {
    await store.saveCapture({ source: someSource(), clip: each, draft });
  }
});

it('moves the clips as evidence and trashes the draft; taking it back restores both', async () => {
  const merger = createDraftMerger(db);
  const merged = await merger.mergeDraft(draft.key, other.key, instant(5));
  expect(merged).toEqual(ok({ draftKey: draft.key, clips: [clip, against] }));
  const moved = { insightKey: other.key, role: 'evidence' as const };
  expect(await db.clips.toArray()).toEqual([
    { ...clip, ...moved },
    { ...against, ...moved },
  ]);
  expect(await db.insights.get(draft.key)).toEqual({ ...draft, deletedAt: instant(5) });
  // Whoever never heard the answer may ask again.
  expect(await merger.mergeDraft(draft.key, other.key, instant(6))).toEqual(ok(undefined));

  if (!merged.ok || !merged.value) throw new Error('not merged');
  for (let times = 0; times < 2; times += 1) {
    expect(await merger.unmergeDraft(merged.value, other.key)).toEqual(ok(undefined));
    expect(await db.clips.toArray()).toEqual([clip, against]);
    expect(await db.insights.get(draft.key)).toEqual(draft);
  }
});

it('leaves a clip that was moved on or trashed since where it is', async () => {
  const merger = createDraftMerger(db);
  const store = createNoteStore(db);
  const third = someDraft({ key: uuid(0xd2) });
  await store.saveInsight(third);
  const merged = await merger.mergeDraft(draft.key, other.key, instant(5));
  if (!merged.ok || !merged.value) throw new Error('not merged');
  await store.moveClip(clip.id, third.key, 'evidence', instant(6));
  await store.undoCapture(against.id, instant(7));
  await merger.unmergeDraft(merged.value, other.key);
  expect((await db.clips.get(clip.id))?.insightKey).toBe(third.key);
  expect((await db.clips.get(against.id))?.insightKey).toBe(other.key);
  expect((await db.insights.get(draft.key))?.deletedAt).toBeUndefined();
});

it('refuses an insight of somebody else, and does nothing where one of the two is gone', async () => {
  const merger = createDraftMerger(db);
  const codex = { ...other, key: 'codex/ins_x', collection: 'codex' };
  await createNoteStore(db).importInsights({ added: [codex], updated: [] });
  expect(await merger.mergeDraft(draft.key, codex.key, instant(5))).toEqual({
    ok: false,
    error: { kind: 'read-only-collection' },
  });
  expect(await merger.mergeDraft(draft.key, uuid(0xdd), instant(5))).toEqual(ok(undefined));
  expect(await db.insights.get(draft.key)).toEqual(draft);
});
