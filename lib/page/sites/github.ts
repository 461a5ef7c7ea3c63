import { getAttribute, queryAll } from '../dom';
import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

const title =
  '[data-testid="issue-title"], .js-issue-title, .gh-header-title .markdown-title, h1 bdi';
const author =
  '[data-testid="issue-body-header-author"], .gh-header-meta .author, .timeline-comment-header .author, .discussion .author';
const time =
  '[data-testid="issue-body"] relative-time, .gh-header-meta relative-time, .timeline-comment-header relative-time, .discussion relative-time';

/** Repositories, and the issues, pull requests and discussions in them. */
export const github: SiteReader = {
  reads: ({ host }) => host === 'github.com',
  read({ document, path }) {
    const [, owner, repository, kind, number] = path.split('/');
    const site = found('GitHub', 'github');
    if (!owner || !repository) return { site };
    if (!number || !/^(?:issues|pull|discussions)$/.test(kind ?? '')) {
      // A repository is nobody's on any one day: what is on the page was changed at many.
      return {
        site,
        title: kind ? undefined : found(`${owner}/${repository}`, 'url:path'),
        authors: found([owner], 'url:path', kind ? 'medium' : 'high'),
        published: found('', 'github'),
        sourceType: found('', 'github'),
      };
    }
    const name = firstText(document, author);
    const [first] = queryAll(document, time);
    const day = first && parseCalendarDay(getAttribute(first, 'datetime') ?? '');
    const heading = firstText(document, title);
    return {
      site,
      sourceType: found('thread', 'github'),
      title: heading ? found(heading, 'github:title') : undefined,
      authors: name ? found([name], 'github:author') : undefined,
      published: day ? found(day, 'github:date') : undefined,
    };
  },
};
