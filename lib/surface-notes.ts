/** The notes of one window, popup or side panel: kept from the first key, written, or written later. */
import { createNoteKeeper, slotsOf, type NoteKeeper } from './note-keeper';
import { replayNotes } from './replay-unsaved';
import { lockOf } from './unsaved-slot';
import { ports } from './wire';

/** Takes up what windows before this one could not store. */
export function startNotes(): NoteKeeper {
  const { store, newId } = ports;
  const tab = newId();
  // What this window keeps is its own until it is closed.
  void navigator.locks.request(lockOf(tab), () => new Promise(() => {}));
  void replayNotes(store, tab);
  return createNoteKeeper(store, slotsOf(tab));
}
