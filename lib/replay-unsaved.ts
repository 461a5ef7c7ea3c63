/** Brings in what pages that are closed by now could not store. */
import type { KeptField } from '../components/library/kept-field';
import type { NoteStore } from './actions/ports';
import { lockOf, putSlot, readSlot, tabOfSlot, type UnsavedSlot } from './unsaved-slot';

/** Writes the fields that nobody has changed since; resolves to the others, or to undefined when refused. */
export type WriteOlder = (slot: UnsavedSlot) => Promise<readonly KeptField[] | undefined>;

/**
 * Writes what closed pages could not, each page's words once it is closed, those of pages that open
 * later included. A field that somebody changed since is left as it is, and handed to `found` with
 * the words that were kept. What is refused stays for the next time. Resolves when the pages there
 * were are closed and written.
 */
export async function replayUnsaved(
  tab: string,
  writeOlder: WriteOlder,
  found: (slot: UnsavedSlot, name: string) => void,
): Promise<void> {
  const waitingFor = new Set([tab]);
  const replayTab = async (other: string | undefined) => {
    if (other === undefined || waitingFor.has(other)) return;
    waitingFor.add(other);
    await navigator.locks.request(lockOf(other), async () => {
      waitingFor.delete(other);
      for (const name of Object.keys(localStorage)) {
        if (tabOfSlot(name) === other) await replaySlot(name, writeOlder, found);
      }
    });
  };
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && newValue !== null) void replayTab(tabOfSlot(key));
  });
  await Promise.all(Object.keys(localStorage).map((name) => replayTab(tabOfSlot(name))));
}

/** Replays notes alone: what was typed on a card waits for the library, and so does every choice. */
export function replayNotes(store: NoteStore, tab: string): Promise<void> {
  const writeOlder: WriteOlder = async (slot) =>
    slot.kind === 'note' ? writeOlderNote(store, slot) : undefined;
  return replayUnsaved(tab, writeOlder, () => undefined);
}

/** `WriteOlder` for the note of a clip. */
export async function writeOlderNote(store: NoteStore, slot: UnsavedSlot): ReturnType<WriteOlder> {
  const now = (await store.getClip(slot.id))?.note;
  const note = noteOf(slot);
  if (now === note) return [];
  const isOlder = slot.fields.some(({ expected }) => now !== undefined && expected.includes(now));
  if (!isOlder) return slot.fields;
  return (await store.setNote(slot.id, note)).ok ? [] : undefined;
}

/** The note that a slot keeps. */
export function noteOf({ fields: [note] }: UnsavedSlot): string {
  return typeof note?.value === 'string' ? note.value : '';
}

async function replaySlot(
  name: string,
  writeOlder: WriteOlder,
  found: (slot: UnsavedSlot, name: string) => void,
): Promise<void> {
  const slot = readSlot(name);
  const clashing = slot && (await writeOlder(slot));
  if (!slot || !clashing) return;
  if (clashing.length === 0) return localStorage.removeItem(name);
  // From here on only the person's word puts them in.
  const left = { ...slot, fields: clashing.map((each) => ({ ...each, expected: [] })) };
  putSlot(name, left);
  found(left, name);
}
