import type { PageMetadata } from '../../core/source/metadata';
import { documentElement, getAttribute, queryAll } from '../dom';
import { readAuthors, resolve } from './authors';
import { acceptCanonical } from './canonical';
import { cleanText, sameAs } from './clean-text';
import { readModified, readPublished } from './dates';
import {
  addressesOf,
  isNode,
  listOf,
  own,
  readJsonLd,
  textOf,
  typesOf,
  type JsonLdNode,
} from './json-ld';
import { mainEntity } from './main-entity';
import { findMeta, readMetaTags, type Found, type MetaTags } from './meta-tags';
import { loadedAddress, namesMovedPage, type NamesPage } from './moved-page';
import { readSourceType } from './source-type';
import { withoutSiteName } from './title';

/**
 * What a page says about itself, each field with where it was read. A field the page does not state
 * is absent. Reads only; nothing from the page is run, fetched or trusted beyond its text. Where the
 * page's scripts have moved it away from `loaded`, the address it was loaded at, what its head says
 * counts only where it names the present address.
 */
export function readMetadata(
  document: Document,
  url: string,
  loaded: string | undefined = loadedAddress(document),
): PageMetadata {
  const names = namesMovedPage(url, loaded);
  const allTags = readMetaTags(document);
  const current = !names || namesIn(document, allTags).some(names);
  const nodes = readJsonLd(document);
  const described = names ? nodes.filter((node) => describes(node, names, current)) : nodes;
  const main = mainEntity(described, url);
  const tags = current ? allTags : aboutTheSite(allTags);
  const publisher = main && nameOf(own(main, 'publisher'), nodes);
  const site = readSite(nodes, tags, publisher);
  const title = readTitle(document, url, main, tags, site?.value);
  const show = readShow(main, nodes);
  const authors = readAuthors(document, nodes, main, tags, [site?.value, publisher]);
  const published = readPublished(document, main, tags, url);
  const modified = readModified(document, main, tags);
  const canonicalUrl = readCanonical(document, tags, url, names);
  const language = readLanguage(document, main, tags);
  const sourceType = readSourceType(document, main, tags, [url, site?.value, title?.value]);
  return {
    ...(title && { title }),
    ...(authors && { authors }),
    ...(site && { site }),
    ...(show && { show }),
    ...(published && { published }),
    ...(modified && { modified }),
    ...(canonicalUrl && { canonicalUrl }),
    ...(language && { language }),
    ...(sourceType && { sourceType }),
  };
}

/** The addresses under which the head as a whole describes the page. */
function namesIn(document: Document, tags: MetaTags): string[] {
  const links = queryAll(document, 'link[rel~="canonical" i]').slice(0, 5);
  const canonical = links.flatMap((link) => getAttribute(link, 'href')?.trim() ?? []);
  return [...canonical, ...(tags.get('og:url') ?? [])];
}

