import { contextAgreement } from './context-agreement';
import { rangeOfLetters } from './letter-range';
import { compareJoins } from './same-joins';
import type { SoughtQuote } from './sought-quote';
import { findLetters, type TextIndex } from './text-index';
import { visibleText } from './visible-text';

/** A place where a text says a quote's words. */
export interface ExactPlace {
  /** Its first letter. */
  readonly from: number;
  readonly range: { readonly start: number; readonly end: number };
  /** Whether the spaces between the words are the quote's too. */
  readonly isAlike: boolean;
  /** How well its surroundings agree, 0 to 1. */
  readonly agreement: number;
  /** What small signs say for it, about 0 to 0.3: marks, breaks and position are the quote's. */
  readonly signs: number;
}

const mostPlaces = 400;
/** Fewer letters with other spaces between them are other words. */
const fewLetters = 16;
/** Places whose context is compared in full. */
const mostCompared = 30;

/** The places that say a quote's words, those whose surroundings agree best first. */
export function exactPlaces(
  index: TextIndex,
  sought: SoughtQuote,
  resemblance: (start: number) => number,
): ExactPlace[] {
  const { letters } = sought.words;
  const found = findLetters(index, letters, mostPlaces, sought.hint ?? 0)
    .filter((from) => !cutsCharacter(index, from, from + letters.length))
    .map((from) => ({ from, joins: compareJoins(sought.words, index, from) }));
  const alike = found.filter(({ joins }) => joins === 'alike');
  const isAlike = alike.length > 0;
  if (!isAlike && letters.length < fewLetters) return [];
  const places = isAlike ? alike : found.filter(({ joins }) => joins === 'words');
  return nearest(
    index,
    sought,
    places.map(({ from }) => from),
  )
    .map((from) => placeAt(index, sought, from, isAlike))
    .map((place, _, all) =>
      all.length > 1
        ? { ...place, signs: place.signs + 0.2 * resemblance(place.range.start) }
        : place,
    )
    .sort((a, b) => rank(b) - rank(a));
}

/** Context was grown until no twin shared all of it: where all agrees, small signs do not count. */
function rank({ agreement, signs }: ExactPlace): number {
  return agreement === 1 ? 2 + signs : agreement + signs;
}

function placeAt(
  index: TextIndex,
  { selector, words, context, hint }: SoughtQuote,
  from: number,
  isAlike: boolean,
): ExactPlace {
  const to = from + words.letters.length;
  const range = rangeOfLetters(index, from, to, selector, false);
  const agreement = contextAgreement(index, from, to, context);
  const { text } = index;
  const breaks = breaksAlike(text, range, selector);
  const marks =
    markBefore(text.slice(Math.max(0, range.start - 80), range.start)) ===
      markBefore(selector.prefix ?? '') &&
    markAfter(text.slice(range.end, range.end + 80)) === markAfter(selector.suffix ?? '');
  const same = visibleText(text.slice(range.start, range.end)) === selector.exact;
  const nearby = hint === null ? 0 : Math.exp(-Math.abs(from - hint) / 100);
  return {
    from,
    range,
    isAlike,
    agreement: breaks ? agreement : agreement * 0.7,
    signs: (marks ? 0.06 : 0) + (same ? 0.1 : 0) + 0.1 * nearby,
  };
}

/** The mark or letter before a quote; a line break where a block starts. */
function markBefore(text: string): string {
  return /\n\s*$/.test(text) ? '\n' : (text.trimEnd().at(-1) ?? '\n');
}

function markAfter(text: string): string {
  return /^\s*\n/.test(text) ? '\n' : (text.trimStart()[0] ?? '\n');
}

/** Of a ligature or a composed syllable a match must take all or nothing. */
function cutsCharacter({ offsets }: TextIndex, from: number, to: number): boolean {
  return (
    (from > 0 && offsets[from] === offsets[from - 1]) ||
    (to < offsets.length && offsets[to] === offsets[to - 1])
  );
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether words end or go on at the two ends of a place as they did at those of the quote. */
function breaksAlike(
  text: string,
  { start, end }: ExactPlace['range'],
  { exact, prefix, suffix }: SoughtQuote['selector'],
): boolean {
  const goesOn = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && letterOrDigit.test(a) && letterOrDigit.test(b);
  return (
    goesOn(text[start - 1], text[start]) === goesOn(prefix?.at(-1), exact[0]) &&
    goesOn(text[end - 1], text[end]) === goesOn(exact.at(-1), suffix?.[0])
  );
}

/** The places with the most context directly beside them, for a quote that occurs very often. */
function nearest(index: TextIndex, sought: SoughtQuote, places: readonly number[]): number[] {
  if (places.length <= mostCompared) return [...places];
  const { context, words } = sought;
  const hint = sought.hint ?? 0;
  const beside = {
    ...context,
    before: context.before.slice(-12),
    after: context.after.slice(0, 12),
  };
  return places
    .map((from) => ({
      from,
      rank: contextAgreement(index, from, from + words.letters.length, beside),
    }))
    .sort((a, b) => b.rank - a.rank || Math.abs(a.from - hint) - Math.abs(b.from - hint))
    .slice(0, mostCompared)
    .map(({ from }) => from);
}
