import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { someClip, someDraft, someSource } from '../../test/support/notes';
import { createDatabase } from './database';
import { createNoteStore } from './note-store';
import { watchRevision } from './watch-revision';

it('tells of every write, from whichever connection, until it is ended', async () => {
  const [here, there] = [createDatabase('watch-'), createDatabase('watch-')];
  const seen: number[] = [];
  const end = watchRevision(
    here,
    (revision) => seen.push(revision),
    (error) => expect.unreachable(String(error)),
  );
  await vi.waitFor(() => expect(seen).toEqual([0]));

  const clip = someClip();
  const store = createNoteStore(there);
  await store.saveCapture({ source: someSource(), clip, draft: someDraft() });
  await vi.waitFor(() => expect(seen.at(-1)).toBe(1));
  await createNoteStore(here).setNote(clip.id, 'noted');
  await vi.waitFor(() => expect(seen.at(-1)).toBe(2));

  end();
  await store.setNote(clip.id, 'noted again');
  expect((await here.meta.get('revision'))?.key).toBe('revision');
  expect(seen.at(-1)).toBe(2);
});
