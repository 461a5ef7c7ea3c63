/** Which words a "Clip" of the selection means. */
import type { PageSelection, PageSnapshot } from '../core/source/snapshot';
import type { CaptureRequest } from './capture-clip';

/** How much of two selections must be alike, of the longer, to be the same selection. */
const alike = 0.8;

/**
 * The browser's menu says which words it was opened on: `selectionText`. They are what is meant, and
 * without a place, when the page has nothing selected or something else: an older selection beside
 * a frame of another origin. Words that a browser writes differently (capitals by style, hidden
 * notes in between, a long selection cut off) are still the page's own.
 */
export function chooseWords(
  { selection }: PageSnapshot,
  selectionText: string | undefined,
): CaptureRequest['what'] {
  const quote = selectionText?.trim() ?? '';
  if (quote === '' || (selection && isMeant(selection, quote))) return { kind: 'selection' };
  return { kind: 'typed', quote };
}

/** A page's selection is cut off where it is longer than a clip may be; the menu knows it whole. */
function isMeant({ exact, cut }: PageSelection, quote: string): boolean {
  return isSame(exact, quote) || (cut === true && letters(quote).startsWith(letters(exact)));
}

function isSame(a: string, b: string): boolean {
  const [lettersA, lettersB] = [letters(a), letters(b)];
  if (lettersA === lettersB) return true;
  if (lettersB.length > 2_000 && lettersA.startsWith(lettersB)) return true;
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const word of wordsA) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of wordsB) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared += 1;
    left.set(word, count - 1);
  }
  return shared > 0 && shared >= alike * Math.max(wordsA.length, wordsB.length);
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function letters(text: string): string {
  return wordsOf(text).join('');
}
