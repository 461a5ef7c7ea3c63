import {
  dataOf,
  documentElement,
  frameDocument,
  getAttribute,
  isShadowRoot,
  isText,
  isVisible,
  localName,
  nextSibling,
  nodeType,
  openShadowRoot,
  styleOf,
} from './dom';
import { finish } from '../core/annotation/finish';
import { flatChildren, isList } from './flat-tree';
import { isUnseenBox } from './unseen-box';

/** A text node and where its data stands in the map's text. */
export interface TextRun {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** Text that no block element interrupts. */
export interface TextBlock {
  /** The nearest block element around it. */
  readonly element: Element;
  readonly start: number;
  readonly end: number;
  /** How much of it is inside links and buttons, in UTF-16 code units. */
  readonly linked: number;
}

/** The visible text of a page and where each part of it stands in the DOM. */
export interface TextMap {
  /**
   * Text nodes' data in reading order. A line break stands between blocks, for each `br`, and where
   * the style keeps one; every other line break or tab of the source is a space.
   */
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly blocks: readonly TextBlock[];
  /** The number of the run of each text node in the map. */
  readonly runOf: ReadonlyMap<Node, number>;
  /** The document, and the open shadow roots and documents of frames that were met. */
  readonly trees: readonly (Document | ShadowRoot)[];
  /** Whether something was left out that is laid out and not seen now. */
  readonly hasUnseen: boolean;
  /** What kept the rest of the page out, when something did. */
  readonly truncated: 'characters' | 'nodes' | undefined;
}

export interface TextMapOptions {
  readonly characters: number;
  readonly nodes: number;
  /** Takes in what is laid out and not seen now: faded out, folded to no height, beside the page. */
  readonly unseen: boolean;
}

const usual: TextMapOptions = { characters: 6_000_000, nodes: 200_000, unseen: false };
/** Nodes between two steps. */
const stride = 128;

/** What holds no text of the page, or text that nobody sees. */
const skipped = new Set(
  (
    'script style noscript template head title desc metadata defs textarea select datalist object ' +
    'embed audio video canvas annotation annotation-xml rp meter progress'
  ).split(' '),
);

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html iframe frame legend li main ' +
    'menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
);

interface Level {
  /** Whose flat children these are, and its computed style. */
  readonly element: Element;
  readonly style: CSSStyleDeclaration | null;
  next: Node | null;
  readonly list: readonly Node[] | null;
  at: number;
  /** Whether the element's own text is seen, and whether it keeps line breaks; asked for once each. */
  isSeen?: boolean;
  keepsLines?: boolean;
  /** The nearest block element around the children, and whether leaving them breaks the line. */
  readonly block: Element;
  readonly breaks: boolean;
  readonly linked: boolean;
}

/**
 * Reads the visible text of a document, its open shadow roots and its same-origin frames in one
 * walk. Changes nothing, asks nothing of the page's own scripts, and stops at the limits.
 */
export function readTextMap(document: Document, options: Partial<TextMapOptions> = {}): TextMap {
  return finish(textMapSteps(document, options));
}

