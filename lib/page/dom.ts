/**
 * The DOM read through its prototypes' own accessors, taken once. A page can hide any property of a
 * document or a form behind an element of that name (`<input name="childNodes">`), never these.
 * A script carries only those it uses, since taking one is said to have no effect.
 */

// oxlint-disable-next-line typescript/unbound-method -- bound just below, and never called bare
const { bind, call } = Function.prototype;
const bindCall = Reflect.apply(bind, bind, [call]) as (found: object) => never;

/** Turns a function that reads `this` into one that takes it as its first argument. */
function uncurry(name: string, found: unknown): never {
  if (typeof found !== 'function') throw new TypeError(`The browser has no ${name}`);
  return bindCall(found);
}

// @__NO_SIDE_EFFECTS__
function accessor<T extends object, K extends keyof T & string>(
  prototype: T,
  key: K,
): (target: T) => T[K] {
  const descriptor: { readonly get?: unknown } | undefined = Object.getOwnPropertyDescriptor(
    prototype,
    key,
  );
  return uncurry(key, descriptor?.get);
}

// @__NO_SIDE_EFFECTS__
function method<T extends object, K extends keyof T & string>(
  prototype: T,
  key: K,
): T[K] extends (...args: infer A) => infer R ? (target: T, ...args: A) => R : never {
  return uncurry(key, Object.getOwnPropertyDescriptor(prototype, key)?.value);
}

export const nodeType = accessor(Node.prototype, 'nodeType');
export const firstChild = accessor(Node.prototype, 'firstChild');
export const lastChild = accessor(Node.prototype, 'lastChild');
export const nextSibling = accessor(Node.prototype, 'nextSibling');
export const previousSibling = accessor(Node.prototype, 'previousSibling');
export const childNodes = accessor(Node.prototype, 'childNodes');
export const parentNode = accessor(Node.prototype, 'parentNode');
const nodeDocument = accessor(Node.prototype, 'ownerDocument');
export const localName = accessor(Element.prototype, 'localName');
export const namespaceOf = accessor(Element.prototype, 'namespaceURI');
export const openShadowRoot = accessor(Element.prototype, 'shadowRoot');
const elementSlot = accessor(Element.prototype, 'assignedSlot');
const textSlot = accessor(Text.prototype, 'assignedSlot');
export const shadowHost = accessor(ShadowRoot.prototype, 'host');
export const documentElement = accessor(Document.prototype, 'documentElement');
export const activeElement = accessor(Document.prototype, 'activeElement');
export const documentUri = accessor(Document.prototype, 'URL');
const contentType = accessor(Document.prototype, 'contentType');
export const windowOf = accessor(Document.prototype, 'defaultView');
const left = accessor(Element.prototype, 'scrollLeft');
const top = accessor(Element.prototype, 'scrollTop');
const textData = accessor(CharacterData.prototype, 'data');
const textContent = accessor(Node.prototype, 'textContent');
const innerMarkup = accessor(Element.prototype, 'innerHTML');
const iframeDocument = accessor(HTMLIFrameElement.prototype, 'contentDocument');

export const getAttribute = method(Element.prototype, 'getAttribute');
export const rootOf = method(Node.prototype, 'getRootNode');
export const comparePosition = method(Node.prototype, 'compareDocumentPosition');
const assigned = method(HTMLSlotElement.prototype, 'assignedNodes');
export const createRange = method(Document.prototype, 'createRange');
export const selectionOf = method(Document.prototype, 'getSelection');
const boundingBox = method(Element.prototype, 'getBoundingClientRect');
const isRendered = method(Element.prototype, 'checkVisibility');
type Query<T> = (root: T, selector: string) => NodeListOf<Element>;
const queryDocument: Query<Document> = method(Document.prototype, 'querySelectorAll');
const queryFragment: Query<DocumentFragment> = method(
  DocumentFragment.prototype,
  'querySelectorAll',
);
const queryElement: Query<Element> = method(Element.prototype, 'querySelectorAll');
export const closest: (element: Element, selector: string) => Element | null = method(
  Element.prototype,
  'closest',
);
export const contains = method(Node.prototype, 'contains');

export function isElement(node: Node | null): node is Element {
  return node !== null && nodeType(node) === 1;
}

