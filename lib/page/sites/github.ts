import { found } from '../metadata/found';
import { readMarkup } from './read-markup';
import type { SiteReader } from './site-reader';

/** Repositories, and the issues, pull requests and discussions in them. */
export const github: SiteReader = {
  reads: ({ host }) => host === 'github.com',
  read(facts) {
    const [, owner, repository, kind, number] = facts.path.split('/');
    const site = found('GitHub', 'github');
    if (!owner || !repository) return { site };
    if (number && /^(?:issues|pull|discussions)$/.test(kind ?? '')) {
      return {
        ...readMarkup(facts, {
          name: 'github',
          title: '[data-testid="issue-title"], .js-issue-title, h1 bdi',
          author:
            '[data-testid="issue-body-header-author"], .gh-header-meta .author, .timeline-comment-header .author',
          date: '[data-testid="issue-body"] relative-time, .gh-header-meta relative-time, .timeline-comment-header relative-time',
        }),
        site,
        sourceType: found('thread', 'github:path'),
      };
    }
    // What is on a repository's page was written on many days.
    return {
      site,
      title: kind ? undefined : found(`${owner}/${repository}`, 'url:path'),
      authors: found([owner], 'url:path'),
      published: found('', 'github'),
      sourceType: found('', 'github'),
    };
  },
};
