import { contextAgreement, type QuoteContext } from './context-agreement';
import { contextText } from './describe-quote';
import { findChanged } from './find-changed';
import { foldText } from './fold-text';
import { rangeOfLetters } from './letter-range';
import { compareJoins } from './same-joins';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './selector';
import { findLetters, indexText, letterAt, type TextIndex } from './text-index';
import { visibleText } from './visible-text';

/** A quote found again: offsets in UTF-16 code units, and how sure the place is, 0 to 1. */
export interface AnchoredQuote {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /**
   * `exact`: the words, where they were or in one place only; `context`: several places, told apart
   * by what surrounds them; `position`: told apart by the position alone; `changed`: words edited.
   */
  readonly how: 'exact' | 'context' | 'position' | 'changed';
}

interface Place {
  /** The first of its letters. */
  readonly place: number;
  readonly joins: ReturnType<typeof compareJoins>;
}

const mostPlaces = 400;
/** Fewer letters with other spaces between them are other words. */
const fewLetters = 16;
/** Surroundings that agree this well leave no doubt. */
const sureAgreement = 0.85;
/** Places whose context is compared in full. */
const mostCompared = 60;

/**
 * Finds a described quote in a text, changed or not. White space, punctuation, case, typography,
 * soft hyphens and ligatures do not matter; places with the same words are told apart by context,
 * then by position; small edits are tolerated. Null when the quote is gone, or when all that is left
 * are the same few words in other surroundings.
 */
export function anchorQuote(
  text: string | TextIndex,
  selectors: readonly Selector[],
): AnchoredQuote | null {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote) return null;
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const plain = typeof text === 'string' ? text : text.text;
  if (position && standsAt(plain, quote, position)) {
    return { start: position.start, end: position.end, score: 1, how: 'exact' };
  }
  const letters = foldText(quote.exact);
  if (letters === '') return anchorMarks(plain, quote, position);
  const index = typeof text === 'string' ? indexText(text) : text;
  const context = { before: foldText(quote.prefix ?? ''), after: foldText(quote.suffix ?? '') };
  const hint = position ? letterAt(index, position.start) : 0;
  const places = placesOf(index, indexText(quote.exact), hint);
  const chosen = places.length > 0 ? choose(index, quote, letters, context, places, hint) : null;
  // The words may stand elsewhere by chance while the quote itself was edited in its place.
  if (chosen && chosen.agreement >= sureAgreement) return chosen.found;
  const changed = findChanged(index, letters, context, hint);
  if (!changed || (chosen && changed.agreement < chosen.agreement + 0.15)) {
    return chosen ? chosen.found : null;
  }
  const range = rangeOfLetters(index, changed.from, changed.to, quote, true);
  return { ...range, score: changed.score, how: 'changed' };
}

/** Whether the quote and its surroundings stand, unchanged, where they did. */
function standsAt(
  text: string,
  quote: TextQuoteSelector,
  { start, end }: TextPositionSelector,
): boolean {
  if (end <= start || end > text.length) return false;
  if (visibleText(text.slice(start, end)) !== quote.exact) return false;
  const { prefix = '', suffix = '' } = quote;
  const before = contextText(text.slice(Math.max(0, start - prefix.length * 2 - 64), start));
  const after = contextText(text.slice(end, end + suffix.length * 2 + 64));
  return before.endsWith(prefix) && after.startsWith(suffix);
}

/** A quote without letters: its very characters, told apart by context and position. */
function anchorMarks(
  text: string,
  quote: TextQuoteSelector,
  position: TextPositionSelector | undefined,
): AnchoredQuote | null {
  let best: { start: number; rank: number } | null = null;
  let count = 0;
  for (
    let start = text.indexOf(quote.exact);
    start !== -1 && count < mostPlaces;
    start = text.indexOf(quote.exact, start + 1)
  ) {
    count += 1;
    const at = { type: 'TextPositionSelector', start, end: start + quote.exact.length } as const;
    if ((quote.prefix || quote.suffix) && !standsAt(text, quote, at)) continue;
    const rank = position ? Math.abs(position.start - start) : 0;
    if (!best || rank < best.rank) best = { start, rank };
  }
  if (!best) return null;
  const end = best.start + quote.exact.length;
  return { start: best.start, end, score: count > 1 ? 0.7 : 0.9, how: 'context' };
}

