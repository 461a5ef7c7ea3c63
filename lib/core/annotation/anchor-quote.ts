import { contextText } from './describe-quote';
import { exactPlaces, type ExactPlace } from './exact-places';
import { changedSteps, type ChangedPlace } from './find-changed';
import { finish } from './finish';
import { foldText } from './fold-text';
import { rangeOfLetters } from './letter-range';
import type { Selector, TextPositionSelector, TextQuoteSelector } from './selector';
import { soughtQuote, type SoughtQuote } from './sought-quote';
import { indexText, type TextIndex } from './text-index';
import { visibleText } from './visible-text';

/** Offsets in UTF-16 code units. */
interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A quote found again, and how sure the place is, 0 to 1. */
export interface AnchoredQuote extends TextRange {
  readonly score: number;
  /** Where the rest of it went, when paragraphs of it were moved apart. */
  readonly elsewhere?: readonly TextRange[];
  /**
   * `exact`: the words, where they were or in one place only; `context`: several places, told apart
   * by what surrounds them; `position`: told apart by the position alone; `changed`: words edited.
   */
  readonly how: 'exact' | 'context' | 'position' | 'changed';
}

/** Places that marks without letters are looked for in. */
const mostPlaces = 400;
/** Surroundings that agree this well leave no doubt, unless the quote had twins. */
const sureAgreement = 0.85;
/** Agreement that tells nothing. */
const closeAgreement = 0.02;

/**
 * Finds a described quote in a text, changed or not. White space, punctuation, case, typography,
 * soft hyphens and ligatures do not matter; places with the same words are told apart by context,
 * then by marks and position; edits are tolerated. `resemblance` says how much like the quote's own
 * a place (its offset) looks, 0 to 1, and helps where context does not. Null when the quote is gone,
 * or when all that is left are the same words in other surroundings.
 */
export function anchorQuote(
  text: string | TextIndex,
  selectors: readonly Selector[],
  resemblance?: (start: number) => number,
): AnchoredQuote | null {
  return finish(anchorQuoteSteps(text, selectors, resemblance));
}

/** {@link anchorQuote} in steps of some milliseconds: much edited, a long quote takes several. */
export function* anchorQuoteSteps(
  text: string | TextIndex,
  selectors: readonly Selector[],
  resemblance: (start: number) => number = () => 0,
): Generator<void, AnchoredQuote | null> {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  if (!quote) return null;
  const position = selectors.find((selector) => selector.type === 'TextPositionSelector');
  const plain = typeof text === 'string' ? text : text.text;
  if (position && standsAt(plain, quote, position)) {
    return { start: position.start, end: position.end, score: 1, how: 'exact' };
  }
  if (foldText(quote.exact) === '') return anchorMarks(plain, quote, position);
  const index = typeof text === 'string' ? indexText(text) : text;
  return yield* letterSteps(index, soughtQuote(index, quote, position), resemblance);
}

function* letterSteps(
  index: TextIndex,
  sought: SoughtQuote,
  resemblance: (start: number) => number,
): Generator<void, AnchoredQuote | null> {
  const { selector, words, hint } = sought;
  const { length } = words.letters;
  const places = exactPlaces(index, sought, resemblance);
  const [exact] = places;
  const hadTwins = (selector.twins?.count ?? 1) > 0;
  if (exact && (exact.agreement === 1 || (!hadTwins && exact.agreement >= sureAgreement))) {
    return foundExact(exact, places);
  }
  const isKept = exact !== undefined && isTheQuote(sought, exact, places.length);
  const worth = (kept: number, agreement: number, from: number): number =>
    worthOf(length, kept, agreement) +
    (hint === null ? 0 : 6 * Math.exp(-Math.abs(from - hint) / 400));
  // The words may stand elsewhere by chance while the quote itself was edited in its place.
  let best: ChangedPlace | null = null;
  let most = isKept ? worth(1, exact.agreement, exact.from) : 0;
  for (const place of yield* changedSteps(index, words.letters, sought.context, hint ?? 0)) {
    if (place.kept < keptNeeded(sought, place.agreement)) continue;
    if (places.some(({ from }) => from === place.from && place.kept === 1)) continue;
    if (isKept && !hadTwins && length >= 16 && place.kept < 0.9) continue;
    const isTorn = place.kept > 0.95 && place.agreement > (isKept ? exact.agreement : 0) + 0.6;
    if (!isTorn && place.put > (isKept ? length : 60 + 2 * length)) continue;
    const own = worth(place.kept, place.agreement, place.from);
    if (own <= most) continue;
    best = place;
    most = own;
  }
  if (!best) return isKept ? foundExact(exact, places) : null;
  const score = 0.6 * best.kept + 0.3 * best.agreement;
  const range = rangeOfLetters(index, best.from, best.to, selector, true);
  const elsewhere = best.elsewhere.map(({ from, to }) =>
    rangeOfLetters(index, from, to, selector, true),
  );
  return { ...range, score, how: 'changed', ...(elsewhere.length > 0 && { elsewhere }) };
}

/** Whether the best of the places with a quote's words is the quote, and not words like it. */
function isTheQuote(
  { selector, words }: SoughtQuote,
  { agreement }: ExactPlace,
  places: number,
): boolean {
  const { length } = words.letters;
  const { twins } = selector;
  if (!twins) {
    // A few words occur anywhere: they are the quote only among what surrounded them.
    return agreement >= (length < 16 ? 0.3 : length < 32 ? 0.15 : 0);
  }
  if (twins.count === 0) return agreement >= (length < 10 ? 0.3 : 0);
  // One of the places is gone: was it the quote, then what is left agrees as its twins did.
  if (places <= twins.count && agreement <= twins.agreement + 0.02) return false;
  return agreement >= 0.4;
}

function foundExact(best: ExactPlace, places: readonly ExactPlace[]): AnchoredQuote {
  const score = 0.6 + 0.4 * best.agreement;
  if (!best.isAlike) return { ...best.range, score: score * 0.8, how: 'changed' };
  if (places.length === 1) return { ...best.range, score, how: 'exact' };
  const isClear = places.every(
    (place) => place === best || best.agreement - place.agreement > closeAgreement,
  );
  return isClear
    ? { ...best.range, score, how: 'context' }
    : { ...best.range, score: score * 0.7, how: 'position' };
}

/** What a place is worth among others, in letters: its words, and what surrounds them. */
function worthOf(length: number, kept: number, agreement: number): number {
  return kept * Math.min(length, 80) + agreement * 48 + (agreement === 1 ? 8 : 0);
}

/** The share of the words that must be left, given how well their surroundings agree. */
function keptNeeded({ words, context }: SoughtQuote, agreement: number): number {
  const { length } = words.letters;
  const hasContext = context.before !== '' || context.after !== '';
  if (!hasContext) return length < 24 ? 1.1 : 0.8;
  if (length < 24) return agreement >= 0.7 ? 0.5 : agreement >= 0.5 ? 0.85 : 1.1;
  return agreement >= 0.5 ? 0.45 : agreement >= 0.35 ? 0.65 : 0.85;
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
  // A context may end within white space, of which the part that it has is written otherwise.
  return before.endsWith(prefix.trimStart()) && after.startsWith(suffix.trimEnd());
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
