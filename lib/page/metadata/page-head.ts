import { getAttribute, queryAll } from '../dom';
import { addressesOf, readJsonLd, type JsonLdNode } from './json-ld';
import { mainEntity } from './main-entity';
import { readMetaTags, type MetaTags } from './meta-tags';
import { namesMovedPage, type NamesPage } from './moved-page';

/** What a page states about itself for machines. */
export interface PageHead {
  readonly document: Document;
  readonly url: string;
  readonly tags: MetaTags;
  readonly nodes: readonly JsonLdNode[];
  /** The JSON-LD node about what the page is about. */
  readonly main: JsonLdNode | undefined;
  /** Given when scripts have moved the page on since it was loaded. */
  readonly names: NamesPage | undefined;
}

/**
 * Reads it in steps. Where scripts have moved the page away from `loaded`, what its head says counts
 * only where it names the present address.
 */
export function* pageHeadSteps(
  document: Document,
  url: string,
  loaded: string | undefined,
): Generator<void, PageHead> {
  const names = namesMovedPage(url, loaded);
  const allTags = readMetaTags(document);
  yield;
  const current = !names || addressesIn(document, allTags).some(names);
  const all = readJsonLd(document);
  yield;
  const nodes = names ? all.filter((node) => describes(node, names, current)) : all;
  const tags = current ? allTags : aboutTheSite(allTags);
  return { document, url, tags, nodes, main: mainEntity(nodes, url), names };
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
