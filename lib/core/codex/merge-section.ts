/** Three texts of one section made one: what either side wrote since the base is in it. */
import type { SectionName } from './card';
import { readBullet } from './lists';
import { keepsShared, mergeQuotes } from './merge-quotes';
import { cutPieces, joinPieces, type Piece, type SectionForm } from './pieces';
import { normalSection } from './section-text';
import { threeWay } from './three-way';
import { sidesIn, uniteLists, type Sides } from './unite';

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
 * where both rewrote the same words of running text, or where words would come to stand below
 * another quote, bullet or label than they stood below. `name` is undefined for a section of the
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
  const merged = form === 'quotes' ? mergeQuotes(sides) : mergePieces(sides, form);
  if (merged === undefined) return undefined;
  const text = normalSection(joinPieces(merged, form));
  return form === 'prose' || keepsPlaces(cutPieces(text, form), sides) ? text : undefined;
}

/** Whether all stands below a quote, a bullet or a label that it stood below on one of the sides. */
function keepsPlaces(pieces: readonly Piece[], sides: Sides<Piece>): boolean {
  const stood = new Set([...sides.mine, ...sides.theirs].map(({ name }) => name));
  return pieces.every(({ name }) => name === '' || stood.has(name)) && keepsShared(pieces, sides);
}

function mergePieces(sides: Sides<Piece>, form: SectionForm): Piece[] | undefined {
  const keys = (pieces: readonly Piece[]): string[] => pieces.map(({ key }) => key);
  const known = new Set(sides.base.map(({ name }) => name));
  const news = new Set(
    sides.theirs.map(({ name }) => name).filter((name) => name !== '' && !known.has(name)),
  );
  const merged: Piece[] = [];
  for (const region of threeWay(keys(sides.base), keys(sides.mine), keys(sides.theirs))) {
    if (region.kind !== 'both') {
      const pieces = sides[region.kind].slice(region.run.from, region.run.to);
      merged.push(...(region.kind === 'mine' ? withoutTwice(pieces, news, form) : pieces));
      continue;
    }
    const united = uniteHere(sidesIn(sides, region), form);
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
  let quoted = false;
  const units: Piece[][] = [];
  for (const piece of pieces) {
    quoted ||= piece.quote;
    if (piece.quote || !quoted) units.push([piece]);
    else units.at(-1)?.push(piece);
  }
  return units.filter((unit) => !unit.every(({ name }) => news.has(name))).flat();
}

/** One stretch that both sides changed. */
function uniteHere(sides: Sides<Piece>, form: SectionForm): Piece[] | undefined {
  const { base, mine, theirs } = sides;
  if (startsWith(mine, theirs) && mine.length === theirs.length) return [...theirs];
  if (form === 'paragraphs' && base.length === 0) return mergeQuotes(sides);
  if (form === 'list' && [...base, ...mine, ...theirs].every(isListed)) return uniteLists(sides);
  return uniteEdges(sides);
}

/** One side added before or after the words that the other one changed: the edits only touch. */
function uniteEdges({ base, mine, theirs }: Sides<Piece>): Piece[] | undefined {
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
