import { applyPatch, isEmptyPatch, type CardPatch } from '@/components/library/card-patch';
import {
  fieldsOf,
  patchOf,
  sameValue,
  valueOf,
  type FieldName,
  type KeptField,
  type KeptValue,
} from '@/components/library/kept-field';
import { editCard } from '@/lib/actions/edit-card';
import type { Clock, NoteStore, StorageFailure } from '@/lib/actions/ports';
import type { Card } from '@/lib/core/codex/card';
import { ok, type Result } from '@/lib/core/result';

/** What a person typed and the database has not confirmed yet, on one card or one clip's note. */
interface Slot {
  readonly kind: 'card' | 'note';
  /** The insight's key, or the clip's id. */
  readonly id: string;
  readonly fields: readonly KeptField[];
}

/** Kept words whose field was changed since by somebody else; the person has to choose. */
export interface Clash extends Slot {
  /** The slot's name in local storage. */
  readonly name: string;
}

export interface UnsavedPorts {
  readonly store: NoteStore;
  readonly clock: Clock;
  /** This page's name, which no other page has had. */
  readonly tab: string;
  /** Resolves when this page counts as closed; a real one is closed by closing it. */
  readonly closed: Promise<void>;
}

type Undo = () => Promise<Result<unknown, StorageFailure>>;

const prefix = 'library-unsaved ';

/** How many of its own earlier values a field knows again: writes go one after the other. */
const remembered = 4;

/**
 * A page that is being closed cannot wait for a database: local storage takes the words before the
 * page is gone, and the next library page puts them where they belong. Each editor has a slot of
 * its own, which other pages leave alone for as long as this one lives: it holds a lock.
 */
