import { mostTries, resolveTextFragment } from './resolve-text-fragment';
import { searchable, type SearchableText } from './searchable-text';
import { writeDirective, type TextDirective } from './text-directive';
import { trimRange, visibleLine } from './visible-text';
import { wordsIn } from './word-boundary';

/** Code units of a quote that is written whole; a longer one is written by its two ends. */
const longestWhole = 120;
/** How many words stand for an end of a quote, and for what is beside it: more only where fewer are not enough. */
const endWords = [4, 8, 16] as const;
const contextWords = [3, 6, 12, 24] as const;
/** Places tried for all forms together: each asks for the words around it, which takes a tenth of a millisecond. */
const mostTriesInAll = 2 * mostTries;
/** How far from a bound its words are looked for, in code units. */
const reach = 400;

/**
 * A text directive (`text=…`, https://wicg.github.io/scroll-to-text-fragment/) that leads to exactly this
 * range of the text, white space at its ends left out: it was read back by `resolveTextFragment`.
 * Undefined when no form that was tried does, as for half a word in a text that says only that; in a text
 * that says little else but the quote, not all forms are.
 */
export function writeTextFragment(
  text: string | SearchableText,
  start: number,
  end: number,
): string | undefined {
  const page = typeof text === 'string' ? searchable(text) : text;
  const range = trimRange(page.text, start, end);
  if (!range) return undefined;
  let left = mostTriesInAll;
  for (const words of bodies(page.text, range.start, range.end)) {
    for (const context of contexts(page.text, range.start, range.end)) {
      const written = writeDirective({ ...words, ...context });
      if (written === undefined) continue;
      const given = Math.min(left, mostTries);
      const tries = { left: given };
      const found = resolveTextFragment(written, page, tries);
      left -= given - tries.left;
      if (found?.start === range.start && found.end === range.end) return written;
    }
  }
  return undefined;
}

type Body = Pick<TextDirective, 'start' | 'end'>;

/** The quote whole where it is short and in one block, then by more and more of its two ends. */
function bodies(text: string, start: number, end: number): Body[] {
  const firstBreak = text.slice(start, end).indexOf('\n');
  const isOneLine = firstBreak < 0;
  const found: Body[] = [];
  if (isOneLine && end - start <= longestWhole) found.push({ start: words(text, start, end) });
  const firstEnd = isOneLine ? end : start + firstBreak;
  const lastStart = isOneLine ? start : text.lastIndexOf('\n', end - 1) + 1;
  for (const count of endWords) {
    const head = headEnd(text, start, firstEnd, count);
    const tail = tailStart(text, lastStart, end, count);
    if (head > start && tail < end && head <= tail) {
      found.push({ start: words(text, start, head), end: words(text, tail, end) });
    }
  }
  if (isOneLine && found.length < endWords.length && end - start <= 2 * reach) {
    found.push({ start: words(text, start, end) });
  }
  return found;
}

type Context = Pick<TextDirective, 'prefix' | 'suffix'>;

/** Nothing beside the quote, then what follows, what comes before, both, and more of each. */
function* contexts(text: string, start: number, end: number): Generator<Context> {
  yield {};
  const beforeEnd = text.slice(0, start).trimEnd().length;
  const beforeStart = text.lastIndexOf('\n', beforeEnd - 1) + 1;
  const afterStart = end + (/^\s*/.exec(text.slice(end, end + 10_000))?.[0].length ?? 0);
  const lineEnd = text.indexOf('\n', afterStart);
  const afterEnd = lineEnd < 0 ? text.length : lineEnd;
  for (const count of contextWords) {
    const prefix = words(text, tailStart(text, beforeStart, beforeEnd, count), beforeEnd);
    const suffix = words(text, afterStart, headEnd(text, afterStart, afterEnd, count));
    if (suffix !== '') yield { suffix };
    if (prefix !== '') yield { prefix };
    if (prefix !== '' && suffix !== '') yield { prefix, suffix };
  }
}

const words = (text: string, start: number, end: number): string =>
  visibleLine(text.slice(start, end));

/** Where the first so many words of a line end; its start where it has none. */
function headEnd(text: string, start: number, end: number, count: number): number {
  const found = wordsIn(text.slice(start, Math.min(end, start + reach)));
  return start + (found[Math.min(count, found.length) - 1]?.end ?? 0);
}

/** Where the last so many words of a line start; its end where it has none. */
function tailStart(text: string, start: number, end: number, count: number): number {
  const from = Math.max(start, end - reach);
  const found = wordsIn(text.slice(from, end));
  const first = found[Math.max(0, found.length - count)];
  return first ? from + first.start : end;
}
