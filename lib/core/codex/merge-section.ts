/** Three texts of one section made one: what either side wrote since the base is in it. */
import type { SectionName } from './card';
import { readBullet } from './lists';
import { cutPieces, joinPieces, type Piece, type SectionForm } from './pieces';
import { normalSection } from './section-text';
import { threeWay, type Run } from './three-way';
import { uniteLists, uniteQuotes, unitsOf } from './unite';

const forms: Readonly<Record<SectionName, SectionForm>> = {
  claim: 'prose',
  mechanism: 'prose',
  conditions: 'list',
  evidence: 'quotes',
  signals: 'list',
  counterEvidence: 'paragraphs',
  crossReferences: 'list',
};

/**
 * The section with the edits of both sides, in theirs' bytes where it says what they say; undefined
 * where both rewrote the same words of running text. `name` is undefined for a section of the
 * card's own. No quote is ever put together of two.
 */
export function mergeSection(
  name: SectionName | undefined,
  base: string,
  mine: string,
  theirs: string,
): string | undefined {
  const [b, m, t] = [normalSection(base), normalSection(mine), normalSection(theirs)];
  if (m === t || m === b) return t;
  if (t === b) return m;
  const form = name === undefined ? 'prose' : forms[name];
  const sides = { base: cutPieces(b, form), mine: cutPieces(m, form), theirs: cutPieces(t, form) };
  const merged = mergePieces(sides, form);
  return merged && normalSection(joinPieces(merged, form));
}

interface Sides {
  readonly base: readonly Piece[];
  readonly mine: readonly Piece[];
  readonly theirs: readonly Piece[];
}

function mergePieces(sides: Sides, form: SectionForm): Piece[] | undefined {
  const keys = (pieces: readonly Piece[]): string[] => pieces.map(({ key }) => key);
  const known = new Set(sides.base.map(({ name }) => name));
  const news = new Set(
    sides.theirs.map(({ name }) => name).filter((name) => name !== '' && !known.has(name)),
  );
  const merged: Piece[] = [];
  for (const region of threeWay(keys(sides.base), keys(sides.mine), keys(sides.theirs))) {
    if (region.kind !== 'both') {
      const pieces = slice(sides[region.kind], region.run);
      merged.push(...(region.kind === 'mine' ? withoutTwice(pieces, news, form) : pieces));
      continue;
    }
    const here: Sides = {
      base: slice(sides.base, region.base),
      mine: slice(sides.mine, region.mine),
      theirs: slice(sides.theirs, region.theirs),
    };
    const united = uniteHere(here, form);
    if (united === undefined) return undefined;
    merged.push(...united);
  }
  return merged;
}

/** What both added, though in different places, is there once; a quote goes with what is below it. */
function withoutTwice(
  pieces: readonly Piece[],
  news: ReadonlySet<string>,
  form: SectionForm,
): Piece[] {
  if (form === 'prose') return [...pieces];
  const units = form === 'list' ? pieces.map((piece) => [piece]) : unitsOf(pieces);
  return units.filter((unit) => !unit.every(({ name }) => news.has(name))).flat();
}

function slice(pieces: readonly Piece[], { from, to }: Run): Piece[] {
  return pieces.slice(from, to);
}

/** One stretch that both sides changed. */
function uniteHere({ base, mine, theirs }: Sides, form: SectionForm): Piece[] | undefined {
  if (startsWith(mine, theirs) && mine.length === theirs.length) return [...theirs];
  if (form === 'quotes' || (form === 'paragraphs' && base.length === 0)) {
    return uniteQuotes(base, mine, theirs);
  }
  if (form === 'list' && [...base, ...mine, ...theirs].every(isListed)) {
    return uniteLists(base, mine, theirs);
  }
  return uniteEdges(base, mine, theirs);
}

/** One side added before or after the words that the other one changed: the edits only touch. */
function uniteEdges(
  base: readonly Piece[],
  mine: readonly Piece[],
  theirs: readonly Piece[],
): Piece[] | undefined {
  if (base.length === 0) return undefined;
  if (startsWith(mine, base)) return [...theirs, ...mine.slice(base.length)];
  if (startsWith(theirs, base)) return [...mine, ...theirs.slice(base.length)];
  if (endsWith(mine, base)) return [...mine.slice(0, -base.length), ...theirs];
  if (endsWith(theirs, base)) return [...theirs.slice(0, -base.length), ...mine];
  return undefined;
}

function startsWith(pieces: readonly Piece[], start: readonly Piece[]): boolean {
  return start.every(({ key }, index) => pieces[index]?.key === key);
}

function endsWith(pieces: readonly Piece[], end: readonly Piece[]): boolean {
  return pieces.length >= end.length && startsWith(pieces.slice(pieces.length - end.length), end);
}

/** A bullet, a blank line, or the label of a list of conditions. */
function isListed({ key }: Piece): boolean {
  return (
    key === '' || readBullet(key) !== undefined || /^[*_\s]*(holds|fails) when[:*_\s]*$/i.test(key)
  );
}