/** Where the quote's letters stand as its words: with the same joins if anywhere. */
function placesOf(index: TextIndex, quote: TextIndex, hint: number): Place[] {
  const { length } = quote.letters;
  const places = findLetters(index, quote.letters, mostPlaces, hint)
    .filter((place) => !cutsCharacter(index, place, place + length))
    .map((place) => ({ place, joins: compareJoins(quote, index, place) }));
  const alike = places.filter(({ joins }) => joins === 'alike');
  if (alike.length > 0) return alike;
  return length < fewLetters ? [] : places.filter(({ joins }) => joins === 'words');
}

/** Of a ligature or a composed syllable a match must take all or nothing. */
function cutsCharacter(index: TextIndex, from: number, to: number): boolean {
  const { offsets } = index;
  return (
    (from > 0 && offsets[from] === offsets[from - 1]) ||
    (to < offsets.length && offsets[to] === offsets[to - 1])
  );
}

const letterOrDigit = /[\p{L}\p{N}]/u;

/** Whether words end or go on at the two ends of a place as they did at those of the quote. */
function breaksAlike(
  text: string,
  start: number,
  end: number,
  { exact, prefix, suffix }: TextQuoteSelector,
): boolean {
  const goesOn = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && letterOrDigit.test(a) && letterOrDigit.test(b);
  return (
    goesOn(text[start - 1], text[start]) === goesOn(prefix?.at(-1), exact[0]) &&
    goesOn(text[end - 1], text[end]) === goesOn(exact.at(-1), suffix?.[0])
  );
}

function choose(
  index: TextIndex,
  quote: TextQuoteSelector,
  letters: string,
  context: QuoteContext,
  places: readonly Place[],
  hint: number,
): { readonly found: AnchoredQuote; readonly agreement: number } | null {
  const compared =
    places.length <= mostCompared ? places : nearest(places, index, letters, context, hint);
  const ranked = compared
    .map(({ place, joins }) => {
      const range = rangeOfLetters(index, place, place + letters.length, quote, false);
      const agreement = contextAgreement(index, place, place + letters.length, context);
      const alike = breaksAlike(index.text, range.start, range.end, quote);
      return { range, agreement: alike ? agreement : agreement * 0.7, place, joins };
    })
    .sort(
      (a, b) => b.agreement - a.agreement || Math.abs(a.place - hint) - Math.abs(b.place - hint),
    );
  const [best, second] = ranked;
  if (!best || best.agreement < contextNeeded(letters.length)) return null;
  const { agreement } = best;
  const score = 0.6 + 0.4 * agreement;
  if (best.joins !== 'alike') {
    return { found: { ...best.range, score: score * 0.8, how: 'changed' }, agreement };
  }
  if (!second) return { found: { ...best.range, score, how: 'exact' }, agreement };
  if ((agreement === 1 && second.agreement < 1) || agreement - second.agreement > 0.02) {
    return { found: { ...best.range, score, how: 'context' }, agreement };
  }
  const alike = ranked.filter((place) => agreement - place.agreement <= 0.02);
  const close = alike.reduce((a, b) => (distance(b) < distance(a) ? b : a), best);
  return { found: { ...close.range, score: score * 0.7, how: 'position' }, agreement };

  function distance(place: { readonly place: number }): number {
    return Math.abs(place.place - hint);
  }
}

/** A few words occur anywhere: they are the quote only among what surrounded them. */
function contextNeeded(length: number): number {
  if (length < fewLetters) return 0.3;
  return length < 32 ? 0.15 : 0;
}

/** The places with the most context directly beside them, for a quote that occurs very often. */
function nearest(
  places: readonly Place[],
  index: TextIndex,
  letters: string,
  context: QuoteContext,
  hint: number,
): Place[] {
  const beside = { before: context.before.slice(-12), after: context.after.slice(0, 12) };
  return places
    .map(({ place, joins }) => ({
      place,
      joins,
      rank: contextAgreement(index, place, place + letters.length, beside),
    }))
    .sort((a, b) => b.rank - a.rank || Math.abs(a.place - hint) - Math.abs(b.place - hint))
    .slice(0, mostCompared);
}
