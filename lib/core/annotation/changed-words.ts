import { foldText } from './fold-text';
import { visibleLine } from './visible-text';

/** A stretch of words: on both sides, only in the quote (`old`), or only on the page (`new`). */
export interface WordChange {
  readonly kind: 'same' | 'old' | 'new';
  readonly text: string;
}

/** A word with the space after it; of scripts that set none, one character. */
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*\s*|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+\s*/gu;
/** Pairs of words that are compared at most; more are shown as all old and all new. */
const mostPairs = 4_000_000;

/**
 * What became of a quote: its words beside those found on the page, in reading order. Case, white
 * space and typography are no change; what is the same is given as the page has it. Joined, `same`
 * and `new` are the found words on one line, and `same` and `old` the quote's but for such trifles.
 */
export function changedWords(quote: string, found: string): WordChange[] {
  const old = visibleLine(quote).match(word) ?? [];
  const now = visibleLine(found).match(word) ?? [];
  const oldKeys = old.map(keyOf);
  const nowKeys = now.map(keyOf);
  let start = 0;
  while (start < Math.min(old.length, now.length) && oldKeys[start] === nowKeys[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    oldKeys[old.length - 1 - end] === nowKeys[now.length - 1 - end]
  ) {
    end += 1;
  }
  const kept = common(
    oldKeys.slice(start, old.length - end),
    nowKeys.slice(start, now.length - end),
  );
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  const add = (kind: WordChange['kind'], words: readonly string[]): void => {
    const text = words.join('');
    const last = changes.at(-1);
    if (text === '') return;
    if (last?.kind === kind) last.text += text;
    else changes.push({ kind, text });
  };
  add('same', now.slice(0, start));
  let [i, j] = [start, start];
  for (const [inOld, inNow] of kept) {
    add('old', old.slice(i, start + inOld));
    add('new', now.slice(j, start + inNow));
    add('same', now.slice(start + inNow, start + inNow + 1));
    [i, j] = [start + inOld + 1, start + inNow + 1];
  }
  add('old', old.slice(i, old.length - end));
  add('new', now.slice(j, now.length - end));
  add('same', now.slice(now.length - end));
  return changes;
}

/** What a word is compared by: its letters and digits, or itself where it has none. */
function keyOf(text: string): string {
  return foldText(text) || text.trim();
}

/** The longest common subsequence of two lists, as pairs of places. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > mostPairs) return [];
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      length[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
