/** Quotes with what stands below them, of two sides, put together. */
import type { Piece } from './pieces';
import { mergeRows, type Sides } from './unite';

/** A quote with all up to the next one; the first has no quote but what stands before them all. */
interface Unit {
  /** The quote, and which of those that say the same. */
  readonly name: string;
  readonly quote: readonly Piece[];
  readonly below: readonly Numbered[];
}

interface Numbered {
  readonly name: string;
  readonly piece: Piece;
}

/**
 * What either side has, without what either took away: a quote that both have stands once, with
 * what both have below it, theirs first. Undefined where words would stand below another quote than
 * they stood below: one side took a quote away or rewrote it, and the other changed what is below.
 */
export function mergeQuotes(pieces: Sides<Piece>): Piece[] | undefined {
  const sides = {
    base: unitsOf(pieces.base),
    mine: unitsOf(pieces.mine),
    theirs: unitsOf(pieces.theirs),
  };
  const { base, mine, theirs } = sides;
  const [before, own, there] = [byName(base), byName(mine), byName(theirs)];
  for (const [name, unit] of before) {
    const [one, other] = [own.get(name), there.get(name)];
    const left = one ?? other;
    const isGone = one === undefined || other === undefined;
    if (isGone && left && !isSameRow(left.below, unit.below)) return undefined;
  }
  return mergeRows(sides).flatMap(({ name, ...unit }) => {
    const [b, m, t] = [before.get(name), own.get(name), there.get(name)];
    if (!m || !t) return [...unit.quote, ...unit.below.map(({ piece }) => piece)];
    const quotes = { base: b?.quote ?? [], mine: m.quote, theirs: t.quote };
    const below = { base: b?.below ?? [], mine: m.below, theirs: t.below };
    return [...written(quotes), ...mergeBelow(below)];
  });
}

/** Whether each quote without words below it shares the attribution that it shared. */
export function keepsShared(
  pieces: readonly Piece[],
  { mine, theirs }: Pick<Sides<Piece>, 'mine' | 'theirs'>,
): boolean {
  const shared = new Set([mine, theirs].flatMap(sharedIn));
  return sharedIn(pieces).every((pair) => shared.has(pair));
}

/** Each quote without words below it, and the first words below those that follow it. */
function sharedIn(pieces: readonly Piece[]): string[] {
  let next: string | undefined;
  return unitsOf(pieces)
    .toReversed()
    .flatMap(({ name, quote, below: [first] }) => {
      if (first) next = first.name;
      return first || quote.length === 0 ? [] : [JSON.stringify([name, next])];
    });
}

function mergeBelow(sides: Sides<Numbered>): Piece[] {
  const { base, mine, theirs } = sides;
  const [before, own, there] = [byName(base), byName(mine), byName(theirs)];
  const one = (piece: Piece | undefined): Piece[] => (piece ? [piece] : []);
  return mergeRows(sides).map(({ name, piece }) => {
    const [b, m, t] = [before, own, there].map((side) => one(side.get(name)?.piece)) as Three;
    const [kept = piece] =
      m.length > 0 && t.length > 0 ? written({ base: b, mine: m, theirs: t }) : [];
    return kept;
  });
}

type Three = [Piece[], Piece[], Piece[]];

/** As theirs has it written, white space and all, or as mine where only mine changed that. */
function written({ base, mine, theirs }: Sides<Piece>): readonly Piece[] {
  const text = (pieces: readonly Piece[]): string =>
    pieces.flatMap(({ lines }) => lines).join('\n');
  return text(base) === text(theirs) ? mine : theirs;
}

function isSameRow(one: readonly Numbered[], other: readonly Numbered[]): boolean {
  return one.length === other.length && one.every(({ name }, index) => name === other[index]?.name);
}

function byName<T extends { readonly name: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.name, item]));
}

function unitsOf(pieces: readonly Piece[]): Unit[] {
  const quotes = [...pieces.keys()].filter((index) => pieces[index]?.quote);
  const number = counter();
  return [-1, ...quotes].map((at, index) => {
    const below = counter();
    const quote = pieces.slice(Math.max(at, 0), at + 1);
    return {
      name: number(quote[0]?.name ?? ''),
      quote,
      below: pieces
        .slice(at + 1, quotes[index])
        .map((piece) => ({ name: below(piece.name), piece })),
    };
  });
}

/** Names that are given again get numbers. */
function counter(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${count} ${name}`;
  };
}
