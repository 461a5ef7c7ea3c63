/**
 * Letters, told by what is quick to make ready. A pattern is made ready anew in every page it runs in,
 * and there the class of all letters takes a millisecond, repeated a number of times ten and more.
 */

/** One letter, in a pattern: what is no space, no digit and no mark. */
export const letter = String.raw`[^\s\d.,;:!?'"“”‘’«»()[\]{}|/·•–—_+*#@&=<>-]`;

/** One capital letter, or one of an alphabet without capitals, in a pattern. */
export const capital = '[A-ZÀ-ÞĀ-ɏΆ-ΫЀ-Я\\u0590-\\u1fff\\u3040-\\uffff]';

/** The words of a text in lower case, and numbers: runs of letters and digits. Most texts are ASCII. */
export function wordsOf(text: string): string[] {
  const isPlain = /^[\0-\x7f]*$/.test(text);
  return text.toLowerCase().match(isPlain ? /[a-z\d]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}
