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
import { createNoteKeeper, slotsOf } from '@/lib/note-keeper';
import {
  leftAfter,
  noteOf,
  replayUnsaved,
  writeOlderNote,
  type LeftUnsaved,
} from '@/lib/replay-unsaved';
import { lockOf, putSlot, type UnsavedSlot } from '@/lib/unsaved-slot';
import { overLimit } from './over-limit';

/** Kept words that were not put in: the field was changed since by somebody else, or they do not fit. */
export interface Clash extends UnsavedSlot {
  /** The slot's name in local storage. */
  readonly name: string;
  /** The store would not take them as they are, so that they can only be copied or discarded. */
  readonly refused?: true;
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

/** How many of its own earlier values a field knows again: writes go one after the other. */
const remembered = 4;

/**
 * A page that is being closed cannot wait for a database: local storage takes the words before the
 * page is gone, and the next library page puts them where they belong. Each editor has a slot of
 * its own, which other pages leave alone for as long as this one lives: it holds a lock.
 */
export function createUnsaved({ store, clock, tab, closed }: UnsavedPorts) {
  const newSlot = slotsOf(tab);
  const notes = createNoteKeeper(store, newSlot);
  void navigator.locks.request(lockOf(tab), () => closed);

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
    const name = newSlot();
    const track = tracker();
    return (patch, stored) => {
      if (isEmptyPatch(patch)) return localStorage.removeItem(name);
      const fields = fieldsOf(patch).map(([field, value]) =>
        track(field, value, valueOf(stored, field)),
      );
      putSlot(name, { kind: 'card', id: key, fields });
    };
  }

  /** Writes what closed pages could not; see `replayUnsaved`. */
  function replay(found: (clash: Clash) => void): Promise<void> {
    return replayUnsaved(tab, writeOlder, (slot, name, refused) =>
      found({ ...slot, name, ...(refused && { refused }) }),
    );
  }

  /** As `WriteOlder` has it; fields that say more than they may are left out and count as refused. */
  async function writeOlder(slot: UnsavedSlot): Promise<LeftUnsaved | undefined> {
    if (slot.kind === 'note') return writeOlderNote(store, slot);
    const long = new Set(
      overLimit(slot.fields.map(({ field, value }) => [field, value])).map(({ field }) => field),
    );
    const tooLong = slot.fields.filter(({ field }) => long.has(field));
    const fitting = slot.fields.filter(({ field }) => !long.has(field));
    const refused = tooLong.length > 0 ? true : undefined;
    if (fitting.length === 0) return { fields: tooLong, refused };
    let clashing = fitting;
    const saved = await editCard({ store, clock }, slot.id, (card) => {
      const open = fitting.filter(({ field, value }) => !sameValue(value, valueOf(card, field)));
      const isOlder = ({ field, expected }: KeptField) =>
        expected.some((each) => sameValue(each, valueOf(card, field)));
      clashing = open.filter((each) => !isOlder(each));
      const older = open.filter(isOlder);
      return applyPatch(card, patchOf(older.map(({ field, value }) => [field, value])));
    });
    return leftAfter(saved, slot, { fields: [...clashing, ...tooLong], refused });
  }

  /**
   * Puts the kept words in after all; resolves to the undo, which leaves alone what was edited since, or
   * to undefined when the place is gone.
   */
  async function take(clash: Clash): Promise<Result<Undo | undefined, StorageFailure>> {
    const { kind, id, fields, name } = clash;
    if (kind === 'note') {
      const before = (await store.getClip(id))?.note;
      if (before === undefined) return ok(undefined);
      const saved = await store.setNote(id, noteOf(clash));
      if (!saved.ok) return saved;
      localStorage.removeItem(name);
      return ok(async () => {
        const isStill = (await store.getClip(id))?.note === noteOf(clash);
        return isStill ? await store.setNote(id, before) : ok(undefined);
      });
    }
    const put = (card: Card, values: readonly (readonly [FieldName, KeptValue])[]) =>
      applyPatch(card, patchOf(values));
    let taken: { field: FieldName; before: KeptValue; value: KeptValue }[] = [];
    const saved = await editCard({ store, clock }, id, (card) => {
      taken = fields.map(({ field, value }) => ({ field, before: valueOf(card, field), value }));
      return put(
        card,
        taken.map(({ field, value }) => [field, value]),
      );
    });
    if (!saved.ok) return saved;
    if (!saved.value) return ok(undefined);
    localStorage.removeItem(name);
    const takeBack = (card: Card) => {
      const still = taken.filter(({ field, value }) => sameValue(value, valueOf(card, field)));
      return put(
        card,
        still.map(({ field, before }) => [field, before]),
      );
    };
    return ok(() => editCard({ store, clock }, id, takeBack));
  }

  return {
    keeperOf,
    saveNote: notes.save,
    replay,
    take,
    /** Forgets the kept words. */
    discard: ({ name }: Clash) => localStorage.removeItem(name),
    /** Keeps discarded words again. */
    keepAgain: ({ name, kind, id, fields }: Clash) => putSlot(name, { kind, id, fields }),
  };
}
