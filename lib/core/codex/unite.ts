/** What two sides made of the same stretch of a list, put together: everything either wrote. */
import type { Piece } from './pieces';
import { align } from './three-way';

/**
 * Theirs and mine in one row, without what either took away; what both have stands once, and where
 * the order is open theirs goes first.
 */
export function uniteLists(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): Piece[] {
  const { kept, added } = withoutRemoved(base, mine, theirs);
  const there = new Set(kept.map(nameOf));
  const row: Piece[] = [];
  for (const part of align(kept.map(nameOf), added.map(nameOf))) {
    row.push(...kept.slice(part.one.from, part.one.to));
    if (part.kind === 'same') continue;
    const mineHere = added.slice(part.other.from, part.other.to);
    row.push(...mineHere.filter((piece) => piece.key === '' || !there.has(nameOf(piece))));
  }
  return row;
}

/**
 * As `uniteLists` for quotes: what stands below a quote stays with it, and where both have a quote,
 * what mine has below it goes below theirs.
 */
export function uniteQuotes(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): Piece[] {
  const { kept, added } = withoutRemoved(base, mine, theirs);
  const units = unitsOf(kept);
  for (const unit of unitsOf(added)) {
    const [head] = unit;
    const same = units.find(([first]) => first && head && nameOf(first) === nameOf(head));
    if (same === undefined) units.push(unit);
    else {
      const there = new Set(same.map(nameOf));
      same.push(...unit.filter((piece) => !there.has(nameOf(piece))));
    }
  }
  return units.flat();
}

function nameOf({ name }: Piece): string {
  return name;
}

/** Theirs without what mine took away, and mine without what theirs took away. */
function withoutRemoved(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): { readonly kept: Piece[]; readonly added: Piece[] } {
  const missingIn = (side: readonly Piece[]): Set<string> => {
    const there = new Set(side.map(nameOf));
    return new Set(base.map(nameOf).filter((name) => name !== '' && !there.has(name)));
  };
  const [goneFromMine, goneFromTheirs] = [missingIn(mine), missingIn(theirs)];
  return {
    kept: theirs.filter((piece) => !goneFromMine.has(nameOf(piece))),
    added: mine.filter((piece) => !goneFromTheirs.has(nameOf(piece))),
  };
}

/** A quote with all up to the next one; what stands before the first quote is by itself. */
export function unitsOf(pieces: readonly Piece[]): Piece[][] {
  const units: Piece[][] = [];
  let quoted = false;
  for (const piece of pieces) {
    if (piece.quote || !quoted) units.push([piece]);
    else units.at(-1)?.push(piece);
    quoted ||= piece.quote;
  }
  return units;
}
