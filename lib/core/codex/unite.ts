/** Three rows of things with names, a section's bullets or quotes, made one: what either added. */
import { align, threeWay, type Run } from './three-way';

interface Named {
  /** Empty for a blank line, of which there may be many. */
  readonly name: string;
}

/** What stands in one place, or in all of a section, on the three sides. */
export interface Sides<T> {
  readonly base: readonly T[];
  readonly mine: readonly T[];
  readonly theirs: readonly T[];
}

/**
 * Theirs and mine in one row, without what either took away; what both have stands once, and where
 * the order is open theirs goes first.
 */
export function uniteLists<T extends Named>({ base, mine, theirs }: Sides<T>): T[] {
  const { kept, added } = withoutRemoved({ base, mine, theirs });
  const there = new Set(kept.map(nameOf));
  const row: T[] = [];
  for (const part of align(kept.map(nameOf), added.map(nameOf))) {
    row.push(...kept.slice(part.one.from, part.one.to));
    if (part.kind === 'same') continue;
    const mineHere = added.slice(part.other.from, part.other.to);
    row.push(...mineHere.filter(({ name }) => name === '' || !there.has(name)));
  }
  return row;
}

/**
 * The same for rows in which no name stands twice, in the order that both sides gave them: what one
 * side moved stands where it moved it to.
 */
export function mergeRows<T extends Named>(sides: Sides<T>): T[] {
  const { base, mine, theirs } = sides;
  const names = [base, mine, theirs].map((side) => side.map(nameOf));
  const [before = [], own = [], there = []] = names;
  const row = threeWay(before, own, there).flatMap((region) =>
    region.kind === 'both'
      ? uniteLists(sidesIn(sides, region))
      : sides[region.kind].slice(region.run.from, region.run.to),
  );
  const [inMine, inTheirs] = [new Set(own), new Set(there)];
  const seen = new Set(before.filter((name) => !inMine.has(name) || !inTheirs.has(name)));
  return row.filter(({ name }) => !seen.has(name) && seen.add(name));
}

/** What the three sides have in one stretch. */
export function sidesIn<T>(
  { base, mine, theirs }: Sides<T>,
  region: Readonly<Record<keyof Sides<T>, Run>>,
): Sides<T> {
  const cut = (side: readonly T[], { from, to }: Run): T[] => side.slice(from, to);
  return {
    base: cut(base, region.base),
    mine: cut(mine, region.mine),
    theirs: cut(theirs, region.theirs),
  };
}

function nameOf({ name }: Named): string {
  return name;
}

/** Theirs without what mine took away, and mine without what theirs took away. */
function withoutRemoved<T extends Named>({
  base,
  mine,
  theirs,
}: Sides<T>): { readonly kept: T[]; readonly added: T[] } {
  const missingIn = (side: readonly T[]): Set<string> => {
    const there = new Set(side.map(nameOf));
    return new Set(base.map(nameOf).filter((name) => name !== '' && !there.has(name)));
  };
  const [goneFromMine, goneFromTheirs] = [missingIn(mine), missingIn(theirs)];
  return {
    kept: theirs.filter(({ name }) => !goneFromMine.has(name)),
    added: mine.filter(({ name }) => !goneFromTheirs.has(name)),
  };
}
