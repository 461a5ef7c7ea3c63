import { finish } from './finish';
import { foldSteps, type FoldedText } from './fold-text';
import { bucketOf, gramLength, gramSteps, type GramIndex } from './gram-index';
import { linearSearch } from './linear-search';

/** A text with its letters and digits; made once per page and shared by all its quotes. */
export interface TextIndex extends FoldedText {
  readonly text: string;
  /** Where its runs of six letters stand, once that was asked for. */
  grams?: GramIndex;
}

/** The index of a text. Linear in its length. */
export function indexText(text: string): TextIndex {
  return { text, ...finish(foldSteps(text)) };
}

/** The grams of an index, made when they are first asked for. */
export function gramsOf(index: TextIndex): GramIndex {
  return (index.grams ??= finish(gramSteps(index.letters)));
}

/** The index of a text with its grams, in steps of a millisecond or two. */
export function* indexSteps(text: string): Generator<void, TextIndex> {
  const folded = yield* foldSteps(text);
  return { text, ...folded, grams: yield* gramSteps(folded.letters) };
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
  const places =
    letters.length < gramLength ? scanLetters(index, letters) : placesByGram(index, letters);
  if (places.length <= limit) return places;
  return places
    .sort((a, b) => Math.abs(a - near) - Math.abs(b - near))
    .slice(0, limit)
    .sort((a, b) => a - b);
}

/** Places of a few letters: they may be very many, and are counted only so far. */
const mostScanned = 20_000;

function scanLetters({ letters: all }: TextIndex, letters: string): number[] {
  const places: number[] = [];
  for (
    let at = all.indexOf(letters);
    at !== -1 && places.length < mostScanned;
    at = all.indexOf(letters, at + 1)
  ) {
    places.push(at);
  }
  return places;
}

/** Grams of a string that are compared to find its rarest. */
const mostCompared = 200;
/** Letters compared one place after another, at most: of a page that repeats itself they are its square. */
const mostLetters = 5_000_000;

function placesByGram(index: TextIndex, letters: string): number[] {
  const grams = gramsOf(index);
  let rarest = { at: 0, ...bucketOf(grams, letters, 0) };
  for (let at = 1; at + gramLength <= Math.min(letters.length, mostCompared); at += 1) {
    const { first, last } = bucketOf(grams, letters, at);
    if (last - first < rarest.last - rarest.first) rarest = { at, first, last };
    if (first === last) return [];
  }
  if ((rarest.last - rarest.first) * letters.length > mostLetters) {
    return linearSearch(index.letters, letters);
  }
  const places: number[] = [];
  for (let number = rarest.first; number < rarest.last; number += 1) {
    const from = (grams.places[number] ?? 0) - rarest.at;
    if (from >= 0 && index.letters.startsWith(letters, from)) places.push(from);
  }
  return places;
}
