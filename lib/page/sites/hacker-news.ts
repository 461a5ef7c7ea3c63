import { found } from '../metadata/found';
import { readMarkup } from './read-markup';
import type { SiteReader } from './site-reader';

/** A story or a comment with what was said below it: the item that the address names. */
export const hackerNews: SiteReader = {
  reads: ({ host, path }) => host === 'news.ycombinator.com' && path === '/item',
  read: (facts) => ({
    authors: found([], 'hacker-news'),
    ...readMarkup(facts, {
      name: 'hacker-news',
      title: '.fatitem .titleline > a, .fatitem .onstory a',
      author: '.fatitem .hnuser',
      date: '.fatitem .age',
    }),
    site: found('Hacker News', 'hacker-news'),
    sourceType: found('thread', 'hacker-news'),
  }),
};
