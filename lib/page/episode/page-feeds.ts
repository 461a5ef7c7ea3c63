import type { Episode } from '../../core/transcript/episode';
import { getAttribute, queryAll } from '../dom';
import { cleanText } from '../metadata/clean-text';
import { addressOn, type EpisodePage } from './episode-page';

const feed = 'link[rel~="alternate" i][href], a[rel~="alternate" i][href]';
const type = /^application\/(?:rss|atom)\+xml\b/i;

/** The feeds a page names, those of comments last. */
export function pageFeeds(page: EpisodePage): Episode['feeds'] {
  const feeds = queryAll(page.document, feed, 60).flatMap((element) => {
    if (!type.test(getAttribute(element, 'type') ?? '')) return [];
    const url = addressOn(page, getAttribute(element, 'href'));
    const title = cleanText(getAttribute(element, 'title'));
    return url === undefined ? [] : [{ url, ...(title !== undefined && { title }) }];
  });
  const isComments = ({ url, title = '' }: { url: string; title?: string }): number =>
    Number(/\bcomments?\b/i.test(title) || /\/comments\//i.test(url));
  return feeds
    .filter(({ url }, at) => feeds.findIndex((other) => other.url === url) === at)
    .sort((a, b) => isComments(a) - isComments(b))
    .slice(0, 20);
}
