import { contentOf, getAttribute, queryAll } from '../dom';
import { cleanText, sameAs } from './clean-text';
import { resolve } from './authors';
import { found, type Found } from './found';
import { isNode, listOf, own, textOf, typesOf, type JsonLdNode } from './json-ld';
import { findMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { namesHost } from './names-host';
import { partsOf } from './title';

/** What the page says of the site it is on; else the name that its title and its address share. */
export function readSite(
  facts: PageFacts,
  publisher: string | undefined,
): Found<string> | undefined {
  const { tags, nodes, host } = facts;
  // Some state the site with its motto or its owner behind it.
  const alone = (value: string) =>
    asName(partsOf(value).find((part) => namesHost(part, host)) ?? value);
  const website = nodes.find((node) => typesOf(node).includes('WebSite'));
  const name = website && asName(textOf(own(website, 'name')) ?? '');
  return (
    findMeta(tags, ['og:site_name', 'application-name'], alone) ??
    (name ? found(name, 'json-ld:WebSite') : undefined) ??
    (publisher ? found(publisher, 'json-ld:publisher') : undefined) ??
    findMeta(
      tags,
      ['citation_journal_title', 'dc.publisher', 'dcterms.publisher', 'publisher', 'og:site'],
      asName,
    ) ??
    concluded(facts)
  );
}

/** The name of a person or an organisation, or of the first of several. */
export function nameOf(value: unknown, nodes: readonly JsonLdNode[]): string | undefined {
  for (const item of listOf(value)) {
    const name = isNode(item) ? textOf(own(resolve(item, nodes), 'name')) : textOf(item);
    if (name && asName(name)) return name;
  }
  return undefined;
}

/** Whether a publisher is said to be a person, whose site then bears that person's name. */
export function isPersonal(value: unknown, nodes: readonly JsonLdNode[]): boolean {
  return listOf(value).some(
    (item) => isNode(item) && typesOf(resolve(item, nodes)).includes('Person'),
  );
}

function asName(value: string): string | undefined {
  return /^https?:|^@/.test(value) || value.length > 120 ? undefined : value;
}

const home =
  'header a[href="/"], a[rel~="home" i], a[class*="logo" i], [class*="site-title" i], [class*="logo" i] a';

function concluded({
  document,
  documentTitle = '',
  tags,
  host,
  headings,
}: PageFacts): Found<string> | undefined {
  const parts = partsOf(documentTitle)
    .slice(1)
    .concat(partsOf(documentTitle)[0] ?? '');
  const inTitle = parts.find((part) => namesHost(part, host));
  if (inTitle) return found(inTitle, 'title', 'medium');
  const said = [
    ...[
      'apple-mobile-web-app-title',
      'author',
      'copyright',
      'twitter:app:name:iphone',
      'al:ios:app_name',
    ].flatMap((name) => tags.get(name)?.[0] ?? []),
    ...queryAll(document, home, 5).flatMap(
      (link) => cleanText(contentOf(link).slice(0, 200)) ?? imageName(link) ?? [],
    ),
  ];
  const name = said.find(
    (text) =>
      text.length < 60 &&
      (namesHost(text, host) ||
        (parts.length > 1 &&
          parts.some((part) => sameAs(part, text)) &&
          !headings.some((each) => sameAs(each.text, text)))),
  );
  return name && asName(name) ? found(name, 'page:name', 'medium') : undefined;
}

function imageName(link: Element): string | undefined {
  const [image] = queryAll(link, 'img[alt]', 1);
  const said =
    (image && getAttribute(image, 'alt')) ??
    getAttribute(link, 'title') ??
    getAttribute(link, 'aria-label');
  return cleanText(said?.slice(0, 200).replace(/\s*\b(?:logo|home ?page|home)\b.*$/i, ''));
}
