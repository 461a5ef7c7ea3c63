import type { PageMetadata } from '../../core/source/metadata';
import { documentElement, getAttribute, queryAll } from '../dom';
import { readAuthors, resolve } from './authors';
import { acceptCanonical } from './canonical';
import { cleanText, sameAs } from './clean-text';
import { readModified, readPublished } from './dates';
import { isNode, listOf, own, readJsonLd, textOf, typesOf, type JsonLdNode } from './json-ld';
import { mainEntity } from './main-entity';
import { findMeta, readMetaTags, type Found, type MetaTags } from './meta-tags';
import { readSourceType } from './source-type';
import { withoutSiteName } from './title';

/**
 * What a page says about itself, each field with where it was read. A field the page does not state
 * is absent. Reads only; nothing from the page is run, fetched or trusted beyond its text.
 */
export function readMetadata(document: Document, url: string): PageMetadata {
  const nodes = readJsonLd(document);
  const main = mainEntity(nodes, url);
  const tags = readMetaTags(document);
  const publisher = main && nameOf(own(main, 'publisher'), nodes);
  const site = readSite(nodes, tags, publisher);
  const title = readTitle(document, url, main, tags, site?.value);
  const show = readShow(main, nodes);
  const authors = readAuthors(document, nodes, main, tags, [site?.value, publisher]);
  const published = readPublished(document, main, tags, url);
  const modified = readModified(document, main, tags);
  const canonicalUrl = readCanonical(document, tags, url);
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

function readCanonical(document: Document, tags: MetaTags, url: string): Found<string> | undefined {
  for (const link of queryAll(document, 'link[rel~="canonical" i]').slice(0, 5)) {
    const value = acceptCanonical(getAttribute(link, 'href'), url);
    if (value) return { value, from: 'link:canonical' };
  }
  return findMeta(tags, ['og:url'], (value) => acceptCanonical(value, url));
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
