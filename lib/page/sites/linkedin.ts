import { getAttribute, queryAll } from '../dom';
import { found } from '../metadata/found';
import { cleanName } from '../metadata/people';
import { firstText } from './first-text';
import type { SiteReader } from './site-reader';
import { snowflakeDay } from './snowflake-day';

const post = '.feed-shared-update-v2, [data-urn*="urn:li:"], article[data-activity-urn]';
/** The name is printed twice, once for the eye and once for screen readers. */
const name = [
  '.update-components-actor__title span[aria-hidden="true"]',
  '.update-components-actor__name span[aria-hidden="true"]',
  '.update-components-actor__name',
  '[data-tracking-control-name*="actor-name"]',
  '.base-main-feed-card__entity-lockup a:not(:has(img))',
].join(', ');
const headline = [
  '.update-components-actor__description span[aria-hidden="true"]',
  '.update-components-actor__description',
  '.base-main-feed-card__entity-lockup p',
].join(', ');
const articleAuthor =
  '.reader-author-info__author-lockup--flex h2, .reader-author-info__content h2, .article-main__author .base-main-card__title, .publisher-author-card h3';
const articleHeadline =
  '.reader-author-info__author-lockup--flex p, .article-main__author .base-main-card__subtitle, .publisher-author-card h4';

/** Badges and the like that stand beside a name. */
const badge = /\s*(?:•.*|\b(?:Verified|Premium|Influencer|Author|\d(?:st|nd|rd)\+?)\b.*)$/u;

/**
 * Posts and articles. A post's day is in its id; its author is who wrote the post that the address
 * names, not who passed it on in the line above, nor whom it quotes.
 */
export const linkedin: SiteReader = {
  reads: ({ host }) => host === 'linkedin.com' || host.endsWith('.linkedin.com'),
  read({ document, url, path, tags }) {
    const site = found('LinkedIn', 'linkedin');
    const [, kind, id] = /(activity|ugcPost|share)[:-](\d{15,20})/i.exec(decode(url)) ?? [];
    if (!kind || !id) {
      if (!path.startsWith('/pulse/')) return { site };
      const author = cleanName(firstText(document, articleAuthor)?.replace(badge, '') ?? '');
      const role = firstText(document, articleHeadline);
      return {
        site,
        sourceType: found('essay', 'linkedin:path'),
        authors: author ? found([author], 'linkedin:author') : undefined,
        roles: role ? [{ role, from: 'linkedin:headline', ...(author && { name: author }) }] : [],
      };
    }
    const posts = queryAll(document, post);
    const isNamed = (element: Element): boolean =>
      ['data-urn', 'data-id', 'data-activity-urn'].some((attribute) =>
        getAttribute(element, attribute)?.includes(id),
      );
    const here = posts.find(isNamed) ?? (posts.length === 1 ? posts[0] : undefined);
    const author = here && cleanName(firstText(here, name)?.replace(badge, '') ?? '');
    const role = here && firstText(here, headline)?.replace(/\s*•.*$/, '');
    const isRole = role && role.length <= 300 && !/^[\d.,\s]+followers?$/i.test(role);
    const day = snowflakeDay(id);
    const words = /^[^:]{1,120} on LinkedIn: (.+)$/.exec(tags.get('og:title')?.[0] ?? '')?.[1];
    return {
      site,
      sourceType: found('thread', 'linkedin:post'),
      title: words ? found(words.replace(/\s*\|[^|]*$/, ''), 'meta:og:title', 'high') : undefined,
      authors: author ? found([author], 'linkedin:author') : undefined,
      published: day ? found(day, 'linkedin:id') : undefined,
      canonicalUrl: found(
        `https://www.linkedin.com/feed/update/urn:li:${kind}:${id}/`,
        'linkedin:id',
      ),
      roles: isRole ? [{ role, from: 'linkedin:headline', ...(author && { name: author }) }] : [],
    };
  },
};

function decode(url: string): string {
  return url.replace(/%3a/gi, ':');
}
