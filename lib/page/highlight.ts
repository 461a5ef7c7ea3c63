import {
  documentOf,
  isElement,
  isShadowRoot,
  parentNode,
  rootOf,
  shadowHost,
  windowOf,
} from './dom';
import { openRoots } from './flat-tree';

const name = 'counterpoint-passage';
const rule = `::highlight(${name}) { background-color: #ffe38a; color: #1d1a10; }`;
/** Long enough to find it, short enough not to stay in the way; milliseconds. */
const shownFor = 12_000;

type View = Window & typeof globalThis;

/**
 * Scrolls to ranges of the page and paints them for a while with the CSS Custom Highlight API, which
 * changes no node. A second call replaces the first. Where a browser lacks the interface the ranges'
 * first one is selected instead, which paints it too.
 */
export function highlightRanges(document: Document, ranges: readonly Range[]): void {
  clearHighlight(document);
  const [first] = ranges;
  if (!first) return;
  scrollTo(first);
  const byView = new Map<View, Range[]>();
  for (const range of ranges) {
    const view = windowOf(documentOf(range.startContainer));
    if (view) byView.set(view, [...(byView.get(view) ?? []), range]);
  }
  for (const [view, own] of byView) paint(view, own);
}

/** Takes away what {@link highlightRanges} painted, in the document and its frames. */
export function clearHighlight(document: Document): void {
  for (const root of openRoots(document)) {
    windowOf(documentOf(root))?.CSS.highlights?.delete(name);
    setSheets(
      root,
      root.adoptedStyleSheets.filter((sheet) => !isOurs(sheet)),
    );
  }
}

function paint(view: View, ranges: Range[]): void {
  if (!('highlights' in view.CSS) || typeof view.Highlight !== 'function') {
    const selection = view.getSelection();
    selection?.removeAllRanges();
    for (const range of ranges.slice(0, 1)) selection?.addRange(range);
    return;
  }
  const highlight = new view.Highlight(...ranges);
  view.CSS.highlights.set(name, highlight);
  const roots = new Set(ranges.map((range) => rootOf(range.startContainer)));
  for (const root of roots) {
    const tree = isShadowRoot(root) ? root : documentOf(root);
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rule);
    setSheets(tree, [...tree.adoptedStyleSheets, sheet]);
  }
  setTimeout(() => {
    if (view.CSS.highlights.get(name) !== highlight) return;
    view.CSS.highlights.delete(name);
    for (const root of roots) {
      const tree = isShadowRoot(root) ? root : documentOf(root);
      setSheets(
        tree,
        tree.adoptedStyleSheets.filter((sheet) => !isOurs(sheet)),
      );
    }
  }, shownFor);
}

function isOurs(sheet: CSSStyleSheet): boolean {
  const [only] = Array.from(sheet.cssRules);
  return sheet.cssRules.length === 1 && (only?.cssText.includes(`::highlight(${name})`) ?? false);
}

function setSheets(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  if (sheets.length !== root.adoptedStyleSheets.length) root.adoptedStyleSheets = sheets;
}

function scrollTo(range: Range): void {
  const parent = parentNode(range.startContainer);
  const element = isElement(parent)
    ? parent
    : parent && isShadowRoot(parent)
      ? shadowHost(parent)
      : null;
  const view = windowOf(documentOf(range.startContainer));
  if (!element || !view) return;
  const still = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const tall = element.getBoundingClientRect().height > view.innerHeight;
  const behavior = still || tall ? 'instant' : 'smooth';
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior });
  if (!tall) return;
  // The middle of a tall element is not where its words are.
  const { top } = range.getBoundingClientRect();
  view.scrollBy({ top: top - view.innerHeight / 2, behavior });
}
