import 'fake-indexeddb/auto';
import { expect, it, vi } from 'vitest';
import { someClip, someDraft, someSource } from '../../test/support/notes';
import { createDatabase } from './database';
import { hearWrites } from './heard-writes';
import { createNoteStore } from './note-store';

it('hears of every write, and of none to another database', async () => {
  const heard = hearWrites('heard-');
  const [here, elsewhere] = ['heard-', 'elsewhere-'].map((prefix) =>
    createNoteStore(createDatabase(prefix)),
  );
  const clip = someClip();
  const capture = { source: someSource(), clip, draft: someDraft() };
  await elsewhere?.saveCapture(capture);
  expect(heard()).toBe(0);
  await here?.saveCapture(capture);
  await vi.waitFor(() => expect(heard()).toBeGreaterThan(0));
  const before = heard();
  await here?.setNote(clip.id, 'noted');
  await vi.waitFor(() => expect(heard()).toBeGreaterThan(before));
});
