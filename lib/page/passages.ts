import type { Passage } from '../core/source/snapshot';
import { finish } from '../core/annotation/finish';
import { visibleLine } from '../core/annotation/visible-text';
import { getAttribute, isDocument, isElement, isShadowRoot, localName } from './dom';
import { parentNode, shadowHost, slotOf, windowOf } from './dom';
import type { TextBlock, TextMap } from './text-map';

/** Blocks between two steps. */
const stride = 128;
const mostPassages = 50_000;
const longestPassage = 20_000;
/** A passage under this many characters says too little and is joined to its neighbour. */
const shortPassage = 40;
const mostLinked = 0.5;
/** The share of the readable text that `main` or the articles must hold to stand for the page. */
const mostOfText = 0.6;

const furniture = new Set(
  'nav header footer aside menu button form dialog legend label option'.split(' '),
);
const furnitureRoles =
  /^(navigation|banner|contentinfo|complementary|menu|menubar|menuitem|toolbar|tablist|tab|button|search|form|dialog|alertdialog|alert|status|tooltip)$/;
const readableRoles = /^(main|article|document|region)$/;

interface Place {
  readonly furniture: boolean;
  readonly main: boolean;
  readonly article: boolean;
}

const nowhere: Place = { furniture: false, main: false, article: false };

/**
 * The readable blocks of a page in reading order: paragraphs, headings, list items, quotes, cells,
 * lines of a transcript; not navigation, menus, forms and lists of links. Where `main` or the
 * articles hold most of the text, only what they hold. `text` is the range's text on one line, white
 * space folded and invisible characters left out; `start` and `end` point into the map.
 */
export function readPassages(map: TextMap): Passage[] {
  return finish(passageSteps(map));
}

/** {@link readPassages} in steps of a few milliseconds. */
export function* passageSteps(map: TextMap): Generator<void, Passage[]> {
  const placeOf = placeFinder();
  const readable: { readonly block: TextBlock; readonly place: Place }[] = [];
  for (const [number, whole] of map.blocks.entries()) {
    if (number % stride === stride - 1) yield;
    for (const block of splitAtEmptyLines(map.text, whole)) {
      const place = placeOf(block.element);
      if (!place.furniture && !isLinks(block)) readable.push({ block, place });
    }
  }
  const total = sizeOf(readable);
  const inMain = readable.filter(({ place }) => place.main);
  const inArticle = readable.filter(({ place }) => place.article);
  const chosen = [inArticle, inMain].find((part) => sizeOf(part) >= total * mostOfText) ?? readable;
  yield;
  return yield* joinSteps(
    map.text,
    chosen.map(({ block }) => block),
  );
}

function sizeOf(parts: readonly { readonly block: TextBlock }[]): number {
  return parts.reduce((sum, { block }) => sum + block.end - block.start, 0);
}

function isLinks({ start, end, linked }: TextBlock): boolean {
  return linked > (end - start) * mostLinked && linked > 0 && end - start < 400;
}

/** Finds what the elements around a block say about it; remembers what it has seen. */
function placeFinder(): (element: Element) => Place {
  const known = new Map<Element, Place>();
  return function placeOf(element: Element): Place {
    const path: Element[] = [];
    let place = nowhere;
    for (let current: Element | null = element; current; current = outerElement(current)) {
      const seen = known.get(current);
      if (seen) {
        place = seen;
        break;
      }
      path.push(current);
    }
    for (const step of path.toReversed()) {
      place = placeIn(step, place);
      known.set(step, place);
    }
    return place;
  };
}

function outerElement(element: Element): Element | null {
  const parent = slotOf(element) ?? parentNode(element);
  if (isElement(parent)) return parent;
  if (parent && isShadowRoot(parent)) return shadowHost(parent);
  if (parent && isDocument(parent)) return windowOf(parent)?.frameElement ?? null;
  return null;
}

function placeIn(element: Element, outer: Place): Place {
  const name = localName(element);
  const role = getAttribute(element, 'role')?.trim().toLowerCase() ?? '';
  const article = outer.article || name === 'article' || role === 'article';
  return {
    // A header inside an article holds its title and summary, not the site's.
    furniture: outer.furniture || (!readableRoles.test(role) && isFurniture(name, role, article)),
    main: outer.main || name === 'main' || role === 'main',
    article,
  };
}

function isFurniture(name: string, role: string, inArticle: boolean): boolean {
  if (furnitureRoles.test(role)) return true;
  if (name === 'header' && inArticle) return false;
  return furniture.has(name);
}

/** Two line breaks in a row part paragraphs even where the page has no elements for them. */
function splitAtEmptyLines(text: string, block: TextBlock): TextBlock[] {
  const content = text.slice(block.start, block.end);
  if (!/\n[^\S\n]*\n/.test(content)) return [block];
  const parts: TextBlock[] = [];
  let start = block.start;
  const share = block.linked / (block.end - block.start);
  for (const piece of content.split(/(\n[^\S\n]*\n\s*)/)) {
    const end = start + piece.length;
    if (piece.trim() !== '') {
      parts.push({ element: block.element, start, end, linked: share * piece.length });
    }
    start = end;
  }
  return parts;
}

/** Short neighbours of one parent become one passage: cells of a row, lines, a term and its meaning. */
function* joinSteps(text: string, blocks: readonly TextBlock[]): Generator<void, Passage[]> {
  const passages: Passage[] = [];
  let open: { start: number; end: number; parent: Element | null } | null = null;
  const close = (): void => {
    if (open && passages.length < mostPassages) {
      const line = visibleLine(text.slice(open.start, open.end));
      if (line !== '') passages.push({ text: line, start: open.start, end: open.end });
    }
    open = null;
  };
  for (const [number, block] of blocks.entries()) {
    if (number % stride === stride - 1) yield;
    const parent = outerElement(block.element);
    const length = block.end - block.start;
    const heading = /^h[1-6]$/.test(localName(block.element));
    const joins =
      open !== null &&
      !heading &&
      (length < shortPassage || open.end - open.start < shortPassage) &&
      block.end - open.start <= longestPassage &&
      open.parent === parent &&
      block.start - open.end <= 2;
    if (joins && open) {
      open = { start: open.start, end: block.end, parent };
      continue;
    }
    close();
    if (length > longestPassage) {
      passages.push(...cutLong(text, block));
      continue;
    }
    open = { start: block.start, end: block.end, parent: heading ? null : parent };
  }
  close();
  return passages.slice(0, mostPassages);
}

function cutLong(text: string, { start, end }: TextBlock): Passage[] {
  const parts: Passage[] = [];
  let from = start;
  while (from < end) {
    const limit = Math.min(end, from + longestPassage);
    const bound = limit === end ? end : boundBefore(text, from, limit);
    const line = visibleLine(text.slice(from, bound));
    if (line !== '') parts.push({ text: line, start: from, end: bound });
    from = bound;
  }
  return parts;
}

/** The last end of a sentence before a limit, else of a word, else of a character. */
function boundBefore(text: string, from: number, limit: number): number {
  const least = from + 1_000;
  const stretch = text.slice(least, limit);
  for (const mark of ['. ', '。', ' ']) {
    const at = stretch.lastIndexOf(mark);
    if (at !== -1) return least + at + 1;
  }
  return /[\ud800-\udbff]/.test(stretch.at(-1) ?? '') ? limit - 1 : limit;
}
