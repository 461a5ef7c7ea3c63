import { putText } from '@/lib/unsaved-slot';

/**
 * A long text as it was typed and not yet stored: a page that is being closed cannot wait for a
 * database, so local storage takes it first.
 */
export interface KeptText {
  /** Keeps the text typed over `stored`; undefined says that nothing is left to keep. */
  readonly keep: (text: string | undefined, stored: string) => void;
  /** What an earlier page left behind; undefined where it left nothing. */
  readonly read: () => string | undefined;
}

/** The kept text under this name in local storage. */
export function keptText(name: string): KeptText {
  return {
    keep(text, stored) {
      if (text === undefined || text === stored) return localStorage.removeItem(name);
      putText(name, text);
    },
    read: () => localStorage.getItem(name) ?? undefined,
  };
}
