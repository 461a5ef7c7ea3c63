import { putText } from '@/lib/unsaved-slot';

/**
 * A long text as it was typed and not yet stored: a page that is being closed cannot wait for a
 * database, so local storage takes it first.
 */
export interface KeptText {
  /** Keeps the text typed over `stored` here; undefined says that nothing is left to keep. */
  readonly keep: (text: string | undefined, stored: string) => void;
  /** What earlier pages left behind, oldest first; it stays until it is dropped, whatever is typed. */
  readonly left: () => readonly string[];
  /** Forgets what an earlier page left. */
  readonly drop: (text: string) => void;
}

/** The kept text under this name in local storage. */
export function keptText(name: string): KeptText {
  let left = leftUnder(name);
  let typed: readonly string[] = [];
  const put = () => {
    const all = [...left, ...typed];
    if (all.length === 0) localStorage.removeItem(name);
    else putText(name, JSON.stringify(all));
  };
  return {
    keep(text, stored) {
      typed = text === undefined || text === stored ? [] : [text];
      put();
    },
    left: () => left,
    drop(text) {
      left = left.filter((each) => each !== text);
      put();
    },
  };
}

function leftUnder(name: string): readonly string[] {
  const kept = localStorage.getItem(name);
  if (kept === null) return [];
  // Before there could be several, the text stood there by itself: none is a list in JSON.
  return kept.startsWith('["') ? (JSON.parse(kept) as string[]) : [kept];
}
