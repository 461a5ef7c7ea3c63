import { getAttribute, queryAll } from '../dom';
import { findCalendarDay, parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { splitNames } from '../metadata/people';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

const author =
  '.author.vcard .fn, .author.vcard a, .wp-block-post-author__name, .wp-block-post-author-name, .entry-meta a[rel~="author"], .posted-by a';
const date =
  '.wp-block-post-date time, time.entry-date.published, time.entry-date, .posted-on time';
const bio = '.wp-block-post-author__bio, .author-description, .author-bio, .abh_about_tab';

/** What the themes that come with WordPress print; plug-ins that state more are read before it. */
export const wordpress: SiteReader = {
  reads: ({ document, tags, host }) =>
    /^wordpress/i.test(tags.get('generator')?.[0] ?? '') ||
    host.endsWith('.wordpress.com') ||
    queryAll(document, 'link[rel="https://api.w.org/"]').length > 0,
  read({ document, language, isElsewhere }) {
    const byline = queryAll(document, author).find((element) => !isElsewhere(element));
    const names = byline ? splitNames(firstText(document, author) ?? '') : [];
    const time = queryAll(document, date).find((element) => !isElsewhere(element));
    const day =
      time &&
      (parseCalendarDay(getAttribute(time, 'datetime') ?? '') ??
        findCalendarDay(firstText(document, date) ?? '', language));
    const about = firstText(document, bio)?.slice(0, 300);
    return {
      authors: names.length > 0 ? found(names, 'wordpress:author', 'medium') : undefined,
      published: day ? found(day, 'wordpress:date', 'medium') : undefined,
      roles: about
        ? [{ role: about, from: 'wordpress:bio', ...(names[0] && { name: names[0] }) }]
        : [],
    };
  },
};
