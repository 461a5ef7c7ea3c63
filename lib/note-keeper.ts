/** Notes of clips from the first key to the disk: no page that is closed in between loses one. */
import type { NoteStore } from './actions/ports';
import { putSlot, readSlot, slotName } from './unsaved-slot';

/** How many earlier notes a clip knows again: writes go one after the other. */
const remembered = 4;

export interface NoteKeeper {
  /** Keeps what is typed at once; `stored` is what it is to replace. */
  readonly keep: (clipId: string, note: string, stored: string) => void;
  /** Writes a note to the store, kept until the store has confirmed it. */
  readonly save: (clipId: string, note: string, stored: string) => ReturnType<NoteStore['setNote']>;
}

interface Kept {
  readonly name: string;
  /** What the store may hold because of this page, the newest last. */
  expected: readonly string[];
  /** Writes that are not answered yet. */
  writing: number;
}

/** The notes typed in one page; `newSlot` names a slot that no other editor has. */
export function createNoteKeeper(
  store: Pick<NoteStore, 'setNote'>,
  newSlot: () => string,
): NoteKeeper {
  const notes = new Map<string, Kept>();

  const keptOf = (clipId: string): Kept => {
    const kept = notes.get(clipId) ?? { name: newSlot(), expected: [], writing: 0 };
    notes.set(clipId, kept);
    return kept;
  };

  const put = (kept: Kept, clipId: string, note: string, stored: string) => {
    kept.expected = newest([...kept.expected, stored]);
    const fields = [{ field: 'note' as const, value: note, expected: kept.expected }];
    putSlot(kept.name, { kind: 'note', id: clipId, fields });
  };

  return {
    keep(clipId, note, stored) {
      const kept = keptOf(clipId);
      if (note === stored && kept.writing === 0) localStorage.removeItem(kept.name);
      else put(kept, clipId, note, stored);
    },

    async save(clipId, note, stored) {
      const kept = keptOf(clipId);
      put(kept, clipId, note, stored);
      kept.expected = newest([...kept.expected, note]);
      kept.writing += 1;
      const saved = await store.setNote(clipId, note).finally(() => (kept.writing -= 1));
      // A newer note may have taken the slot meanwhile.
      const isNewest = readSlot(kept.name)?.fields[0]?.value === note;
      if (saved.ok && saved.value && isNewest) localStorage.removeItem(kept.name);
      return saved;
    },
  };
}

/** Slots of this page, one after the other. */
export function slotsOf(tab: string): () => string {
  let slots = 0;
  return () => slotName(tab, (slots += 1));
}

function newest(notes: readonly string[]): readonly string[] {
  return notes.filter((each, n) => notes.lastIndexOf(each) === n).slice(-remembered);
}
