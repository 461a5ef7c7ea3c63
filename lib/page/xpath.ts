import type { XPathSelector } from '../core/annotation/selector';
import {
  dataOf,
  documentElement,
  documentOf,
  firstChild,
  frameDocument,
  isDocument,
  isElement,
  isShadowRoot,
  isText,
  localName,
  namespaceOf,
  nextSibling,
  openShadowRoot,
  parentNode,
  previousSibling,
  shadowHost,
  windowOf,
} from './dom';
import type { BoundaryPoint } from './text-points';

const html = 'http://www.w3.org/1999/xhtml';
const into = ' >>> ';

/**
 * An XPath selector (W3C Web Annotation, 4.2.2) for a point in a text node: the path of the element
 * around it, refined by the position in that element's text. Shadow roots and frames are crossed
 * with ` >>> `. Null when the path is longer than a selector may be.
 */
export function describePoint(
  document: Document,
  { node, offset }: BoundaryPoint,
): XPathSelector | null {
  const parent = parentNode(node);
  if (!parent) return null;
  let position = offset;
  for (let other = previousSibling(node); other; other = previousSibling(other)) {
    position += textLength(other);
  }
  const value = pathOf(document, parent);
  if (value.length > 4_000) return null;
  const refinedBy = { type: 'TextPositionSelector', start: position, end: position } as const;
  return { type: 'XPathSelector', value, refinedBy };
}

/** The point an XPath selector made by {@link describePoint} leads to, or null. */
export function resolvePoint(document: Document, selector: XPathSelector): BoundaryPoint | null {
  const element = resolvePath(document, selector.value);
  if (!element || !selector.refinedBy) return null;
  let rest = selector.refinedBy.start;
  let last: BoundaryPoint | null = null;
  for (const text of textsIn(element)) {
    const { length } = dataOf(text);
    if (rest < length) return { node: text, offset: rest };
    if (rest === length) last ??= { node: text, offset: rest };
    rest -= length;
  }
  return last;
}

function pathOf(document: Document, node: Node): string {
  let steps = '';
  let path = '';
  let current: Node | null = node;
  while (current) {
    if (isElement(current)) {
      steps = `/${stepOf(current)}${steps}`;
      current = parentNode(current);
      continue;
    }
    path = `${steps === '' ? '.' : steps}${path}`;
    steps = '';
    if (current === document) return path;
    if (isShadowRoot(current)) current = shadowHost(current);
    else if (isDocument(current)) current = windowOf(current)?.frameElement ?? null;
    else return path;
    if (current) path = into + path;
  }
  return steps + path;
}

function stepOf(element: Element): string {
  const name = namespaceOf(element) === html ? localName(element) : null;
  let position = 1;
  for (let other = previousSibling(element); other; other = previousSibling(other)) {
    if (isElement(other) && (name === null || localName(other) === name)) position += 1;
  }
  return `${name ?? '*'}[${position}]`;
}

function resolvePath(document: Document, path: string): Node | null {
  const top: Node | null = document;
  const parts = path.split(into);
  let current: Node | null = top;
  for (const [number, part] of parts.entries()) {
    if (number > 0) {
      if (!current || !isElement(current)) return null;
      current = openShadowRoot(current) ?? frameDocument(current);
    }
    if (part === '.') continue;
    for (const step of part.split('/').slice(1)) {
      const match = /^(.+)\[(\d+)\]$/.exec(step);
      if (!match || !current) return null;
      current = childAt(current, match[1] ?? '', Number(match[2]));
    }
  }
  return current;
}

function childAt(node: Node, name: string, position: number): Element | null {
  let left = position;
  const first = isDocument(node) ? documentElement(node) : firstChild(node);
  for (let child: Node | null = first; child; child = nextSibling(child)) {
    if (!isElement(child)) continue;
    if (name !== '*' && (localName(child) !== name || namespaceOf(child) !== html)) continue;
    left -= 1;
    if (left === 0) return child;
  }
  return null;
}

function textsIn(node: Node): Text[] {
  const walker = Document.prototype.createTreeWalker.call(
    documentOf(node),
    node,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION,
  );
  const texts: Text[] = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) texts.push(text as Text);
  return texts;
}

function textLength(node: Node): number {
  if (isText(node)) return dataOf(node).length;
  if (!isElement(node)) return 0;
  return textsIn(node).reduce((sum, text) => sum + dataOf(text).length, 0);
}
