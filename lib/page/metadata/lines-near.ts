import {
  dataOf,
  firstChild,
  isElement,
  isText,
  lastChild,
  localName,
  nextSibling,
  parentNode,
  previousSibling,
} from '../dom';
import { cleanText } from './clean-text';

/** One line of text near a heading. */
export interface Line {
  readonly text: string;
  /** The block the line stands in. */
  readonly block: Element;
  /** Counted from the heading: 1 is the first after it, -1 the last before it. */
  readonly at: number;
}

const inline = new Set(
  'a abbr b bdi cite em font i label small span strong sub sup time u mark q'.split(' '),
);
const unread = new Set(
  'script style noscript template svg math iframe object select option button audio video'.split(
    ' ',
  ),
);
const mostAfter = 30;
const mostBefore = 8;
/** After so many paragraphs the text itself has begun. */
const mostParagraphs = 4;
const paragraph = 160;
const mostNodes = 1_500;
/** Inline elements within each other; nobody nests deeper by hand. */
const deepest = 30;
/** Lines before the heading count when they stand in what is this many elements around it. */
const closeTo = 4;

/** The lines of text after a heading and, from its own surroundings, before it, each in its order. */
export function linesNear(heading: Element): Line[] {
  let around: Element = heading;
  for (let i = 0; i < closeTo; i += 1) {
    const parent = parentNode(around);
    if (!isElement(parent) || /^(?:body|html)$/.test(localName(parent))) break;
    around = parent;
  }
  return [
    ...walk(heading, following, mostAfter, 1),
    ...walk(heading, (node) => preceding(node, around), mostBefore, -1),
  ];
}

function walk(
  heading: Element,
  next: (node: Node, into: boolean) => Node | null,
  most: number,
  step: 1 | -1,
): Line[] {
  const lines: Line[] = [];
  let paragraphs = 0;
  let [block, words]: [Element | undefined, string] = [undefined, ''];
  const flush = (): boolean => {
    const text = cleanText(words.slice(0, 1_000));
    if (block && text) lines.push({ text, block, at: step * (lines.length + 1) });
    if (text && text.length > paragraph) paragraphs += 1;
    words = '';
    return lines.length < most && paragraphs < mostParagraphs;
  };
  let node = next(heading, false);
  for (let count = 0; node && count < mostNodes; count += 1) {
    const isUnread = isElement(node) && unread.has(localName(node));
    if (isText(node)) {
      const here = blockOf(node);
      if (here !== block && !flush()) return lines;
      block = here;
      const part = dataOf(node).slice(0, 1_000);
      words = step > 0 ? `${words} ${part}` : `${part} ${words}`;
    } else if (isElement(node) && /^(?:br|hr|img)$/.test(localName(node))) {
      if (!flush()) return lines;
    }
    node = next(node, !isUnread);
  }
  flush();
  return lines;
}

function blockOf(node: Node): Element | undefined {
  let parent = parentNode(node);
  for (let i = 0; i < deepest && isElement(parent) && inline.has(localName(parent)); i += 1) {
    parent = parentNode(parent);
  }
  return isElement(parent) ? parent : undefined;
}

function following(node: Node, into: boolean): Node | null {
  const child = into ? firstChild(node) : null;
  if (child) return child;
  let current: Node | null = node;
  while (current) {
    const next = nextSibling(current);
    if (next) return next;
    current = parentNode(current);
  }
  return null;
}

/** The node before in document order, the last of an element first, within what is around. */
function preceding(node: Node, around: Element): Node | null {
  const before = previousSibling(node);
  if (before) {
    let last: Node = before;
    for (let child = lastOf(last); child; child = lastOf(last)) last = child;
    return last;
  }
  const parent = parentNode(node);
  return parent === around ? null : parent;
}

function lastOf(node: Node): Node | null {
  return isElement(node) && unread.has(localName(node)) ? null : lastChild(node);
}
