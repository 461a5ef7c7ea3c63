import type { TextPositionSelector, TextQuoteSelector } from './selector';
import { endOfLetter, findLetters, indexText, letterAt, type TextIndex } from './text-index';
import { trimRange, visibleText } from './visible-text';

/** Context before or after the quote: at least this much, and up to a sentence bound within reach. */
const leastContext = 32;
const sentenceReach = 240;
/** How far context grows, in letters, to tell a quote from its twins; beyond, position decides. */
const mostContext = 900;
const mostTwins = 2_000;
const longestContext = 2_000;

const sentenceEnd = /[.!?…。！？]["'”’»)\]]*\s+|[。！？]|\n+/g;

/** A described quote: what it says with its surroundings, and where it stood. */
export interface DescribedQuote {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
}

/**
 * Describes a range of a text (offsets in UTF-16 code units) by the W3C Web Annotation Data Model,
 * sections 4.2.4 and 4.2.5, so that `anchorQuote` finds it again. Blank characters at its ends are
 * left out and a character cut in half is taken whole; `exact` are the visible words; prefix and
 * suffix end at sentence bounds where one is near and grow until no twin of the quote shares both.
 * Null when nothing visible is in the range.
 */
export function describeQuote(
  text: string | TextIndex,
  start: number,
  end: number,
): DescribedQuote | null {
  const index = typeof text === 'string' ? indexText(text) : text;
  const range = trimRange(index.text, ...wholeCharacters(index.text, start, end));
  if (!range) return null;
  const from = letterAt(index, range.start);
  const to = letterAt(index, range.end);
  const need = growPastTwins(index, from, to, {
    left: from - letterAt(index, contextStart(index.text, range.start)),
    right: letterAt(index, contextEnd(index.text, range.end)) - to,
  });
  const prefixStart = Math.min(
    contextStart(index.text, range.start),
    need.left > 0 ? (index.offsets[Math.max(0, from - need.left)] ?? range.start) : range.start,
  );
  const suffixEnd = Math.max(
    contextEnd(index.text, range.end),
    need.right > 0 ? endOfLetter(index, Math.min(to + need.right, index.offsets.length) - 1) : 0,
  );
  const prefix = contextText(index.text.slice(prefixStart, range.start)).slice(-longestContext);
  const suffix = contextText(index.text.slice(range.end, suffixEnd)).slice(0, longestContext);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: visibleText(index.text.slice(range.start, range.end)),
      ...(prefix !== '' && { prefix }),
      ...(suffix !== '' && { suffix }),
    },
    position: { type: 'TextPositionSelector', start: range.start, end: range.end },
  };
}

/** White space runs become one space or line break; what is invisible goes. Not trimmed. */
export function contextText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, (run) => (run.includes('\n') ? '\n' : ' '));
}

function wholeCharacters(text: string, start: number, end: number): [number, number] {
  const low = Math.max(0, Math.min(start, end));
  const high = Math.min(text.length, Math.max(start, end));
  return [splitsPair(text, low) ? low - 1 : low, splitsPair(text, high) ? high + 1 : high];
}

function splitsPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}

/** Where the context before an offset starts: after the nearest sentence end, else at a word. */
function contextStart(text: string, offset: number): number {
  const from = Math.max(0, offset - sentenceReach);
  const near = Math.max(0, offset - leastContext);
  let bound = from === 0 ? 0 : -1;
  for (const match of text.slice(from, near).matchAll(sentenceEnd)) {
    bound = from + match.index + match[0].length;
  }
  if (bound !== -1) return bound;
  const space = text.lastIndexOf(' ', near);
  return space > from ? space + 1 : splitsPair(text, near) ? near - 1 : near;
}

/** Where the context after an offset ends. */
function contextEnd(text: string, offset: number): number {
  const to = Math.min(text.length, offset + sentenceReach);
  const near = Math.min(text.length, offset + leastContext);
  const rest = text.slice(near, to);
  for (const match of rest.matchAll(sentenceEnd)) {
    return near + match.index + match[0].trimEnd().length;
  }
  if (to === text.length) return to;
  const space = text.indexOf(' ', near);
  return space !== -1 && space < to ? space : splitsPair(text, near) ? near + 1 : near;
}

interface Need {
  left: number;
  right: number;
}

/** Letters of context, at least those given, that no other place with the same words shares. */
function growPastTwins(index: TextIndex, from: number, to: number, least: Need): Need {
  const need = { ...least };
  const { letters } = index;
  if (from === to) return need;
  for (const twin of findLetters(index, letters.slice(from, to), mostTwins, from)) {
    if (twin === from) continue;
    const left = sharedBefore(letters, from, twin);
    if (need.left > left) continue;
    const right = sharedAfter(letters, to, twin + (to - from));
    if (need.right > right) continue;
    if (left <= right && left < mostContext) need.left = left + 1;
    else if (right < mostContext) need.right = right + 1;
  }
  return need;
}

function sharedBefore(letters: string, a: number, b: number): number {
  let shared = 0;
  while (
    shared <= mostContext &&
    shared < Math.min(a, b) &&
    letters.charCodeAt(a - shared - 1) === letters.charCodeAt(b - shared - 1)
  ) {
    shared += 1;
  }
  return shared;
}

function sharedAfter(letters: string, a: number, b: number): number {
  let shared = 0;
  while (
    shared <= mostContext &&
    Math.max(a, b) + shared < letters.length &&
    letters.charCodeAt(a + shared) === letters.charCodeAt(b + shared)
  ) {
    shared += 1;
  }
  return shared;
}
