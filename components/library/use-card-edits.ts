import { useCallback, useEffect, useRef, useState } from 'react';
import type { Card } from '@/lib/core/codex/card';
import { applyPatch, isEmptyPatch, mergePatches, unsettled, type CardPatch } from './card-patch';

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

/** How long a person must pause before their edit is saved, in milliseconds. */
const pause = 400;

/**
 * Saves a card's edits on every pause, when the page is hidden or closed, and on leaving. What the
 * person typed stays on screen until the store says the same, so that nothing jumps back.
 */
export function useCardEdits(
  stored: Card,
  save: (patch: CardPatch) => Promise<boolean>,
): CardEdits {
  const [shown, setShown] = useState<CardPatch>({});
  const [state, setState] = useState<SaveState>('untouched');
  const waiting = useRef<CardPatch>({});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const patch = waiting.current;
    if (isEmptyPatch(patch)) return running.current;
    waiting.current = {};
    setState('saving');
    // One write at a time: the store reads the card before it writes it.
    const write = async (): Promise<boolean> => {
      let saved = false;
      try {
        saved = await latestSave.current(patch);
      } finally {
        if (!saved) waiting.current = mergePatches(patch, waiting.current);
        if (!saved) setState('failed');
        else setState(isEmptyPatch(waiting.current) ? 'saved' : 'waiting');
      }
      return saved && isEmptyPatch(waiting.current);
    };
    running.current = running.current.then(write, write);
    return running.current;
  }, []);

  const edit = useCallback(
    (patch: CardPatch) => {
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
    const leave = () => void flush();
    const ask = (event: BeforeUnloadEvent) => {
      if (isEmptyPatch(waiting.current)) return;
      void flush();
      event.preventDefault();
    };
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [flush]);

  return { card: applyPatch(stored, shown), state, edit, flush };
}
