import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveState } from '@/components/library/use-card-edits';
import { readCard } from '@/lib/core/codex/read-card';
import type { KeptFile } from '@/lib/core/insight/kept-file';
import { ports } from '@/lib/wire';
import { kept } from '@/lib/wire-mending';
import { readable } from './fault-text';
import type { Done } from './use-done';

export interface KeptText {
  readonly text: string;
  readonly state: SaveState;
  readonly edit: (text: string) => void;
  /** Saves what waits; true when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

/** How long a person must pause before their edit is saved, in milliseconds. */
const pause = 400;

const nameOf = (key: string): string => `library-mending ${key}`;

/**
 * The text of a kept file under edit: saved on every pause and on leaving. A page that is being
 * closed cannot wait for the database, so local storage has the text until the database has it.
 */
export function useKeptText(file: KeptFile, done: Done): KeptText {
  const { key } = file;
  const [typed, setTyped] = useState(() => localStorage.getItem(nameOf(key)) ?? undefined);
  const [state, setState] = useState<SaveState>('untouched');
  const waiting = useRef<string>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(done);
  useEffect(() => {
    latest.current = done;
  });

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (text === undefined) return running.current;
    waiting.current = undefined;
    keep(key, text);
    setState('saving');
    const write = async (): Promise<boolean> => {
      const saved = await kept.editKeptFile(key, editOf(text), ports.clock.now());
      const isStored = latest.current.check(saved) && saved.ok && saved.value !== undefined;
      if (!isStored) {
        waiting.current ??= text;
        setState('failed');
        return false;
      }
      if (waiting.current === undefined) {
        localStorage.removeItem(nameOf(key));
        setState('saved');
      }
      return waiting.current === undefined;
    };
    // One write at a time: a later one must not be overtaken by an earlier one.
    running.current = running.current.then(write, write);
    return running.current;
  }, [key]);

  const edit = useCallback(
    (text: string) => {
      waiting.current = text;
      setTyped(text);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  useEffect(() => {
    // What a page that was closed could not store.
    const left = localStorage.getItem(nameOf(key));
    if (left !== null) {
      waiting.current = left;
      void flush();
    }
    const leave = () => void flush();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [key, flush]);

  // The store says it too: from here on its word counts, also when another tab writes.
  if (state === 'saved' && typed !== undefined && typed === file.text) setTyped(undefined);
  return { text: typed ?? file.text, state, edit, flush };
}

function editOf(text: string) {
  const read = readCard(text);
  return { text, ...(read.ok ? { line: 1, reason: readable, detail: '' } : read.error) };
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(nameOf(key), text);
  } catch (error) {
    // Full: this net is gone, but the write to the database that follows is still made.
    if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
  }
}
