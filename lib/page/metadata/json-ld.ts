import { queryAll } from '../dom';
import { cleanText } from './clean-text';

/** One node of a page's JSON-LD: own properties only are ever read. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** Larger scripts are data, not a description of the page. */
const longestScript = 1_000_000;
const longestTotal = 3_000_000;
const mostNodes = 2_000;
const deepest = 8;

/** Properties whose value describes the page as well. */
const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemReviewed'];

/** The nodes of all JSON-LD scripts, top level and `@graph`, in order. Broken scripts give none. */
export function readJsonLd(document: Document): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  let total = 0;
  for (const script of queryAll(document, 'script[type="application/ld+json" i]')) {
    const source = script.textContent;
    total += source.length;
    if (source.length > longestScript || total > longestTotal) continue;
    collect(parse(source), nodes, 0);
  }
  return nodes;
}

function parse(source: string): unknown {
  const plain = source
    .replace(/^\s*(?:<!\[CDATA\[|<!--|\/\*\s*<!\[CDATA\[\s*\*\/)/, '')
    .replace(/(?:\]\]>|-->|\/\*\s*\]\]>\s*\*\/)\s*(?:;\s*)?$/, '')
    // Line breaks inside strings are common, not allowed, and mean a space.
    .replace(/\p{Cc}/gu, ' ');
  try {
    return JSON.parse(plain) as unknown;
  } catch {
    // A page's broken description of itself is no description.
    return undefined;
  }
}

function collect(value: unknown, nodes: JsonLdNode[], depth: number): void {
  if (depth > deepest || nodes.length >= mostNodes) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
    return;
  }
  if (!isNode(value)) return;
  nodes.push(value);
  for (const key of inner) collect(own(value, key), nodes, depth + 1);
}

export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A node's own property, whatever the page did to `Object.prototype`. */
export function own(node: JsonLdNode, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

/**
 * The values of a property as a list: arrays, `@list` and single values alike. What lies deeper than
 * anybody writes by hand is left out, for a page may nest until no stack suffices.
 */
export function listOf(value: unknown): unknown[] {
  return listUpTo(value, 0);
}

function listUpTo(value: unknown, depth: number): unknown[] {
  if (value === undefined || value === null || depth > deepest) return [];
  if (Array.isArray(value)) return value.flatMap((item) => listUpTo(item, depth + 1));
  if (isNode(value) && Object.hasOwn(value, '@list')) {
    return listUpTo(own(value, '@list'), depth + 1);
  }
  return [value];
}

/** Marks of emphasis around words, as sites copy them out of their own page. */
const emphasis = /<(em|i|b|strong|span)\b[^<>]{0,200}>([^<>]*)<\/\1>/gi;

/** The first string of a property: plain, in a list, or as `@value`; without marks of emphasis. */
export function textOf(value: unknown): string | undefined {
  for (const item of listOf(value)) {
    const text = cleanText(isNode(item) ? own(item, '@value') : item)?.replace(emphasis, '$2');
    if (text) return text;
  }
  return undefined;
}

/** The node's types, without a prefix or vocabulary address. */
export function typesOf(node: JsonLdNode): string[] {
  return listOf(own(node, '@type'))
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
}

/** The address a node gives as its own or its page's. */
export function addressesOf(node: JsonLdNode): string[] {
  return [own(node, 'url'), own(node, 'mainEntityOfPage'), own(node, '@id')]
    .flatMap((value) => listOf(value))
    .map((value) => (isNode(value) ? (own(value, '@id') ?? own(value, 'url')) : value))
    .filter((value) => typeof value === 'string');
}