export function createUnsaved({ store, clock, tab, closed }: UnsavedPorts) {
  const own = `${prefix}${tab} `;
  let slots = 0;
  const notes = new Map<string, (note: string, stored: string) => string>();
  void navigator.locks.request(prefix + tab, () => closed);

  /** Remembers, field by field, what the store may hold because of this editor. */
  function tracker() {
    const seen = new Map<FieldName, KeptValue[]>();
    return (field: FieldName, value: KeptValue, stored: KeptValue): KeptField => {
      const before = [...(seen.get(field) ?? []), stored];
      const expected = before
        .filter((each, n) => before.findLastIndex((other) => sameValue(each, other)) === n)
        .slice(-remembered);
      seen.set(field, [...expected, value]);
      return { field, value, expected };
    };
  }

  /** Keeps the unconfirmed edits of one editor; an empty patch forgets them. */
  function keeperOf(key: string): (patch: CardPatch, stored: Card) => void {
    const name = `${own}${(slots += 1)}`;
    const track = tracker();
    return (patch, stored) => {
      if (isEmptyPatch(patch)) return localStorage.removeItem(name);
      const fields = fieldsOf(patch).map(([field, value]) =>
        track(field, value, valueOf(stored, field)),
      );
      put(name, { kind: 'card', id: key, fields });
    };
  }

  function noteKeeperOf(clipId: string): (note: string, stored: string) => string {
    const name = `${own}${(slots += 1)}`;
    const track = tracker();
    return (note, stored) => {
      put(name, { kind: 'note', id: clipId, fields: [track('note', note, stored)] });
      return name;
    };
  }

  /** Writes a note to the store, kept until the store has confirmed it; `stored` is what it replaces. */
  async function saveNote(clipId: string, note: string, stored: string) {
    const keep = notes.get(clipId) ?? noteKeeperOf(clipId);
    notes.set(clipId, keep);
    const name = keep(note, stored);
    const kept = localStorage.getItem(name);
    const saved = await store.setNote(clipId, note);
    // A newer note may have taken the slot meanwhile.
    if (saved.ok && saved.value && localStorage.getItem(name) === kept) {
      localStorage.removeItem(name);
    }
    return saved;
  }

  /**
   * Writes what closed pages could not, each page's words once it is closed. A field that somebody
   * changed since is left as it is, and handed to `found` with the words that were kept. What the
   * store refuses stays for the next time.
   */
  async function replay(found: (clash: Clash) => void): Promise<void> {
    const others = Object.keys(localStorage)
      .filter((name) => name.startsWith(prefix) && !name.startsWith(own))
      .map((name) => name.slice(prefix.length).split(' ')[0] ?? '');
    await Promise.all(
      [...new Set(others)].map((other) =>
        navigator.locks.request(prefix + other, async () => {
          const names = Object.keys(localStorage);
          for (const name of names.filter((each) => each.startsWith(`${prefix}${other} `))) {
            await replaySlot(name, found);
          }
        }),
      ),
    );
  }

  async function replaySlot(name: string, found: (clash: Clash) => void): Promise<void> {
    const slot = read(name);
    const clashing = slot && (await writeOlder(slot));
    if (!slot || !clashing) return;
    if (clashing.length === 0) return localStorage.removeItem(name);
    // From here on only the person's word puts them in.
    const fields = clashing.map((each) => ({ ...each, expected: [] }));
    put(name, { ...slot, fields });
    found({ ...slot, fields, name });
  }

  /** Writes the fields that nobody has changed; returns the others, or undefined when refused. */
  async function writeOlder(slot: Slot): Promise<readonly KeptField[] | undefined> {
    const sort = (valueNow: (field: FieldName) => KeptValue) => {
      const open = slot.fields.filter(({ field, value }) => !sameValue(value, valueNow(field)));
      const isOlder = ({ field, expected }: KeptField) =>
        expected.some((each) => sameValue(each, valueNow(field)));
      return { older: open.filter(isOlder), clashing: open.filter((each) => !isOlder(each)) };
    };
    if (slot.kind === 'note') {
      const clip = await store.getClip(slot.id);
      if (!clip) return slot.fields;
      const { older, clashing } = sort(() => clip.note);
      const saved = older.length > 0 ? await store.setNote(slot.id, noteOf(older)) : ok(true);
      return saved.ok ? clashing : undefined;
    }
    let clashing = slot.fields;
    const saved = await editCard({ store, clock }, slot.id, (card) => {
      const sorted = sort((field) => valueOf(card, field));
      clashing = sorted.clashing;
      return applyPatch(card, patchOf(sorted.older.map(({ field, value }) => [field, value])));
    });
    return saved.ok ? clashing : undefined;
  }

  /** Puts the kept words in after all; resolves to the undo, or to undefined when the place is gone. */
  async function take(clash: Clash): Promise<Result<Undo | undefined, StorageFailure>> {
    const { kind, id, fields, name } = clash;
    if (kind === 'note') {
      const before = (await store.getClip(id))?.note;
      if (before === undefined) return ok(undefined);
      const saved = await store.setNote(id, noteOf(fields));
      if (!saved.ok) return saved;
      localStorage.removeItem(name);
      return ok(() => store.setNote(id, before));
    }
    const change = (values: readonly (readonly [FieldName, KeptValue])[]) => (card: Card) =>
      applyPatch(card, patchOf(values));
    let before: [FieldName, KeptValue][] = [];
    const saved = await editCard({ store, clock }, id, (card) => {
      before = fields.map(({ field }) => [field, valueOf(card, field)]);
      return change(fields.map(({ field, value }) => [field, value]))(card);
    });
    if (!saved.ok) return saved;
    if (!saved.value) return ok(undefined);
    localStorage.removeItem(name);
    return ok(() => editCard({ store, clock }, id, change(before)));
  }

  return {
    keeperOf,
    saveNote,
    replay,
    take,
    /** Forgets the kept words. */
    discard: ({ name }: Clash) => localStorage.removeItem(name),
    /** Keeps discarded words again. */
    keepAgain: ({ name, ...slot }: Clash) => put(name, slot),
  };
}

function noteOf([note]: readonly KeptField[]): string {
  return typeof note?.value === 'string' ? note.value : '';
}

function read(name: string): Slot | undefined {
  const text = localStorage.getItem(name);
  if (text === null) return undefined;
  const slot = JSON.parse(text) as Partial<Slot>;
  return slot.fields ? (slot as Slot) : undefined;
}

function put(name: string, slot: Slot): void {
  try {
    localStorage.setItem(name, JSON.stringify(slot));
  } catch (error) {
    // Full: this net is gone, but the write to the database that follows is still made.
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
  }
}
