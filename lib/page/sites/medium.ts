import { parseCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import { cleanName } from '../metadata/people';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';

/** Stories, on medium.com and under names of their own. */
export const medium: SiteReader = {
  reads: ({ host, tags }) =>
    /(?:^|\.)medium\.com$/.test(host) ||
    ['al:ios:app_name', 'twitter:app:name:iphone'].some((name) => tags.get(name)?.[0] === 'Medium'),
  read({ document }) {
    const author = cleanName(firstText(document, '[data-testid="authorName"]') ?? '');
    const day = parseCalendarDay(firstText(document, '[data-testid="storyPublishDate"]') ?? '');
    const publication = firstText(document, '[data-testid="publicationName"]');
    const title = firstText(document, '[data-testid="storyTitle"]');
    const bio = firstText(document, '[data-testid="authorBio"]')?.slice(0, 300);
    return {
      title: title ? found(title, 'medium:title') : undefined,
      authors: author ? found([author], 'medium:author') : undefined,
      published: day ? found(day, 'medium:date', 'medium') : undefined,
      site: found(publication ?? 'Medium', 'medium', publication ? 'high' : 'low'),
      roles: bio ? [{ role: bio, from: 'medium:bio', ...(author && { name: author }) }] : [],
    };
  },
};
