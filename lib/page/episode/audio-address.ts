import { getAttribute, queryAll } from '../dom';
import { isNode, listOf, own } from '../metadata/json-ld';
import { addressOn, type EpisodePage } from './episode-page';

const fileProperties = ['associatedMedia', 'audio', 'encoding'];
const tags = ['og:audio', 'og:audio:secure_url', 'og:audio:url', 'twitter:player:stream'];

/**
 * The address of the episode's own file, by which a feed knows it: as the page states it, else as
 * its player plays it. Undefined where neither is a web address.
 */
export function audioAddress(page: EpisodePage): string | undefined {
  const { main, player } = page;
  const stated = fileProperties
    .flatMap((key) => listOf(main && own(main, key)))
    .flatMap((value) => (isNode(value) ? listOf(own(value, 'contentUrl')) : [value]));
  const tagged = tags.flatMap((name) => page.tags.get(name) ?? []);
  const played = player
    ? [
        player.currentSrc,
        getAttribute(player, 'src'),
        ...queryAll(player, 'source[src]', 10).map((source) => getAttribute(source, 'src')),
      ]
    : [];
  return [...stated, ...tagged, ...played]
    .filter((address) => address !== null && address !== '')
    .map((address) => addressOn(page, address))
    .find((address) => address !== undefined);
}
