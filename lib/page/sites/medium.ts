import { found } from '../metadata/found';
import { firstText } from './first-text';
import { readMarkup } from './read-markup';
import type { SiteReader } from './site-reader';

/** Stories, on medium.com and under names of their own. */
export const medium: SiteReader = {
  reads: ({ host, tags }) =>
    /(?:^|\.)medium\.com$/.test(host) ||
    ['al:ios:app_name', 'twitter:app:name:iphone'].some((name) => tags.get(name)?.[0] === 'Medium'),
  read(facts) {
    const publication = firstText(facts.document, '[data-testid="publicationName"]');
    return {
      ...readMarkup(facts, {
        name: 'medium',
        title: '[data-testid="storyTitle"]',
        author: '[data-testid="authorName"]',
        date: '[data-testid="storyPublishDate"]',
        role: '[data-testid="authorBio"]',
      }),
      site: publication ? found(publication, 'medium:publication') : undefined,
    };
  },
};
