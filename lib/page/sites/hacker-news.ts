import { getAttribute, queryAll } from '../dom';
import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

/** A story or a comment with what was said below it: the item that the address names. */
export const hackerNews: SiteReader = {
  reads: ({ host, path }) => host === 'news.ycombinator.com' && path === '/item',
  read({ document }) {
    const user = firstText(document, '.fatitem .hnuser');
    const [age] = queryAll(document, '.fatitem .age');
    const day = age && parseCalendarDay(getAttribute(age, 'title')?.slice(0, 10) ?? '');
    const title = firstText(document, '.fatitem .titleline > a, .fatitem .onstory a');
    return {
      site: found('Hacker News', 'hacker-news'),
      sourceType: found('thread', 'hacker-news'),
      title: title ? found(title, 'hacker-news:title') : undefined,
      authors: found(user ? [user] : [], 'hacker-news:user'),
      published: day ? found(day, 'hacker-news:age') : undefined,
    };
  },
};
