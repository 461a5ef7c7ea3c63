import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card } from '@/lib/core/codex/card';
import { applyPatch, isEmptyPatch, mergePatches, unsettled, type CardPatch } from './card-patch';
import { fieldsOf, valueOf, type FieldName, type KeptValue } from './kept-field';

/** `failed` keeps the edits and tries them again with the next one. */
export type SaveState = 'untouched' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface CardEdits {
  /** The stored card with every edit that has not come back from the store yet. */
  readonly card: Card;
  readonly state: SaveState;
  readonly edit: (patch: CardPatch) => void;
  /** Saves what waits; true when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

/** What the store may hold of a field for its edit to replace it; anything else is newer than the edit. */
export type Expected = ReadonlyMap<FieldName, readonly KeptValue[]>;

export interface CardEditsPorts {
  /** Writes to the store; gives what of it was not stored, an empty patch where all of it was. */
  readonly save: (patch: CardPatch, expected: Expected) => Promise<CardPatch>;
  /**
   * Told at once, before it returns, what is not in the store yet: a page that is being closed has
   * no time for a database. An empty patch says that nothing is left.
   */
  readonly keep: (unsaved: CardPatch) => void;
}

/** How many values of a field are known again: the first is what was seen, writes come one by one. */
const remembered = 4;
/** How long a person must pause before their edit is saved, in milliseconds. */
const pause = 400;

/**
 * Saves a card's edits on every pause, when the page is hidden or closed, and on leaving. What the
 * person typed stays on screen until the store says the same, so that nothing jumps back.
 */
export function useCardEdits(stored: Card, ports: CardEditsPorts): CardEdits {
  const [shown, setShown] = useState<CardPatch>({});
  const [state, setState] = useState<SaveState>('untouched');
  const waiting = useRef<CardPatch>({});
  /** Everything that was handed to the store and has not been confirmed. */
  const underWay = useRef<CardPatch>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  /** What the person saw in each field they edit before they did, and what went to the store since. */
  const expected = useRef(new Map<FieldName, readonly KeptValue[]>());
  const latest = useRef({ ...ports, stored });
  useEffect(() => {
    latest.current = { ...ports, stored };
  });

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const patch = waiting.current;
    if (isEmptyPatch(patch)) return running.current;
    waiting.current = {};
    underWay.current = mergePatches(underWay.current, patch);
    latest.current.keep(underWay.current);
    setState('saving');
    // One write at a time: a later one must not be overtaken by an earlier one.
    const write = async (): Promise<boolean> => {
      let left = patch;
      const handed = new Map(expected.current);
      for (const [field, value] of fieldsOf(patch)) {
        const before = expected.current.get(field) ?? [];
        expected.current.set(field, [...before, value].slice(-remembered));
      }
      try {
        left = await latest.current.save(patch, handed);
      } finally {
        const last = running.current === mine;
        const saved = isEmptyPatch(left);
        if (!saved) waiting.current = mergePatches(left, waiting.current);
        // What was typed meanwhile may be refused as well: it is kept from its own write on.
        if (last && left !== patch) {
          underWay.current = left;
          latest.current.keep(left);
        }
        if (!saved) setState('failed');
        else setState(last && isEmptyPatch(waiting.current) ? 'saved' : 'waiting');
      }
      return isEmptyPatch(waiting.current);
    };
    const mine: Promise<boolean> = running.current.then(write, write);
    running.current = mine;
    return mine;
  }, []);

  const edit = useCallback(
    (patch: CardPatch) => {
      for (const [field] of fieldsOf(patch)) {
        if (expected.current.has(field)) continue;
        expected.current.set(field, [valueOf(latest.current.stored, field)]);
      }
      waiting.current = mergePatches(waiting.current, patch);
      setShown((before) => mergePatches(before, patch));
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  const settled = state === 'saved' ? unsettled(stored, shown) : shown;
  if (Object.keys(settled).length !== Object.keys(shown).length) setShown(settled);
  useEffect(() => {
    // The store says what was typed: from here on the person sees what it holds.
    if (state === 'saved' && isEmptyPatch(settled)) expected.current.clear();
  });

  useEffect(() => {
    const leave = () => void flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [flush]);

  return { card: applyPatch(stored, shown), state, edit, flush };
}
