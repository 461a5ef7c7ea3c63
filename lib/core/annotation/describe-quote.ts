import { contextAgreement, quoteContext } from './context-agreement';
import type { TextPositionSelector, TextQuoteSelector } from './selector';
import { endOfLetter, findLetters, indexText, letterAt, type TextIndex } from './text-index';
import { trimRange, visibleText } from './visible-text';

/** Letters of context on each side: at least this many, and up to a sentence bound within reach. */
const leastContext = 40;
const sentenceReach = 240;
/** How far context grows, in letters, to tell a quote from its twins; beyond, position decides. */
const mostContext = 900;
const mostTwins = 2_000;
/** Twins whose surroundings are compared. */
const mostCompared = 200;
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
  const prefixStart = contextStart(index, from, range.start);
  const suffixEnd = contextEnd(index, to, range.end);
  const twins = twinsOf(index, from, to);
  const need = growPastTwins(index.letters, from, to, twins, {
    left: from - letterAt(index, prefixStart),
    right: letterAt(index, suffixEnd) - to,
  });
  const before = index.text.slice(
    Math.min(prefixStart, index.offsets[Math.max(0, from - need.left)] ?? prefixStart),
    range.start,
  );
  const after = index.text.slice(
    range.end,
    Math.max(suffixEnd, endOfLetter(index, Math.min(to + need.right, index.offsets.length) - 1)),
  );
  const prefix = contextText(before).slice(-longestContext);
  const suffix = contextText(after).slice(0, longestContext);
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact: visibleText(index.text.slice(range.start, range.end)),
      ...(prefix !== '' && { prefix }),
      ...(suffix !== '' && { suffix }),
      twins: { count: twins.length, agreement: likest(index, twins, to - from, prefix, suffix) },
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

/** Where the context before a quote starts: after the nearest sentence end, else at a word. */
function contextStart({ text, offsets }: TextIndex, from: number, start: number): number {
  const near = Math.min(start, offsets[from - leastContext] ?? 0);
  const far = offsets[from - sentenceReach] ?? 0;
  let bound = far === 0 ? 0 : -1;
  for (const match of text.slice(far, near).matchAll(sentenceEnd)) {
    bound = far + match.index + match[0].length;
  }
  if (bound !== -1) return bound;
  const space = text.lastIndexOf(' ', near);
  return space > far ? space + 1 : near;
}

/** Where the context after a quote ends. */
function contextEnd(index: TextIndex, to: number, end: number): number {
  const { text, offsets } = index;
  const least = to + leastContext - 1;
  const near = least < offsets.length ? Math.max(end, endOfLetter(index, least)) : text.length;
  const far = offsets[to + sentenceReach] ?? text.length;
  for (const match of text.slice(near, far).matchAll(sentenceEnd)) {
    return near + match.index + match[0].trimEnd().length;
  }
  if (far === text.length) return far;
  const space = text.indexOf(' ', near);
  return space !== -1 && space < far ? space : near;
}

/** The other places with the same letters. */
function twinsOf(index: TextIndex, from: number, to: number): number[] {
  if (from === to) return [];
  const places = findLetters(index, index.letters.slice(from, to), mostTwins, from);
  return places.filter((place) => place !== from);
}

/** How well the surroundings of the most alike of the twins agree, rounded down to hundredths. */
function likest(
  index: TextIndex,
  twins: readonly number[],
  length: number,
  prefix: string,
  suffix: string,
): number {
  const context = quoteContext(prefix, suffix);
  const agreements = twins
    .slice(0, mostCompared)
    .map((twin) => contextAgreement(index, twin, twin + length, context));
  return Math.floor(Math.max(0, ...agreements) * 100) / 100;
}

interface Need {
  left: number;
  right: number;
}

/** Letters of context, at least those given, that no twin shares. */
function growPastTwins(
  letters: string,
  from: number,
  to: number,
  twins: readonly number[],
  least: Need,
): Need {
  const need = { ...least };
  for (const twin of twins) {
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