/** {@link readTextMap} in steps of a millisecond or less. */
export function* textMapSteps(
  document: Document,
  options: Partial<TextMapOptions> = {},
): Generator<void, TextMap> {
  const limits = { ...usual, ...options };
  const { unseen } = limits;
  const runOf = new Map<Node, number>();
  const trees: (Document | ShadowRoot)[] = [document];
  const pieces: string[] = [];
  const runs: TextRun[] = [];
  const found: { element: Element; start: number; end: number; linked: number }[] = [];
  let length = 0;
  let nodes = 0;
  let hasUnseen = false;
  let truncated: TextMap['truncated'];
  let broken = true;

  const isSeen = ({ element, style }: Level): boolean => {
    // What a closed `details` holds is hidden by a tree nobody can look into.
    if (localName(element) === 'details' && getAttribute(element, 'open') === null) return false;
    if (isVisible(element, unseen) && (unseen || style?.fontSize !== '0px')) return true;
    hasUnseen ||= isVisible(element, true);
    return false;
  };

  const readText = (node: Text, level: Level): void => {
    const data = dataOf(node);
    if (data === '') return;
    const isBlank = !/\S/.test(data);
    // White space between blocks is not rendered, and neither is it before a block's first word.
    if ((isBlank && broken) || !(level.isSeen ??= isSeen(level))) return;
    const open = found.at(-1);
    let block = open;
    if (broken || !block) {
      if (length > 0) {
        pieces.push('\n');
        length += 1;
      }
      block = { element: level.block, start: length, end: length, linked: 0 };
      found.push(block);
      broken = false;
    }
    if (length + data.length > limits.characters) {
      truncated = 'characters';
      return;
    }
    pieces.push(keepsLineBreaks(level, data) ? data : data.replace(/[\n\r\t\f]/g, ' '));
    runOf.set(node, runs.length);
    runs.push({ node, start: length, end: length + data.length });
    length += data.length;
    if (!isBlank) block.end = length;
    if (level.linked) block.linked += data.length;
  };

  const enter = (element: Element, outer: Level): Level | null => {
    const name = localName(element);
    if (name === 'br' && !broken) {
      pieces.push('\n');
      length += 1;
    }
    if (skipped.has(name) || (name === 'input' && getAttribute(element, 'type') === 'hidden'))
      return null;
    const style = styleOf(element);
    const layout = style ? layoutOf(name, style) : blocks.has(name) ? 'block' : 'inline';
    if (layout === 'apart' && style && !unseen && isUnseenBox(element, style)) {
      hasUnseen = true;
      return null;
    }
    const breaks =
      layout === 'block' || (layout === 'apart' && (blocks.has(name) || name.includes('-')));
    if (breaks) broken = true;
    const tree = openShadowRoot(element) ?? frameDocument(element);
    if (tree) trees.push(tree);
    const children =
      tree && !isShadowRoot(tree) && !isVisible(element, unseen) ? null : flatChildren(element);
    if (!children) return null;
    return {
      element,
      style,
      next: isList(children) ? null : children,
      list: isList(children) ? children : null,
      at: 0,
      block: breaks ? element : outer.block,
      breaks,
      linked: outer.linked || name === 'a' || name === 'button',
    };
  };

  const root = documentElement(document);
  const start: Level | null = root && {
    element: root,
    style: null,
    next: root,
    list: null,
    at: 0,
    block: root,
    breaks: true,
    linked: false,
  };
  const levels: Level[] = start ? [start] : [];
  for (let level = levels.at(-1); level && !truncated; level = levels.at(-1)) {
    const node: Node | null = level.list ? (level.list[level.at] ?? null) : level.next;
    if (!node) {
      levels.pop();
      if (level.breaks) broken = true;
      continue;
    }
    if (level.list) level.at += 1;
    else level.next = nextSibling(node);
    nodes += 1;
    if (nodes % stride === 0) yield;
    if (nodes > limits.nodes) truncated = 'nodes';
    else if (isText(node)) readText(node, level);
    else if (nodeType(node) === 1) {
      const inner = enter(node as Element, level);
      if (inner) levels.push(inner);
    }
  }
  return {
    text: pieces.join(''),
    runs,
    blocks: found.filter((block) => block.end > block.start),
    runOf,
    trees,
    hasUnseen,
    truncated,
  };
}

/**
 * How an element lies among the words around it: in the line, parting them as a block, or apart from
 * both, positioned absolutely or fixed. Inline elements that a style sheet lays out as blocks part
 * them too; those it floats, as a drop cap or the mark of a footnote, do not. Each property that is
 * asked for costs a microsecond or more, so no more are than must be: what is inline is in the flow
 * (CSS Display 3, section 2.7).
 */
function layoutOf(name: string, style: CSSStyleDeclaration): 'inline' | 'block' | 'apart' {
  const isBlock = blocks.has(name);
  if (!isBlock) {
    const { display } = style;
    if (display === '' || /^(inline|contents|none|ruby|math)/.test(display)) return 'inline';
  }
  const { position } = style;
  if (position === 'absolute' || position === 'fixed') return 'apart';
  return isBlock || name.includes('-') || style.float === 'none' ? 'block' : 'inline';
}

/** Code that is coloured word by word has its line breaks in text nodes of their own. */
function keepsLineBreaks(level: Level, data: string): boolean {
  if (!data.includes('\n')) return false;
  level.keepsLines ??= /pre|break-spaces/.test(level.style?.whiteSpace ?? '');
  return level.keepsLines;
}
