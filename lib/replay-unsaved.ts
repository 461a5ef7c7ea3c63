/** Brings in what pages that are closed by now could not store. */
import type { KeptField } from '../components/library/kept-field';
import type { NoteStore, StorageFailure } from './actions/ports';
import type { Result } from './core/result';
import { lockOf, putSlot, readSlot, tabOfSlot, type UnsavedSlot } from './unsaved-slot';

/** What of a slot was not written. */
export interface LeftUnsaved {
  readonly fields: readonly KeptField[];
  /** The store would not take them as they are. */
  readonly refused?: true | undefined;
}

/** Writes the fields that nobody has changed since; undefined means to try again another time. */
export type WriteOlder = (slot: UnsavedSlot) => Promise<LeftUnsaved | undefined>;

/** Told of words that were not put in. */
export type FoundUnsaved = (slot: UnsavedSlot, name: string, refused: true | undefined) => void;

/** What is left once these were to be written; on a full disk, or in an older version, all of it is. */
export function leftAfter(
  saved: Result<unknown, StorageFailure>,
  slot: UnsavedSlot,
  left: LeftUnsaved,
): LeftUnsaved | undefined {
  if (saved.ok) return left;
  const { kind } = saved.error;
  return kind === 'storage-failed' ? { fields: slot.fields, refused: true } : undefined;
}

/**
 * Writes what closed pages could not, each page's words once it is closed, those of pages that open
 * later included. A field that somebody changed since is left as it is, and handed to `found` with
 * the words that were kept; so are words that the store will not take, such as too many. What a full
 * disk refuses stays for the next time. Resolves when the pages there were are closed and written.
 */
export async function replayUnsaved(
  tab: string,
  writeOlder: WriteOlder,
  found: FoundUnsaved,
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
  if (now === note) return { fields: [] };
  const isOlder = slot.fields.some(({ expected }) => now !== undefined && expected.includes(now));
  if (!isOlder) return { fields: slot.fields };
  return leftAfter(await store.setNote(slot.id, note), slot, { fields: [] });
}

/** The note that a slot keeps. */
export function noteOf({ fields: [note] }: UnsavedSlot): string {
  return typeof note?.value === 'string' ? note.value : '';
}

async function replaySlot(
  name: string,
  writeOlder: WriteOlder,
  found: FoundUnsaved,
): Promise<void> {
  const slot = readSlot(name);
  const left = slot && (await writeOlder(slot));
  if (!slot || !left) return;
  if (left.fields.length === 0) return localStorage.removeItem(name);
  // From here on only the person's word puts them in.
  const kept = { ...slot, fields: left.fields.map((each) => ({ ...each, expected: [] })) };
  putSlot(name, kept);
  found(kept, name, left.refused);
}
