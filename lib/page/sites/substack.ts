import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { isNode, listOf, own, textOf } from '../metadata/json-ld';
import { cleanName } from '../metadata/people';
import type { SiteReader } from './site-reader';
import { isSubstack, substackData } from './substack-data';

/**
 * Posts and episodes, on substack.com and under names of their own. The page's own data has the day
 * and the authors; what is printed may be the day of a change.
 */
export const substack: SiteReader = {
  reads: ({ document, host }) => isSubstack(document, host),
  read({ document, path }) {
    const data = substackData(document);
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