export function isText(node: Node): node is Text {
  const type = nodeType(node);
  return type === 3 || type === 4;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return node instanceof ShadowRoot || (nodeType(node) === 11 && 'host' in node);
}

export function isDocument(node: Node): node is Document {
  return nodeType(node) === 9;
}

/**
 * Whether it is a web page or plain text, and not a PDF, a picture or data in the browser's own viewer.
 */
export function isWebPage(document: Document): boolean {
  return /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/i.test(contentType(document));
}

export function documentOf(node: Node): Document {
  return nodeDocument(node) ?? (node as Document);
}

export function dataOf(node: Text): string {
  return textData(node);
}

/** All the text below an element, shown or not. */
export function contentOf(element: Element): string {
  return textContent(element) ?? '';
}

/** The mark-up below an element, as it would be written in a file. */
export function markupOf(element: Element): string {
  return innerMarkup(element);
}

/** Elements below a root that match a selector, in tree order, the first `most` of them. */
export function queryAll(
  root: Document | DocumentFragment | Element,
  selector: string,
  most = Infinity,
): Element[] {
  const type = nodeType(root);
  const found =
    type === 9
      ? queryDocument(root as Document, selector)
      : type === 11
        ? queryFragment(root as DocumentFragment, selector)
        : queryElement(root as Element, selector);
  const elements: Element[] = [];
  // A list's iterator is slow before the browser has compiled what uses it.
  for (let at = 0, end = Math.min(found.length, most); at < end; at += 1) {
    const element = found[at];
    if (element) elements.push(element);
  }
  return elements;
}

/** Whether an element or one around it matches a selector. */
export function isWithin(element: Element, selector: string): boolean {
  return closest(element, selector) !== null;
}

/** The document in a frame when it is of the same origin and loaded; else null. */
export function frameDocument(element: Element): Document | null {
  const name = localName(element);
  if (name !== 'iframe' && name !== 'frame') return null;
  if (namespaceOf(element) !== 'http://www.w3.org/1999/xhtml') return null;
  return name === 'iframe'
    ? iframeDocument(element as HTMLIFrameElement)
    : (element as HTMLFrameElement).contentDocument;
}

/** The nodes a slot shows in place of its own, or null when it shows its own. */
export function slottedNodes(element: Element): Node[] | null {
  if (localName(element) !== 'slot' || !isShadowRoot(rootOf(element))) return null;
  const nodes = assigned(element as HTMLSlotElement);
  return nodes.length > 0 ? nodes : null;
}

/** The slot of an open shadow tree that shows this node, or null. */
export function slotOf(node: Node): HTMLSlotElement | null {
  if (isElement(node)) return elementSlot(node);
  return isText(node) ? textSlot(node) : null;
}

/** The computed style, or null in a document that is not shown. */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  const view = windowOf(documentOf(element));
  return view ? view.getComputedStyle(element) : null;
}

const laidOut: CheckVisibilityOptions = { visibilityProperty: true, checkVisibilityCSS: true };
const shown: CheckVisibilityOptions = { ...laidOut, opacityProperty: true };

/** Where an element is drawn, in CSS pixels from the corner of the viewport. */
export function boxOf(element: Element): DOMRect {
  return boundingBox(element);
}

/** How far an element is scrolled, in CSS pixels. */
export function scrollOf(element: Element): { readonly left: number; readonly top: number } {
  return { left: left(element), top: top(element) };
}

/**
 * Whether an element's own text is rendered; in a document that is not shown, everything is. With
 * `faded`, text that is wholly transparent counts too.
 */
export function isVisible(element: Element, faded = false): boolean {
  let current: Element | null = element;
  while (current) {
    const view: Window | null = windowOf(documentOf(current));
    if (!view) return true;
    if (isRendered(current, faded ? laidOut : shown)) return true;
    // An element without a box of its own (display: contents) is as visible as its parent.
    const style: CSSStyleDeclaration | null = styleOf(current);
    if (style?.display !== 'contents' || style.visibility !== 'visible') return false;
    const parent: Node | null = slotOf(current) ?? parentNode(current);
    current = isElement(parent)
      ? parent
      : parent && isShadowRoot(parent)
        ? shadowHost(parent)
        : null;
  }
  return true;
}
