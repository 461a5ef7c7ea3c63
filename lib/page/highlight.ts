import {
  documentOf,
  isElement,
  isShadowRoot,
  parentNode,
  shadowHost,
  styleOf,
  windowOf,
} from './dom';
import { flatParent } from './flat-tree';
import { canPaint, paintRanges, unpaint, type Paint } from './paint';

const passage: Paint = {
  name: 'counterpoint-passage',
  declarations: 'background-color: #ffe38a; color: #1d1a10;',
};
/** Long enough to find it, short enough not to stay in the way; milliseconds. */
const shownFor = 12_000;

const latest = new WeakMap<Document, object>();

/**
 * Scrolls to ranges of the page and paints them for a while. A second call replaces the first. Where a
 * browser lacks the interface the ranges' first one is selected instead, which paints it too.
 */
export function highlightRanges(document: Document, ranges: readonly Range[]): void {
  clearHighlight(document);
  const [first] = ranges;
  if (!first) return;
  scrollToRange(first);
  if (!canPaint(document)) {
    const selection = windowOf(documentOf(first.startContainer))?.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(first);
    return;
  }
  paintRanges(document, passage, ranges);
  const mine = {};
  latest.set(document, mine);
  setTimeout(() => {
    if (latest.get(document) === mine) clearHighlight(document);
  }, shownFor);
}

/** Takes away what {@link highlightRanges} painted, in the document and its frames. */
export function clearHighlight(document: Document): void {
  latest.delete(document);
  unpaint(document, passage.name);
}

/** Brings a range into the middle of its window, without motion for those who asked for none. */
export function scrollToRange(range: Range): void {
  const parent = parentNode(range.startContainer);
  const element = isElement(parent)
    ? parent
    : parent && isShadowRoot(parent)
      ? shadowHost(parent)
      : null;
  const view = windowOf(documentOf(range.startContainer));
  if (!element || !view) return;
  const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const scrollers = scrollersAround(element);
  const room = Math.min(view.innerHeight, ...scrollers.map(({ clientHeight }) => clientHeight));
  const tall = element.getBoundingClientRect().height > room;
  const behavior = still || tall ? 'instant' : 'smooth';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  if (!tall) return;
  // The middle of a tall element is not where its words are.
  for (const scroller of scrollers) {
    const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2;
    scroller.scrollBy({ top: range.getBoundingClientRect().top - middle, behavior });
  }
  const { top } = range.getBoundingClientRect();
  view.scrollBy({ top: top - view.innerHeight / 2, behavior });
}

/** What scrolls by itself around an element of the same document, the innermost first. */
function scrollersAround(element: Element): Element[] {
  const scrollers: Element[] = [];
  const document = documentOf(element);
  for (let node: Node | null = element; node && documentOf(node) === document;) {
    if (isElement(node) && node.scrollHeight > node.clientHeight) {
      if (/auto|scroll/.test(styleOf(node)?.overflowY ?? '')) scrollers.push(node);
    }
    node = flatParent(node);
  }
  return scrollers;
}
