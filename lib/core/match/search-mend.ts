/** Words close to a mistyped one: nothing of what is typed is in the library, but nearly. */
import { letterMask, placeOfWord, type Lexicon } from './search-lexicon';

/** How many slips a word may have: none in short words and numbers, one from 4 letters, two from 8. */
export function slipsAllowed(word: string): number {
  if (/\p{N}/u.test(word)) return 0;
  return word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
}

/**
 * The Damerau–Levenshtein distance (insert, delete, replace, swap neighbours; optimal string alignment)
 * from a word to another, and to the beginning of it that is closest. What is above `most` comes back
 * as `most` and one.
 */
export function slipsBetween(
  typed: string,
  word: string,
  most: number,
): { readonly whole: number; readonly start: number } {
  const columns = Math.min(word.length, typed.length + most);
  const over = most + 1;
  let twoBefore: number[] = [];
  let before = Array.from({ length: columns + 1 }, (_, at) => at);
  for (let row = 1; row <= typed.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= columns; column += 1) {
      const [a, b] = [typed.charCodeAt(row - 1), word.charCodeAt(column - 1)];
      let slips = Math.min(
        (before[column] ?? over) + 1,
        (current[column - 1] ?? over) + 1,
        (before[column - 1] ?? over) + Number(a !== b),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        a === word.charCodeAt(column - 2) &&
        typed.charCodeAt(row - 2) === b;
      if (isSwap) slips = Math.min(slips, (twoBefore[column - 2] ?? over) + 1);
      current.push(slips);
      least = Math.min(least, slips);
    }
    if (least > most) return { whole: over, start: over };
    twoBefore = before;
    before = current;
  }
  const whole = columns < word.length ? over : (before[columns] ?? over);
  return { whole: Math.min(whole, over), start: Math.min(over, ...before) };
}

function bitsIn(mask: number): number {
  let [rest, bits] = [mask, 0];
  for (; rest !== 0; bits += 1) rest &= rest - 1;
  return bits;
}

interface Close {
  /** By slips: the places of whole words, and of words that only begin like it. */
  readonly whole: number[][];
  readonly started: number[][];
}

function closeAmong(
  { words, letters, terms }: Lexicon,
  { typed, isPrefix, most, known }: Mistyped,
  [from, to]: readonly [number, number],
): Close {
  const close: Close = {
    whole: Array.from({ length: most + 1 }, () => []),
    started: Array.from({ length: most + 1 }, () => []),
  };
  const mask = letterMask(typed);
  for (let place = from; place < to; place += 1) {
    const word = words[place] ?? '';
    if (word.length < typed.length - most) continue;
    if (!isPrefix && word.length > typed.length + most) continue;
    // Each slip takes away one letter at most, and most words lack more of them: passed over fast.
    if (bitsIn(mask & ~(letters[place] ?? 0)) > most || known.has(terms[place] ?? 0)) continue;
    const { whole, start } = slipsBetween(typed, word, most);
    close.whole[whole]?.push(place);
    if (isPrefix && start < whole) close.started[start]?.push(place);
  }
  return close;
}

/** The closest there are: fewest slips, whole words before beginnings. */
function closest({ whole, started }: Close): number[] {
  for (let slips = 0; slips < whole.length; slips += 1) {
    for (const places of [whole[slips], started[slips]]) if (places?.length) return places;
  }
  return [];
}

export interface Mistyped {
  /** Folded. */
  readonly typed: string;
  /** More letters may follow: the beginning of a word will do. */
  readonly isPrefix: boolean;
  /** The most slips; see `slipsAllowed`. */
  readonly most: number;
  /** Terms that are accepted already and are not looked for. */
  readonly known: ReadonlyMap<number, unknown>;
}

/**
 * The places of the words closest to a mistyped one. The first letter is right, unless no word is
 * close then.
 */
export function mendWord(lexicon: Lexicon, mistyped: Mistyped): number[] {
  if (mistyped.most === 0) return [];
  const [first = ''] = mistyped.typed;
  const from = placeOfWord(lexicon, first);
  const to = placeOfWord(lexicon, `${first}\uffff`);
  const kept = closest(closeAmong(lexicon, mistyped, [from, to]));
  if (kept.length > 0) return kept;
  return closest(closeAmong(lexicon, mistyped, [0, lexicon.words.length]));
}
