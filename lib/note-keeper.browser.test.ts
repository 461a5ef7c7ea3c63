import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createMemoryStore, type MemoryStore } from '../test/support/memory-store';
import { someClip, someDraft, someSource } from '../test/support/notes';
import { createNoteKeeper, slotsOf } from './note-keeper';
import { replayNotes } from './replay-unsaved';
import { lockOf } from './unsaved-slot';

const clip = someClip({ note: 'Before.' });

let store: MemoryStore;

beforeEach(async () => {
  localStorage.clear();
  store = createMemoryStore();
  await store.saveCapture({ source: someSource(), clip, draft: someDraft() });
});

// A popup takes its listeners with it.
beforeEach(() => void vi.spyOn(window, 'addEventListener'));
afterEach(() => {
  for (const [kind, listener] of vi.mocked(window.addEventListener).mock.calls) {
    if (kind === 'storage') window.removeEventListener(kind, listener as EventListener);
  }
  vi.restoreAllMocks();
});

/** A popup that is open until `close`. */
function aPopup() {
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const tab = crypto.randomUUID();
  void navigator.locks.request(lockOf(tab), () => closed);
  const replay = () => replayNotes(store, tab);
  return { ...createNoteKeeper(store, slotsOf(tab)), replay, close };
}

const noteNow = async () => (await store.getClip(clip.id))!.note;

it('a note typed in a popup that was closed at once is stored by the next', async () => {
  const popup = aPopup();
  popup.keep(clip.id, 'M', 'Before.');
  popup.keep(clip.id, 'Mine.', 'Before.');
  popup.close();
  await aPopup().replay();
  expect(await noteNow()).toBe('Mine.');
  expect(localStorage).toHaveLength(0);
});

it('keys typed after a write knew of the write, however many', async () => {
  const popup = aPopup();
  await popup.save(clip.id, 'M', 'Before.');
  for (const note of ['Mi', 'Min', 'Mine', 'Mine.', 'Mine. ', 'Mine. O', 'Mine. Or']) {
    popup.keep(clip.id, note, 'M');
  }
  popup.close();
  await aPopup().replay();
  expect(await noteNow()).toBe('Mine. Or');
});

it('what is stored is kept no longer, nor what was typed and taken back', async () => {
  const popup = aPopup();
  popup.keep(clip.id, 'Mine.', 'Before.');
  await popup.save(clip.id, 'Mine.', 'Before.');
  expect(localStorage).toHaveLength(0);
  popup.keep(clip.id, 'Mine..', 'Mine.');
  popup.keep(clip.id, 'Mine.', 'Mine.');
  expect(localStorage).toHaveLength(0);
});

it('what was typed while an earlier note was written stays kept', async () => {
  const popup = aPopup();
  const saving = popup.save(clip.id, 'Mine.', 'Before.');
  popup.keep(clip.id, 'Before.', 'Before.');
  await saving;
  popup.close();
  await aPopup().replay();
  expect(await noteNow()).toBe('Before.');
});

it('a note changed elsewhere since is not overwritten: the library asks', async () => {
  const popup = aPopup();
  popup.keep(clip.id, 'Mine.', 'Before.');
  popup.close();
  await store.setNote(clip.id, 'Newer.');
  await aPopup().replay();
  await store.setNote(clip.id, 'Before.');
  await aPopup().replay();
  expect(await noteNow()).toBe('Before.');
  expect(Object.values(localStorage).join('')).toContain('Mine.');
});

it('what stands on cards is left to the library', async () => {
  const slot = JSON.stringify({ kind: 'card', id: 'key', fields: [] });
  localStorage.setItem('library-unsaved gone 1', slot);
  await aPopup().replay();
  expect(localStorage.getItem('library-unsaved gone 1')).toBe(slot);
});

it('words kept by a page that opens later are stored when it closes', async () => {
  const popup = aPopup();
  await aPopup().replay();
  popup.keep(clip.id, 'Mine.', 'Before.');
  const [name = ''] = Object.keys(localStorage);
  // The browser tells every page but the one that wrote.
  window.dispatchEvent(new StorageEvent('storage', { key: name, newValue: 'something' }));
  popup.close();
  await expect.poll(noteNow).toBe('Mine.');
});
