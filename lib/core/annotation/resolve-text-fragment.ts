import { endInText, searchable, type SearchableText } from './searchable-text';
import { readDirective, type TextDirective } from './text-directive';
import { isWordBoundary } from './word-boundary';

/** Places that are tried before a directive counts as leading nowhere: a page may repeat one word for ever. */
export const mostTries = 2_000;

/** How many places may still be tried; what looks for words counts it down. */
export interface Tries {
  left: number;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * The range of a text (offsets in UTF-16 code units) that a text directive leads to, by "find a range
 * from a text directive" of https://wicg.github.io/scroll-to-text-fragment/: the first place whose
 * words are bounded and whose surroundings agree. Line breaks of the text are its block bounds.
 * Undefined when there is none among the places that are tried, and when the directive is not valid.
 */
export function resolveTextFragment(
  written: string,
  text: string | SearchableText,
  tries: Tries = { left: mostTries },
): Place | undefined {
  const directive = readDirective(written);
  if (!directive) return undefined;
  const page = typeof text === 'string' ? searchable(text) : text;
  const terms = mapTerms(directive, (term) => searchable(term).characters.trim());
  if (Object.values(terms).includes('')) return undefined;
  const found = find(page, terms, tries);
  return (
    found && {
      start: page.offsets[found.start] ?? 0,
      end: endInText(page, found.end),
    }
  );
}

function mapTerms(directive: TextDirective, change: (term: string) => string): TextDirective {
  const { prefix, start, end, suffix } = directive;
  return {
    start: change(start),
    ...(prefix !== undefined && { prefix: change(prefix) }),
    ...(end !== undefined && { end: change(end) }),
    ...(suffix !== undefined && { suffix: change(suffix) }),
  };
}

interface Bounds {
  readonly start: boolean;
  readonly end: boolean;
}

function find(page: SearchableText, terms: TextDirective, tries: Tries): Place | undefined {
  const { prefix, start, end, suffix } = terms;
  const startBounds = {
    start: prefix === undefined,
    end: end !== undefined || suffix === undefined,
  };
  for (let from = 0; tries.left > 0;) {
    let match: Place | undefined;
    if (prefix === undefined) {
      match = next(page, start, from, startBounds, tries);
      if (!match) return undefined;
      from = match.start + 1;
    } else {
      const before = next(page, prefix, from, { start: true, end: false }, tries);
      if (!before) return undefined;
      from = before.start + 1;
      match = at(page, start, afterSpace(page, before.end), startBounds);
      if (!match) continue;
    }
    const whole = finishMatch(page, match, terms, tries);
    if (whole) return whole;
  }
  return undefined;
}

/** The match with its end, where what stands behind it agrees. */
function finishMatch(
  page: SearchableText,
  match: Place,
  { end, suffix }: TextDirective,
  tries: Tries,
): Place | undefined {
  const isFollowed = (place: Place): boolean =>
    suffix === undefined ||
    at(page, suffix, afterSpace(page, place.end), { start: false, end: true }) !== undefined;
  if (end === undefined) return isFollowed(match) ? match : undefined;
  for (let from = match.end; tries.left > 0;) {
    const last = next(page, end, from, { start: true, end: suffix === undefined }, tries);
    if (!last) return undefined;
    const whole = { start: match.start, end: last.end };
    if (isFollowed(whole)) return whole;
    from = last.end;
  }
  return undefined;
}

/** The next place of a term with the bounds it needs. */
function next(
  page: SearchableText,
  term: string,
  from: number,
  bounds: Bounds,
  tries: Tries,
): Place | undefined {
  for (
    let start = page.characters.indexOf(term, from);
    start >= 0 && tries.left > 0;
    start = page.characters.indexOf(term, start + 1)
  ) {
    tries.left -= 1;
    const place = bounded(page, start, start + term.length, bounds);
    if (place) return place;
  }
  return undefined;
}

function at(page: SearchableText, term: string, start: number, bounds: Bounds): Place | undefined {
  return page.characters.startsWith(term, start)
    ? bounded(page, start, start + term.length, bounds)
    : undefined;
}

function bounded(
  page: SearchableText,
  start: number,
  end: number,
  bounds: Bounds,
): Place | undefined {
  const { text, offsets } = page;
  // A term that ends within a ligature would take all of it.
  const isCut = offsets[start] === offsets[start - 1] || offsets[end] === offsets[end - 1];
  if (isCut) return undefined;
  if (bounds.start && !isWordBoundary(text, offsets[start] ?? 0)) return undefined;
  if (bounds.end && !isWordBoundary(text, endInText(page, end))) return undefined;
  return { start, end };
}

function afterSpace({ characters }: SearchableText, place: number): number {
  const character = characters[place];
  // White space is folded to one character.
  return character === ' ' || character === '\n' ? place + 1 : place;
}
