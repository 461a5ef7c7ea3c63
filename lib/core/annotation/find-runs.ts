import { bucketOf, firstAtLeast, gramLength } from './gram-index';
import { gramsOf, type TextIndex } from './text-index';

/** Letters that a pattern and a text have alike, as long as they are alike. */
export interface Run {
  readonly inPattern: number;
  readonly inText: number;
  readonly length: number;
}

/** Grams of a pattern that are looked up, and places of each, those nearest to the hint. */
const mostGrams = 1_200;
const mostPlaces = 24;

/**
 * The runs of at least six letters that a pattern shares with a text, by their place in the text.
 * Of what the text says very often only the places near the hint (where the pattern would start).
 */
export function findRuns(index: TextIndex, pattern: string, hint: number): Run[] {
  const { letters } = index;
  const grams = gramsOf(index);
  const runs: Run[] = [];
  /** For each shift between pattern and text, where in the pattern its last run ended. */
  const covered = new Map<number, number>();
  const step = Math.max(1, Math.ceil((pattern.length - gramLength) / mostGrams));
  for (let at = 0; at + gramLength <= pattern.length; at += step) {
    const { first, last } = bucketOf(grams, pattern, at);
    let from = first;
    let to = last;
    if (last - first > mostPlaces) {
      const middle = firstAtLeast(grams, first, last, hint + at);
      from = Math.max(first, Math.min(middle - mostPlaces / 2, last - mostPlaces));
      to = from + mostPlaces;
    }
    for (let number = from; number < to; number += 1) {
      const place = grams.places[number] ?? 0;
      const shift = place - at;
      if ((covered.get(shift) ?? 0) > at) continue;
      if (!letters.startsWith(pattern.slice(at, at + gramLength), place)) continue;
      let back = 0;
      while (
        back < Math.min(at, place) &&
        pattern.charCodeAt(at - back - 1) === letters.charCodeAt(place - back - 1)
      ) {
        back += 1;
      }
      let length = back + gramLength;
      while (
        at - back + length < pattern.length &&
        pattern.charCodeAt(at - back + length) === letters.charCodeAt(place - back + length)
      ) {
        length += 1;
      }
      covered.set(shift, at - back + length);
      runs.push({ inPattern: at - back, inText: place - back, length });
    }
  }
  return runs.sort((a, b) => a.inText - b.inText || a.inPattern - b.inPattern);
}
