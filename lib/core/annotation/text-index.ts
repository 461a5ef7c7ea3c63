import { foldWithOffsets, type FoldedText } from './fold-text';

/** A text with its letters and digits; made once per page and shared by all its quotes. */
export interface TextIndex extends FoldedText {
  readonly text: string;
}

/** The index of a text. Linear in its length. */
export function indexText(text: string): TextIndex {
  return { text, ...foldWithOffsets(text) };
}

/** The first letter that stands at or after an offset of the text; their number when none does. */
export function letterAt(index: TextIndex, offset: number): number {
  let low = 0;
  let high = index.offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((index.offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The offset just after the character a letter comes from. */
export function endOfLetter(index: TextIndex, letter: number): number {
  const offset = index.offsets[letter] ?? index.text.length;
  const code = index.text.codePointAt(offset) ?? 0;
  return offset + (code > 0xffff ? 2 : 1);
}

/**
 * Where a string of letters occurs in the index, overlaps included, in order. At most `limit`
 * places, those nearest to `near` (a letter) when there are more.
 */
export function findLetters(
  index: TextIndex,
  letters: string,
  limit: number,
  near: number,
): number[] {
  if (letters === '') return [];
  const { letters: all } = index;
  const after: number[] = [];
  for (
    let at = all.indexOf(letters, near);
    at !== -1 && after.length < limit;
    at = all.indexOf(letters, at + 1)
  ) {
    after.push(at);
  }
  const before: number[] = [];
  for (
    let at = near > 0 ? all.lastIndexOf(letters, near - 1) : -1;
    at !== -1 && before.length < limit;
    at = at > 0 ? all.lastIndexOf(letters, at - 1) : -1
  ) {
    before.push(at);
  }
  before.reverse();
  const places = [...before, ...after];
  if (places.length <= limit) return places;
  return places
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
    .slice(0, limit)
    .sort((a, b) => a - b);
}
