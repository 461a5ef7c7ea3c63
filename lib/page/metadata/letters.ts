/**
 * Letters, told by what is quick to make ready. A pattern is made ready anew in every page it runs in,
 * and there the class of all letters takes a millisecond, repeated a number of times ten and more.
 */

/** One letter, in a pattern: what is no space, no digit and no mark. */
export const letter = String.raw`[^\s\d.,;:!?'"“”‘’«»()[\]{}|/·•–—_+*#@&=<>-]`;

/** One capital letter, or one of an alphabet without capitals, in a pattern. */
export const capital = '[A-ZÀ-ÞĀ-ɏΆ-ΫЀ-Я\\u0590-\\u1fff\\u3040-\\uffff]';

/** Runs of letters and digits of the scripts that pages are written in, with their accents. */
const word =
  /[a-z\d\xc0-\u1fff\u3005-\u3007\u3031-\ud7ff\uff10-\uff19\uff41-\uff5a\uff66-\uffdc]+/g;

/** The words of a text in lower case, and numbers. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(word) ?? [];
}
