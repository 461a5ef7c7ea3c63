import { foldText } from './fold-text';
import type { TextQuoteSelector } from './selector';
import { endOfLetter, type TextIndex } from './text-index';
import { isBlankAt } from './visible-text';

const letterOrDigit = /[\p{L}\p{N}]/u;
/** How much of a quote's edge is searched for its opening or closing marks. */
const edge = 64;
/** Scripts that set no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const longestWord = 30;

/** Marks that a page may swap for one another. */
function markKind(mark: string): string {
  if (/["“”„«»‟″]/.test(mark)) return '"';
  if (/['‘’‚‹›‛′`´]/.test(mark)) return "'";
  if (/[-‐‑‒–—―−]/.test(mark)) return '-';
  return mark;
}

/**
 * The text range of a run of letters (from inclusive, to exclusive), with the punctuation the quote
 * starts and ends with where the text has it too. `wholeWords` takes words that the run cuts whole.
 */
export function rangeOfLetters(
  index: TextIndex,
  from: number,
  to: number,
  quote: TextQuoteSelector,
  wholeWords: boolean,
): { start: number; end: number } {
  const { text } = index;
  let start = index.offsets[from] ?? text.length;
  let end = endOfLetter(index, to - 1);
  if (wholeWords) {
    start -= wordBefore(text, start);
    end += wordAfter(text, end);
  }
  const opening = marksUpToALetter(Array.from(quote.exact.slice(0, edge))).toReversed();
  for (let next = 0; next < opening.length;) {
    let at = start - 1;
    while (at >= 0 && isBlankAt(text, at)) at -= 1;
    at = markStart(text, at);
    const taken = at < 0 ? 0 : marksTaken(text, at, opening, next);
    if (taken === 0) break;
    next += taken;
    start = at;
  }
  const closing = marksUpToALetter(Array.from(quote.exact.slice(-edge)).toReversed()).toReversed();
  for (let next = 0; next < closing.length;) {
    let at = end;
    while (at < text.length && isBlankAt(text, at)) at += 1;
    const taken = at >= text.length ? 0 : marksTaken(text, at, closing, next);
    if (taken === 0) break;
    next += taken;
    end = at + characterAt(text, at).length;
  }
  return { start, end };
}

/** The marks at the start of some characters, before the first letter; an ellipsis is three dots. */
function marksUpToALetter(characters: readonly string[]): string[] {
  const marks: string[] = [];
  for (const character of characters) {
    if (foldText(character) !== '') break;
    if (character === '…') marks.push('.', '.', '.');
    else if (!isBlankAt(character, 0)) marks.push(character);
  }
  return marks;
}

/** How many of the marks, from the next one on, the character of the text stands for. */
function marksTaken(text: string, at: number, marks: readonly string[], next: number): number {
  const there = characterAt(text, at);
  if (there === '…') return marks.slice(next, next + 3).every((mark) => mark === '.') ? 3 : 0;
  return markKind(there) === markKind(marks[next] ?? '') ? 1 : 0;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function markStart(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
}

function inWord(text: string, before: number): boolean {
  const a = text[before] ?? '';
  const b = text[before + 1] ?? '';
  return letterOrDigit.test(a) && letterOrDigit.test(b) && !unspaced.test(a) && !unspaced.test(b);
}

function wordBefore(text: string, start: number): number {
  let count = 0;
  while (count < longestWord && inWord(text, start - count - 1)) count += 1;
  return count < longestWord ? count : 0;
}

function wordAfter(text: string, end: number): number {
  let count = 0;
  while (count < longestWord && inWord(text, end + count - 1)) count += 1;
  return count < longestWord ? count : 0;
}