/** A node without an address of its own is as new as the head around it. */
function describes(node: JsonLdNode, names: NamesPage, current: boolean): boolean {
  const addresses = addressesOf(node).filter((address) => !/^(?:#|_:)/.test(address));
  return addresses.length > 0 ? addresses.some(names) : current;
}

/** What a site says of itself on every page. */
function aboutTheSite(tags: MetaTags): MetaTags {
  return new Map(
    [...tags].filter(([name]) => /^(?:og:site_name|application-name|og:locale)$/.test(name)),
  );
}

function nameOf(value: unknown, nodes: readonly JsonLdNode[]): string | undefined {
  for (const item of listOf(value)) {
    const name = isNode(item) ? textOf(own(resolve(item, nodes), 'name')) : textOf(item);
    if (name && !/^https?:/.test(name)) return name;
  }
  return undefined;
}

function readSite(
  nodes: readonly JsonLdNode[],
  tags: MetaTags,
  publisher: string | undefined,
): Found<string> | undefined {
  const named = findMeta(tags, ['og:site_name', 'application-name'], asName);
  if (named) return named;
  const website = nodes.find((node) => typesOf(node).includes('WebSite'));
  const name = website && textOf(own(website, 'name'));
  if (name) return { value: name, from: 'json-ld:WebSite' };
  if (publisher) return { value: publisher, from: 'json-ld:publisher' };
  return findMeta(tags, ['citation_journal_title', 'dc.publisher', 'dcterms.publisher'], asName);
}

function asName(value: string): string | undefined {
  return /^https?:|^@/.test(value) ? undefined : value;
}

const titleTags = [
  'og:title',
  'citation_title',
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
];

/** The first title stated, or a later one when that is what the page's own heading says. */
function readTitle(
  document: Document,
  url: string,
  main: JsonLdNode | undefined,
  tags: MetaTags,
  site: string | undefined,
): Found<string> | undefined {
  const headings = queryAll(document, 'h1')
    .slice(0, 5)
    .flatMap((heading) => cleanText(heading.textContent) ?? []);
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  const stated = [
    ['json-ld:headline', main && textOf(own(main, 'headline'))],
    ['json-ld:name', main && textOf(own(main, 'name'))],
    ...titleTags.map((name) => [`meta:${name}`, tags.get(name)?.[0]] as const),
    ['title', cleanText(queryAll(document, 'title')[0]?.textContent)],
    ['h1', headings[0]],
  ] as const;
  const titles = stated.flatMap(([from, title]) =>
    title ? [{ value: withoutSiteName(title, { site, host, headings }), from }] : [],
  );
  return (
    titles.find(
      ({ value, from }) => from !== 'h1' && headings.some((line) => sameAs(line, value)),
    ) ?? titles[0]
  );
}

function readShow(
  main: JsonLdNode | undefined,
  nodes: readonly JsonLdNode[],
): Found<string> | undefined {
  for (const key of ['partOfSeries', 'partOfSeason', 'isPartOf']) {
    for (const item of main ? listOf(own(main, key)) : []) {
      if (!isNode(item)) continue;
      const node = resolve(item, nodes);
      const series = key !== 'isPartOf' || typesOf(node).some((type) => type.endsWith('Series'));
      const name = series && textOf(own(node, 'name'));
      if (name) return { value: name, from: `json-ld:${key}` };
    }
  }
  return undefined;
}

function readCanonical(
  document: Document,
  tags: MetaTags,
  url: string,
  names: NamesPage | undefined,
): Found<string> | undefined {
  const accept = (address: string | null): string | undefined => {
    const canonical = acceptCanonical(address, url);
    return canonical && (!names || names(canonical)) ? canonical : undefined;
  };
  for (const link of queryAll(document, 'link[rel~="canonical" i]').slice(0, 5)) {
    const value = accept(getAttribute(link, 'href'));
    if (value) return { value, from: 'link:canonical' };
  }
  return findMeta(tags, ['og:url'], accept);
}

function readLanguage(
  document: Document,
  main: JsonLdNode | undefined,
  tags: MetaTags,
): Found<string> | undefined {
  const root = documentElement(document);
  const stated = root && asLanguage(getAttribute(root, 'lang') ?? getAttribute(root, 'xml:lang'));
  if (stated) return { value: stated, from: 'html:lang' };
  const inLanguage = main && asLanguage(textOf(own(main, 'inLanguage')));
  if (inLanguage) return { value: inLanguage, from: 'json-ld:inLanguage' };
  const names = [
    'content-language',
    'og:locale',
    'language',
    'dc.language',
    'dcterms.language',
    'citation_language',
  ];
  return findMeta(tags, names, asLanguage);
}

/** A BCP 47 tag, written with hyphens; undefined for anything else. */
function asLanguage(value: string | null | undefined): string | undefined {
  const tag = value?.trim().replaceAll('_', '-') ?? '';
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag) && tag.length <= 40 ? tag : undefined;
}
