import { writeTextFragment } from '../core/annotation/write-text-fragment';
import type { PageSelection } from '../core/source/snapshot';
import { contains, documentOf, isElement, localName, parentNode, rootOf, styleOf } from './dom';
import { flatNext } from './flat-tree';
import { readTextMap, type TextMap } from './text-map';
import { pointsOf } from './text-points';

/** Code units and text nodes of a page beyond which no directive is worked out: it is read once more for it. */
const mostText = 1_500_000;
const mostRuns = 60_000;
const longestDirective = 4_000;

/**
 * The selection, its quote with the text directive that leads a browser to it, where one does. It is
 * checked against what the browser will search: also what is laid out and not seen now, and never what
 * stands in a frame.
 */
export function addDirective(
  document: Document,
  map: TextMap,
  selection: PageSelection,
): PageSelection {
  const directive = directiveTo(document, map, selection);
  if (directive === undefined) return selection;
  const selector = selection.selector.map((each) =>
    each.type === 'TextQuoteSelector' ? { ...each, directive } : each,
  );
  return { ...selection, selector };
}

function directiveTo(
  document: Document,
  map: TextMap,
  { selector }: PageSelection,
): string | undefined {
  if (map.text.length > mostText || map.runs.length > mostRuns) return undefined;
  const position = selector.find(({ type }) => type === 'TextPositionSelector');
  const points =
    position?.type === 'TextPositionSelector' && pointsOf(map, position.start, position.end);
  // What stands in a shadow tree or a frame no address was seen to lead to.
  const isInPage =
    points && [points.start, points.end].every(({ node }) => rootOf(node) === document);
  if (!isInPage) return undefined;
  const searched = map.hasUnseen ? readTextMap(document, { unseen: true }) : map;
  const first = searched.runOf.get(points.start.node);
  const last = searched.runOf.get(points.end.node);
  if (first === undefined || last === undefined) return undefined;
  const { text, placeOf } = searchedText(document, searched, first, last);
  const written = writeTextFragment(
    text,
    placeOf(first) + points.start.offset,
    placeOf(last) + points.end.offset,
  );
  return written !== undefined && written.length <= longestDirective ? written : undefined;
}

interface SearchedText {
  readonly text: string;
  /** Where a text node of the map starts in it. */
  readonly placeOf: (run: number) => number;
}

/** How far from the quote's ends its surroundings may be part of a directive, in code units. */
const reach = 1_000;

/**
 * The text as the browser searches it: none of what stands in frames, and a line break where something
 * interrupts a line near the quote, since no term is found across it.
 */
function searchedText(
  document: Document,
  { text, runs }: TextMap,
  first: number,
  last: number,
): SearchedText {
  const from = runs[first]?.start ?? 0;
  const to = runs[last]?.end ?? 0;
  const isNear = (at: number): boolean => Math.abs(at - from) < reach || Math.abs(at - to) < reach;
  const pieces: string[] = [];
  const places: number[] = [];
  let length = 0;
  const push = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  runs.forEach(({ node, start, end }, number) => {
    const before = runs[number - 1];
    const between = text.slice(before?.end ?? 0, start);
    const breaks = between === '' && before && isNear(start) && isInterrupted(before.node, node);
    push(breaks ? '\n' : between);
    places.push(length);
    push(documentOf(node) === document ? text.slice(start, end) : '\n');
  });
  return { text: pieces.join(''), placeOf: (run) => places[run] ?? length };
}

/** Nodes between two neighbouring texts that are looked at. */
const mostBetween = 200;

/** Whether something that is not running text stands between two neighbouring texts of a line. */
function isInterrupted(before: Text, after: Text): boolean {
  let left = mostBetween;
  for (let node = flatNext(before); node && node !== after; node = flatNext(node)) {
    left -= 1;
    if (left === 0 || (isElement(node) && interrupts(node))) return true;
  }
  for (
    let outer = parentNode(before);
    isElement(outer) && !contains(outer, after);
    outer = parentNode(outer)
  ) {
    if (interrupts(outer)) return true;
  }
  return false;
}

const replaced = new Set(
  'img svg picture video audio canvas iframe object embed input select textarea button meter progress'.split(
    ' ',
  ),
);

/** Pictures and controls do, and so does what has a box of its own or stands outside the flow. */
function interrupts(element: Element): boolean {
  const display = styleOf(element)?.display ?? 'inline';
  if (display === 'none') return false;
  return replaced.has(localName(element)) || !/^(?:inline|contents|ruby.*)$/.test(display);
}
