import {
  documentElement,
  firstChild,
  frameDocument,
  isDocument,
  isElement,
  isShadowRoot,
  nextSibling,
  openShadowRoot,
  parentNode,
  queryAll,
  shadowHost,
  slotOf,
  slottedNodes,
  windowOf,
} from './dom';

/**
 * The children of a node as a reader meets them: an open shadow tree in place of the host's own
 * children, assigned nodes in place of a slot's own, the document inside a same-origin frame. Either
 * a first child, whose siblings follow it, or a list.
 */
export function flatChildren(node: Node): Node | readonly Node[] | null {
  if (isElement(node)) {
    const root = openShadowRoot(node);
    if (root) return firstChild(root);
    const slotted = slottedNodes(node);
    if (slotted) return slotted;
    const inner = frameDocument(node);
    if (inner) return documentElement(inner);
  }
  return firstChild(node);
}

/** Whether the flat children of a node come as a list; nodes may have a `length` of their own. */
export function isList(children: Node | readonly Node[]): children is readonly Node[] {
  return Array.isArray(children);
}

/** The node whose flat child this one is; a frame's document has its frame around it. */
export function flatParent(node: Node): Node | null {
  const slot = slotOf(node);
  if (slot) return slot;
  const parent = parentNode(node);
  if (parent && isShadowRoot(parent)) return shadowHost(parent);
  if (parent && isDocument(parent)) return windowOf(parent)?.frameElement ?? null;
  return parent;
}

function flatNextSibling(node: Node): Node | null {
  const slot = slotOf(node);
  if (!slot) return nextSibling(node);
  const nodes = slottedNodes(slot) ?? [];
  return nodes[nodes.indexOf(node) + 1] ?? null;
}

/** The next node that is not inside this one, in reading order. */
export function flatNextOutside(node: Node): Node | null {
  let current: Node | null = node;
  while (current) {
    const next = flatNextSibling(current);
    if (next) return next;
    current = flatParent(current);
  }
  return null;
}

/** The next node in reading order. */
export function flatNext(node: Node): Node | null {
  const children = flatChildren(node);
  if (children) return isList(children) ? (children[0] ?? null) : children;
  return flatNextOutside(node);
}

/** A document, the documents in its same-origin frames and all their open shadow roots. */
export type OpenRoots = readonly (Document | ShadowRoot)[];

/**
 * The open roots of a document. It asks every element of the page: who needs them more than once in
 * one look hands them on.
 */
export function openRoots(document: Document): OpenRoots {
  const roots: (Document | ShadowRoot)[] = [document];
  for (let i = 0; i < roots.length && roots.length < 5_000; i += 1) {
    const root = roots[i];
    if (!root) break;
    for (const element of queryAll(root, '*')) {
      const inner = openShadowRoot(element) ?? frameDocument(element);
      if (inner) roots.push(inner);
    }
  }
  return roots;
}
