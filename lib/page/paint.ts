/** Painting with the CSS Custom Highlight API (css-highlight-api-1), which changes no node. */
import { documentElement, documentOf, isShadowRoot, rootOf, windowOf } from './dom';
import { openRoots } from './flat-tree';

type View = Window & typeof globalThis;

/** How a name's ranges look: declarations that `::highlight()` allows. */
export interface Paint {
  readonly name: string;
  readonly declarations: string;
}

/** Whether the browser has the interface. */
export function canPaint(document: Document): boolean {
  const view = windowOf(document);
  return view !== null && 'highlights' in view.CSS && typeof view.Highlight === 'function';
}

/**
 * Paints the ranges, which may lie in open shadow trees and same-origin frames, in place of what the
 * name painted before. Only where `canPaint` says so. Whoever paints several names finds the roots once.
 */
export function paintRanges(
  document: Document,
  paint: Paint,
  ranges: readonly Range[],
  roots = openRoots(document),
): void {
  // A rule that stands is left where it is: see isStyled.
  forget(paint.name, roots);
  const byView = Map.groupBy(ranges, (range) => windowOf(documentOf(range.startContainer)));
  for (const [view, own] of byView) {
    if (!view) continue;
    view.CSS.highlights.set(paint.name, new view.Highlight(...own));
    for (const tree of new Set(own.map(treeOf))) {
      if (!isStyled(view, tree, paint.name)) adopt(view, tree, paint);
    }
  }
}

/** Takes away what the name painted, in the document, its open shadow trees and its frames. */
export function unpaint(document: Document, name: string, roots = openRoots(document)): void {
  forget(name, roots);
  for (const root of roots) {
    const sheets = root.adoptedStyleSheets.filter((sheet) => !styles(sheet, name));
    if (sheets.length !== root.adoptedStyleSheets.length) root.adoptedStyleSheets = sheets;
  }
}

function forget(name: string, roots: readonly (Document | ShadowRoot)[]): void {
  for (const view of new Set(roots.map((root) => windowOf(documentOf(root))))) {
    view?.CSS.highlights?.delete(name);
  }
}

function treeOf(range: Range): Document | ShadowRoot {
  const root = rootOf(range.startContainer);
  return isShadowRoot(root) ? root : documentOf(root);
}

/**
 * Whether a rule for the name stands in a tree: ours of an earlier time, or the companion's style sheet.
 * A new rule has the browser style every element of the tree anew, however few are painted.
 */
function isStyled(view: View, tree: Document | ShadowRoot, name: string): boolean {
  if (tree.adoptedStyleSheets.some((sheet) => styles(sheet, name))) return true;
  const root = isShadowRoot(tree) ? null : documentElement(tree);
  if (!root) return false;
  const colourOf = (highlight: string): string =>
    view.getComputedStyle(root, `::highlight(${highlight})`).backgroundColor;
  return colourOf(name) !== colourOf('counterpoint-none');
}

function adopt(view: View, tree: Document | ShadowRoot, { name, declarations }: Paint): void {
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(`::highlight(${name}) { ${declarations} }`);
  tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
}

function styles(sheet: CSSStyleSheet, name: string): boolean {
  const [only] = Array.from(sheet.cssRules);
  return sheet.cssRules.length === 1 && (only?.cssText.includes(`::highlight(${name})`) ?? false);
}
