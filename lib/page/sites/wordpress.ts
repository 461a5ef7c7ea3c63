import { queryAll } from '../dom';
import { readMarkup } from './read-markup';
import type { SiteReader } from './site-reader';

/** What the themes that come with WordPress print; what plug-ins state for machines is surer. */
export const wordpress: SiteReader = {
  reads: ({ document, tags, host }) =>
    /^wordpress/i.test(tags.get('generator')?.[0] ?? '') ||
    host.endsWith('.wordpress.com') ||
    queryAll(document, 'link[rel="https://api.w.org/"]').length > 0,
  read: (facts) =>
    readMarkup(facts, {
      name: 'wordpress',
      author:
        '.entry-header .author .fn, .entry-header .author a, .entry-meta .author a, .wp-block-post-author__name, .wp-block-post-author-name, .posted-by a',
      date: '.entry-header .entry-date, .entry-meta .entry-date.published, .wp-block-post-date time, .posted-on .entry-date',
      role: '.wp-block-post-author__bio, .author-description',
      confidence: 'medium',
    }),
};
