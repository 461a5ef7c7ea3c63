import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveState } from './use-card-edits';

export interface TextEdits {
  /** What was typed, or what is stored where nothing was. */
  readonly text: string;
  readonly state: SaveState;
  readonly edit: (text: string) => void;
  /** Saves what waits; true when nothing is left unsaved. */
  readonly flush: () => Promise<boolean>;
}

export interface TextEditsPorts {
  /** Writes to the store; false when that failed. */
  readonly save: (text: string) => Promise<boolean>;
  /** Told at once what is not in the store yet; undefined says that nothing is left. */
  readonly keep: (unsaved: string | undefined) => void;
}

/** How long a person must pause before their edit is saved, in milliseconds. */
const pause = 400;

/**
 * One long text, saved on every pause, when the page is hidden or closed, and on leaving. What an earlier
 * page could not store, `left`, is saved at once.
 */
export function useTextEdits(stored: string, ports: TextEditsPorts, left?: string): TextEdits {
  const [typed, setTyped] = useState(left);
  const [state, setState] = useState<SaveState>('untouched');
  const waiting = useRef(left);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<boolean>>(Promise.resolve(true));
  const latest = useRef(ports);
  useEffect(() => {
    latest.current = ports;
  });

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (text === undefined) return running.current;
    waiting.current = undefined;
    setState('saving');
    // One write at a time: a later one must not be overtaken by an earlier one.
    const write = async (): Promise<boolean> => {
      const saved = await latest.current.save(text);
      const isLast = waiting.current === undefined;
      if (!saved) waiting.current ??= text;
      else if (isLast) latest.current.keep(undefined);
      setState(!saved ? 'failed' : isLast ? 'saved' : 'waiting');
      return saved && isLast;
    };
    running.current = running.current.then(write, write);
    return running.current;
  }, []);

  const edit = useCallback(
    (text: string) => {
      waiting.current = text;
      latest.current.keep(text);
      setTyped(text);
      setState('waiting');
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  // Once the store says the same, what others change is shown again.
  if (state === 'saved' && typed === stored) setTyped(undefined);

  useEffect(() => {
    const leave = () => void flush();
    leave();
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
  }, [flush]);

  return { text: typed ?? stored, state, edit, flush };
}
