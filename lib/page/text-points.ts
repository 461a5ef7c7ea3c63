import { childNodes, comparePosition, createRange, documentOf, isText, rootOf } from './dom';
import { flatChildren, flatNext, flatNextOutside, isList } from './flat-tree';
import type { TextMap, TextRun } from './text-map';

/** A place in the DOM: a node and an offset in it, as a `Range` has them. */
export interface BoundaryPoint {
  readonly node: Node;
  readonly offset: number;
}

/** How far a boundary point may stand from the text it bounds, in nodes. */
const longestSearch = 50_000;

/** The offset in the map's text of a boundary point that starts a range. */
export function startOffset(map: TextMap, point: BoundaryPoint): number {
  const inRun = offsetInRun(map, point);
  if (inRun !== null) return inRun;
  return map.runs[runAtOrAfter(map, point)]?.start ?? map.text.length;
}

/** The offset in the map's text of a boundary point that ends a range. */
export function endOffset(map: TextMap, point: BoundaryPoint): number {
  const inRun = offsetInRun(map, point);
  if (inRun !== null) return inRun;
  return map.runs[runAtOrAfter(map, point) - 1]?.end ?? 0;
}

function offsetInRun(map: TextMap, { node, offset }: BoundaryPoint): number | null {
  const run = map.runs[map.runOf.get(node) ?? -1];
  return run ? Math.min(run.start + offset, run.end) : null;
}

/** The number of the first run at or after a point; the number of runs when there is none. */
function runAtOrAfter(map: TextMap, { node, offset }: BoundaryPoint): number {
  let current: Node | null = node;
  if (!isText(node)) {
    const child: Node | undefined = childNodes(node)[offset];
    const children = flatChildren(node);
    // Past the last child, or in a host whose own children are not shown: what comes after.
    if (child) current = child;
    else if (offset === 0 && children) {
      current = isList(children) ? (children[0] ?? null) : children;
    } else current = flatNextOutside(node);
  }
  for (let i = 0; current && i < longestSearch; i += 1) {
    const run = map.runOf.get(current);
    if (run !== undefined) return run;
    current = flatNext(current);
  }
  return map.runs.length;
}

/** The number of the last run that starts at or before an offset; -1 before the first. */
function runBefore(runs: readonly TextRun[], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The numbers of the first and last run that hold part of a range of the map's text. */
function runsOf(map: TextMap, start: number, end: number): { first: number; last: number } | null {
  let first = Math.max(0, runBefore(map.runs, start));
  if ((map.runs[first]?.end ?? 0) <= start) first += 1;
  const last = runBefore(map.runs, end - 1);
  return first <= last && start < end ? { first, last } : null;
}

/** The places in the DOM where a range of the map's text starts and ends; null when it is empty. */
export function pointsOf(
  map: TextMap,
  start: number,
  end: number,
): { readonly start: BoundaryPoint; readonly end: BoundaryPoint } | null {
  const found = runsOf(map, start, end);
  const first = found && map.runs[found.first];
  const last = found && map.runs[found.last];
  if (!first || !last) return null;
  return {
    start: { node: first.node, offset: Math.max(0, start - first.start) },
    end: { node: last.node, offset: Math.min(end, last.end) - last.start },
  };
}

/**
 * DOM ranges over a range of the map's text: one for each stretch that lies in one tree and in its
 * order, since a `Range` cannot leave a shadow tree or a frame.
 */
export function rangesOf(map: TextMap, start: number, end: number): Range[] {
  const found = runsOf(map, start, end);
  const ranges: Range[] = [];
  let range: Range | null = null;
  let before: TextRun | null = null;
  for (let number = found?.first ?? 0; number <= (found?.last ?? -1); number += 1) {
    const run = map.runs[number];
    if (!run) break;
    if (!range || !before || !follows(before.node, run.node)) {
      range = createRange(documentOf(run.node));
      range.setStart(run.node, Math.max(0, start - run.start));
      ranges.push(range);
    }
    range.setEnd(run.node, Math.min(end, run.end) - run.start);
    before = run;
  }
  return ranges;
}

function follows(before: Node, after: Node): boolean {
  return (
    rootOf(before) === rootOf(after) &&
    (comparePosition(before, after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}
