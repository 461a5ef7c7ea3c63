/** The clips of a page that were found on it, painted, each with where it stands. */
import type { PageClip } from '../../core/insight/companion';
import {
  boxOf,
  comparePosition,
  documentOf,
  isShadowRoot,
  rootOf,
  shadowHost,
  windowOf,
} from '../dom';
import { openRoots } from '../flat-tree';
import { paintRanges, unpaint, type Paint } from '../paint';

/** A clip in the page. */
export interface PaintedClip {
  readonly clip: PageClip;
  /** In reading order; the first is where the clip begins. */
  readonly ranges: readonly Range[];
  /** Whether its words are edited by now. */
  readonly isChanged: boolean;
  /** The words that stand there now. */
  readonly words: string;
}

const underline = 'text-decoration: underline; text-decoration-thickness: 2px;';

/**
 * Told apart by more than colour: a line under what argues against, a dotted one under edited words.
 * Where the companion runs its style sheet, public/companion.css, says the same from the start.
 */
export const paints: Readonly<Record<'evidence' | 'counter' | 'changed', Paint>> = {
  evidence: {
    name: 'counterpoint-evidence',
    declarations: 'background-color: #ffeeb3; color: #1d1a10;',
  },
  counter: {
    name: 'counterpoint-counter-evidence',
    declarations: `background-color: #ffd9cf; color: #1d1a10; ${underline} text-decoration-color: #a33a1c;`,
  },
  changed: {
    name: 'counterpoint-changed',
    declarations: `background-color: #f2efe6; color: #1d1a10; ${underline} text-decoration-style: dotted; text-decoration-color: #6b5c2c;`,
  },
};

function paintOf({ clip, isChanged }: PaintedClip): keyof typeof paints {
  if (isChanged) return 'changed';
  return clip.role === 'evidence' ? 'evidence' : 'counter';
}

/** Paints the clips in place of those before. */
export function paintClips(document: Document, clips: readonly PaintedClip[]): void {
  const roots = openRoots(document);
  for (const [kind, paint] of Object.entries(paints)) {
    const own = clips.filter((clip) => paintOf(clip) === kind).flatMap(({ ranges }) => ranges);
    if (own.length > 0) paintRanges(document, paint, own, roots);
    else unpaint(document, paint.name, roots);
  }
}

/** The clips in the order a reader meets them. */
export function inReadingOrder(clips: readonly PaintedClip[]): PaintedClip[] {
  return clips.toSorted((a, b) => {
    const [first, second] = [a.ranges[0], b.ranges[0]];
    if (!first || !second) return 0;
    const { startContainer: one, startOffset: from } = first;
    const { startContainer: other, startOffset: to } = second;
    if (one === other) return from - to;
    const isBefore = comparePosition(...inOneTree(one, other)) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isBefore === 0 ? 1 : -1;
  });
}

/** The nodes, or the hosts and frames they stand in where only those are in one tree. */
function inOneTree(one: Node, other: Node): readonly [Node, Node] {
  const around = new Map(outward(other).map((node) => [rootOf(node), node]));
  for (const node of outward(one)) {
    const beside = around.get(rootOf(node));
    if (beside) return [node, beside];
  }
  return [one, other];
}

/** A node, the host or frame whose tree it is in, the one around that, and so on. */
function outward(node: Node): Node[] {
  const nodes: Node[] = [];
  for (let next: Node | null = node; next;) {
    nodes.push(next);
    const root = rootOf(next);
    if (isShadowRoot(root)) next = shadowHost(root);
    else next = windowOf(documentOf(next))?.frameElement ?? null;
  }
  return nodes;
}

/** The clip whose words stand at a point of the document's window; of several the shortest. */
export function clipAt(
  document: Document,
  clips: readonly PaintedClip[],
  { x, y }: { readonly x: number; readonly y: number },
): PaintedClip | undefined {
  const hit = clips.filter(({ ranges }) =>
    ranges.some((range) => {
      const { left, top } = cornerAround(document, range);
      return covers(range, { x: x - left, y: y - top });
    }),
  );
  return hit.toSorted((a, b) => a.words.length - b.words.length)[0];
}

/** Where in the document's window the one begins that a range stands in: a frame counts from its own corner. */
export function cornerAround(
  document: Document,
  range: Range,
): { readonly left: number; readonly top: number } {
  const corner = { left: 0, top: 0 };
  for (let inner = documentOf(range.startContainer); inner !== document;) {
    const frame = windowOf(inner)?.frameElement;
    if (!frame) break;
    const { left, top } = boxOf(frame);
    corner.left += left + frame.clientLeft;
    corner.top += top + frame.clientTop;
    inner = documentOf(frame);
  }
  return corner;
}

function covers(range: Range, { x, y }: { readonly x: number; readonly y: number }): boolean {
  // The box first: the rectangles of a long range are many.
  const box = range.getBoundingClientRect();
  if (x < box.left || x > box.right || y < box.top || y > box.bottom) return false;
  return Array.from(range.getClientRects()).some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
