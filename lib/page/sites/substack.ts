import { contentOf, queryAll } from '../dom';
import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { isNode, listOf, own, textOf, type JsonLdNode } from '../metadata/json-ld';
import { cleanName } from '../metadata/people';
import type { SiteReader } from './site-reader';

const longestScript = 3_000_000;

/**
 * Posts and episodes, on substack.com and under names of their own. The page's own data has the day
 * and the authors; what is printed may be the day of a change.
 */
export const substack: SiteReader = {
  reads: ({ document, host }) =>
    host.endsWith('substack.com') ||
    queryAll(document, 'link[href*="substackcdn.com"], script[src*="substackcdn.com"]').length > 0,
  read({ document, path }) {
    const data = preloads(document);
    const post = data && own(data, 'post');
    if (!isNode(post) || !path.split('/').includes(String(own(post, 'slug')))) return {};
    const people = listOf(own(post, 'publishedBylines')).filter(isNode);
    const names = people.flatMap((person) => cleanName(textOf(own(person, 'name')) ?? '') ?? []);
    const day = parseCalendarDay(textOf(own(post, 'post_date')) ?? '');
    const title = textOf(own(post, 'title'));
    const pub = own(data ?? {}, 'pub');
    const site = isNode(pub) ? textOf(own(pub, 'name')) : undefined;
    const isEpisode = own(post, 'type') === 'podcast';
    return {
      title: title ? found(title, 'substack:title') : undefined,
      authors: names.length > 0 ? found(names, 'substack:bylines') : undefined,
      published: day ? found(day, 'substack:post_date') : undefined,
      site: site ? found(site, 'substack:publication') : undefined,
      sourceType: isEpisode ? found('podcast', 'substack:type') : undefined,
      roles: people.flatMap((person) => {
        const role = textOf(own(person, 'bio'))?.slice(0, 300);
        const name = textOf(own(person, 'name'));
        return role ? [{ role, from: 'substack:bio', ...(name && { name }) }] : [];
      }),
    };
  },
};

/** What the page was made from: JSON inside a string inside a script. */
function preloads(document: Document): JsonLdNode | undefined {
  for (const script of queryAll(document, 'script:not([src])')) {
    const source = contentOf(script);
    const start = source.indexOf('window._preloads');
    if (start < 0 || source.length > longestScript) continue;
    const [from, to] = [source.indexOf('"', start), source.lastIndexOf('"')];
    try {
      const data: unknown = JSON.parse(String(JSON.parse(source.slice(from, to + 1))));
      return isNode(data) ? data : undefined;
    } catch {
      // Another form of it, which we cannot read.
      return undefined;
    }
  }
  return undefined;
}
