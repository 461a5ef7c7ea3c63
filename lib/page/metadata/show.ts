import { contentOf, getAttribute, queryAll } from '../dom';
import { resolve } from './authors';
import { cleanText, sameAs } from './clean-text';
import { isPodcastHost } from './episode';
import { found, type Found } from './found';
import { isNode, listOf, own, textOf, typesOf } from './json-ld';
import { namesHost } from './names-host';
import type { PageFacts } from './page-facts';
import { partsOf } from './title';
import { withClass } from './with-class';

const named = withClass('podcast-title show-title show-name podcast-name series-title');

/** The series that the page's JSON-LD says it is a part of. */
function fromMain({ main, nodes }: PageFacts): Found<string> | undefined {
  for (const key of ['partOfSeries', 'partOfSeason', 'isPartOf']) {
    for (const item of main ? listOf(own(main, key)) : []) {
      if (!isNode(item)) continue;
      const node = resolve(item, nodes);
      const series = key !== 'isPartOf' || typesOf(node).some((type) => type.endsWith('Series'));
      const name = series && textOf(own(node, 'name'));
      if (name) return found(name, `json-ld:${key}`);
    }
  }
  return undefined;
}

/**
 * The podcast or series that an episode belongs to: stated, printed beside the episode, or the part
 * of the page's title that its feed, or the site, is called as well.
 */
export function readShow(
  facts: PageFacts,
  isEpisode: boolean,
  title: string | undefined,
  site: string | undefined,
): Found<string> | undefined {
  const stated = fromMain(facts);
  if (stated || !isEpisode) return stated;
  const { document, documentTitle = '', tags, host } = facts;
  // What a place that hosts many shows is called is none of them.
  const isHost = (text: string): boolean => isPodcastHost(host) && namesHost(text, host);
  const isName = (text: string | undefined): text is string =>
    text !== undefined && text.length < 120 && !sameAs(text, title) && !isHost(text);
  const printed = queryAll(document, named, 10)
    .map((element) =>
      cleanText(
        contentOf(element)
          .split(/\s[•·|]\s/)[0]
          ?.slice(0, 200),
      ),
    )
    .find(isName);
  if (printed) return found(printed, 'class:show', 'medium');
  const feed = queryAll(document, 'link[type="application/rss+xml" i][title]')
    .map((link) =>
      cleanText(getAttribute(link, 'title'))?.replace(
        /\s*(?:»|-|\|)?\s*(?:rss|feed|rss feed|podcast feed)$/i,
        '',
      ),
    )
    .find((text) => isName(text) && !/comments/i.test(text) && text !== '');
  const parts = [documentTitle, tags.get('og:title')?.[0] ?? '']
    .flatMap(partsOf)
    .map((part) => part.replace(/\s+on \w+$|^podcast\s+/i, ''))
    .filter((part) => isName(part) && !title?.includes(part));
  const both = parts.find((part) => sameAs(part, feed) || sameAs(part, site));
  if (both) return found(both, 'title', 'medium');
  const [first] = parts;
  if (first && !/\bpodcast (?:en|on|by)\b/i.test(first)) return found(first, 'title', 'low');
  const name = partsOf(site ?? '')[0]?.replace(/\s+podcasts$/i, '');
  return isName(name) ? found(name, 'site', 'low') : undefined;
}
