import { contentOf, documentElement, getAttribute, queryAll } from '../dom';
import { cleanText } from './clean-text';
import { elsewhereFinder } from './elsewhere';
import { addressesOf, readJsonLd, type JsonLdNode } from './json-ld';
import { mainEntity } from './main-entity';
import { readMetaTags, type MetaTags } from './meta-tags';
import { namesMovedPage, type NamesPage } from './moved-page';
import { findHeading, headingSteps, type Heading } from './heading';
import { linesNear, type Line } from './lines-near';

/** What every reader of a field is given: read once, for one look at a page. */
export interface PageFacts {
  readonly document: Document;
  readonly url: string;
  /** Lower case, without `www.`; empty for an address that is none. */
  readonly host: string;
  readonly path: string;
  readonly tags: MetaTags;
  readonly nodes: readonly JsonLdNode[];
  /** The JSON-LD node about what the page is about. */
  readonly main: JsonLdNode | undefined;
  readonly language: string;
  readonly documentTitle: string | undefined;
  readonly headings: readonly Heading[];
  /** The heading over the page's own text. */
  readonly heading: Heading | undefined;
  /** The lines of text around that heading. */
  readonly lines: readonly Line[];
  readonly isElsewhere: (element: Element) => boolean;
  /** Given when scripts have moved the page on since it was loaded. */
  readonly names: NamesPage | undefined;
}

/**
 * Reads what the fields rest on, in steps of a few questions each. Where scripts have moved the page away from `loaded`, what its head
 * says counts only where it names the present address.
 */
export function* pageFactSteps(
  document: Document,
  url: string,
  loaded: string | undefined,
): Generator<void, PageFacts> {
  const names = namesMovedPage(url, loaded);
  const allTags = readMetaTags(document);
  yield;
  const current = !names || addressesIn(document, allTags).some(names);
  const all = readJsonLd(document);
  yield;
  const nodes = names ? all.filter((node) => describes(node, names, current)) : all;
  const tags = current ? allTags : aboutTheSite(allTags);
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  const title = queryAll(document, 'title', 1)[0];
  const documentTitle = title && cleanText(contentOf(title).slice(0, 2_000));
  const headings = yield* headingSteps(document);
  const main = mainEntity(nodes, url);
  const heading = findHeading(headings, main, tags, documentTitle);
  const root = documentElement(document);
  yield;
  return {
    document,
    url,
    host: hostname.replace(/^www\./, ''),
    path: pathname,
    tags,
    nodes,
    main,
    language: (root && getAttribute(root, 'lang')) ?? '',
    documentTitle,
    headings,
    heading,
    lines: heading ? linesNear(heading.element) : [],
    isElsewhere: elsewhereFinder(heading?.element),
    names,
  };
}

/** The addresses under which the head as a whole describes the page. */
function addressesIn(document: Document, tags: MetaTags): string[] {
  const links = queryAll(document, 'link[rel~="canonical" i]', 5);
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
