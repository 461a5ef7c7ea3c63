import { documentElement, getAttribute } from '../dom';
import { addressesOf, readJsonLd, typesOf, type JsonLdNode } from '../metadata/json-ld';
import { mainEntity } from '../metadata/main-entity';
import { readMetaTags, type MetaTags } from '../metadata/meta-tags';
import { loadedAddress, namesMovedPage } from '../metadata/moved-page';
import { chooseMedia, showsAdvert } from '../media-element';

/** What every reader of an episode is given: read once, for one look at a page. */
export interface EpisodePage {
  readonly document: Document;
  readonly url: string;
  /** Lower case, without `www.`; empty for an address that is none. */
  readonly host: string;
  readonly path: string;
  readonly language: string;
  /** The JSON-LD node of the episode, or of what else the page is about. */
  readonly main: JsonLdNode | undefined;
  readonly nodes: readonly JsonLdNode[];
  /** Empty where scripts have moved the page on since its head was written. */
  readonly tags: MetaTags;
  readonly player: HTMLMediaElement | undefined;
  /** The player says that it shows an advert: its times are the advert's own. */
  readonly isAdvert: boolean;
  /** Scripts have moved the page on since it was loaded, as to the next video. */
  readonly hasMoved: boolean;
}

/** Reads what the readers of an episode rest on. */
export function readEpisodePage(document: Document, url: string): EpisodePage {
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  const names = namesMovedPage(url, loadedAddress(document));
  const allTags = readMetaTags(document);
  const isCurrent = !names || (allTags.get('og:url') ?? []).some(names);
  const nodes = readJsonLd(document).filter((node) => {
    const addresses = addressesOf(node);
    return !names || (addresses.length > 0 ? addresses.some(names) : isCurrent);
  });
  const root = documentElement(document);
  const player = chooseMedia(document, 'any');
  return {
    document,
    url,
    host: hostname.replace(/^www\./, ''),
    path: pathname,
    language: (root && getAttribute(root, 'lang')) ?? '',
    main: nodes.find((node) => typesOf(node).some(isEpisode)) ?? mainEntity(nodes, url),
    nodes,
    tags: isCurrent ? allTags : new Map<string, readonly string[]>(),
    player,
    isAdvert: player !== undefined && showsAdvert(player),
    hasMoved: names !== undefined,
  };
}

function isEpisode(type: string): boolean {
  return type === 'PodcastEpisode' || type === 'RadioEpisode';
}

/** A web address as the page means it, without a fragment; undefined for anything else. */
export function addressOn(
  { document }: Pick<EpisodePage, 'document'>,
  address: unknown,
): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address, document.baseURI)) return undefined;
  const url = new URL(address, document.baseURI);
  url.hash = '';
  return /^https?:$/.test(url.protocol) && url.href.length <= 8_000 ? url.href : undefined;
}
