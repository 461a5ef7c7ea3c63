import { getAttribute, isWithin, localName, queryAll } from '../dom';
import { sameAs } from './clean-text';
import { isNode, listOf, own, textOf, typesOf, type JsonLdNode } from './json-ld';
import type { Found, MetaTags } from './meta-tags';
import { cleanName, splitNames, turnCatalogueName, unique } from './people';

const mostAuthors = 50;
/** More names than this beside one article are a list of articles. */
const mostBylines = 5;

/** What the page says of its authors, the most explicit source first; never the site itself. */
export function readAuthors(
  document: Document,
  nodes: readonly JsonLdNode[],
  main: JsonLdNode | undefined,
  tags: MetaTags,
  organisations: readonly (string | undefined)[],
): Found<string[]> | undefined {
  const notTheSite = (names: readonly string[]): string[] =>
    unique(names)
      .filter((name) => !organisations.some((other) => sameAs(name, other)))
      .slice(0, mostAuthors);
  for (const [from, read] of sources(document, nodes, main, tags)) {
    const value = notTheSite(read());
    if (value.length > 0) return { value, from };
  }
  return undefined;
}

function* sources(
  document: Document,
  nodes: readonly JsonLdNode[],
  main: JsonLdNode | undefined,
  tags: MetaTags,
): Generator<readonly [string, () => string[]]> {
  if (main) {
    yield ['json-ld:author', () => namesIn(own(main, 'author'), nodes)];
    yield ['json-ld:creator', () => namesIn(own(main, 'creator'), nodes)];
  }
  for (const name of [
    'citation_author',
    'dc.creator',
    'dcterms.creator',
    'dc.contributor.author',
  ]) {
    yield [
      `meta:${name}`,
      () => (tags.get(name) ?? []).flatMap((text) => turnCatalogueName(text) ?? []),
    ];
  }
  const metaNames = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'byl',
    'book:author',
  ];
  for (const name of metaNames) {
    yield [`meta:${name}`, () => (tags.get(name) ?? []).flatMap(splitNames)];
  }
  yield ['itemprop:author', () => microdataAuthors(document)];
  yield ['link:rel=author', () => bylines(document, 'a[rel~="author" i]')];
  const written =
    '.byline, .author, .byline-name, .author-name, .p-author, .article-author, .post-author, .entry-author';
  yield ['byline', () => bylines(document, written)];
}

function namesIn(value: unknown, nodes: readonly JsonLdNode[]): string[] {
  const people: string[] = [];
  const others: string[] = [];
  for (const item of listOf(value)) {
    if (typeof item === 'string') {
      people.push(...splitNames(item));
      continue;
    }
    if (!isNode(item)) continue;
    const node = resolve(item, nodes);
    const isOrganisation = typesOf(node).some((type) => type.endsWith('Organization'));
    const isPerson = typesOf(node).includes('Person');
    for (const name of listOf(own(node, 'name'))) {
      const text = textOf(name);
      if (!text) continue;
      if (isOrganisation) others.push(...oneName(text));
      else people.push(...(isPerson ? oneName(text) : splitNames(text)));
    }
  }
  return people.length > 0 ? people : others;
}

function oneName(text: string): string[] {
  const name = cleanName(text);
  return name ? [name] : [];
}

/** A node that only refers to another by `@id` stands for that one. */
export function resolve(node: JsonLdNode, nodes: readonly JsonLdNode[]): JsonLdNode {
  const id = own(node, '@id');
  if (typeof id !== 'string' || own(node, 'name') !== undefined) return node;
  return (
    nodes.find((other) => own(other, '@id') === id && own(other, 'name') !== undefined) ?? node
  );
}

const elsewhere =
  'nav, footer, aside, [class*="comment" i], [id*="comment" i], [class*="related" i], [class*="recommend" i], [class*="sidebar" i]';

function isElsewhere(element: Element): boolean {
  return isWithin(element, elsewhere);
}

function microdataAuthors(document: Document): string[] {
  const names: string[] = [];
  for (const element of queryAll(document, '[itemprop~="author" i], [itemprop~="creator" i]')) {
    if (localName(element) === 'meta' || isElsewhere(element)) continue;
    const [named] = queryAll(element, '[itemprop~="name" i]');
    const source = named ?? element;
    const text = getAttribute(source, 'content') ?? source.textContent.slice(0, 300);
    const isPerson = named && getAttribute(element, 'itemtype')?.trim().endsWith('/Person');
    names.push(...(isPerson ? oneName(text) : splitNames(text)));
  }
  return names.length > mostBylines ? [] : names;
}

function bylines(document: Document, selector: string): string[] {
  const names: string[] = [];
  for (const element of queryAll(document, selector).slice(0, 40)) {
    if (isElsewhere(element)) continue;
    const text = element.textContent.slice(0, 400).trim();
    // A long text beside the name is a biography; the name is then the link or the first line.
    const [link] = queryAll(element, 'a');
    const line =
      (text.length > 80 && link ? link.textContent : text).split(/\n|\s[|•·]\s/)[0] ?? '';
    if (line.length > 120) continue;
    names.push(...splitNames(line.replace(/\s+(?:on|am|le|el)\s+\p{L}*\.?\s*\d.*$/iu, '')));
  }
  const all = unique(names);
  return all.length > mostBylines ? [] : all;
}
