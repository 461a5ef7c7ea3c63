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
      try {
        localStorage.setItem(name, text);
      } catch (error) {
        // Full: this net is gone, but the write to the database that follows is still made.
        if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
      }
    },
    read: () => localStorage.getItem(name) ?? undefined,
  };
}
