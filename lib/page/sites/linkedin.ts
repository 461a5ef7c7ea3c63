import { getAttribute, queryAll } from '../dom';
import { found } from '../metadata/found';
import { own, textOf, type JsonLdNode } from '../metadata/json-ld';
import { cleanName } from '../metadata/people';
import { firstText } from './first-text';
import { siteAddress } from './site-address';
import type { SiteFields, SiteReader } from './site-reader';
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
const followers = /^[\d.,\s]+followers?$/i;

/**
 * Posts and articles. A post's day is in its id; its author is who wrote the post that the address
 * names, not who passed it on in the line above, nor whom it quotes.
 */
export const linkedin: SiteReader = {
  reads: ({ host }) => /(?:^|\.)linkedin\.com$/.test(host),
  read({ document, url, path, tags, main }) {
    const site = found('LinkedIn', 'linkedin');
    const id = /\d{15,}/.exec(siteAddress(url))?.[0];
    if (!id) {
      const isArticle = path.startsWith('/pulse/');
      return isArticle
        ? {
            site,
            ...person(document, articleAuthor, articleHeadline),
            sourceType: found('essay', 'linkedin:path'),
          }
        : { site };
    }
    const posts = queryAll(document, post);
    const isNamed = (element: Element): boolean =>
      ['data-urn', 'data-id', 'data-activity-urn'].some((attribute) =>
        getAttribute(element, attribute)?.includes(id),
      );
    const here = posts.find(isNamed) ?? (posts.length === 1 ? posts[0] : undefined);
    const day = snowflakeDay(id);
    const words = /^[^:]{1,120} on LinkedIn: (.+)$/.exec(tags.get('og:title')?.[0] ?? '')?.[1];
    return {
      site,
      ...(here && person(here, name, headline)),
      sourceType: found('thread', 'linkedin:post'),
      // A post has no title; what the page is called is the feed's.
      title: found(words?.replace(/\s*\|[^|]*$/, '') ?? headlineOf(main) ?? '', 'linkedin:post'),
      published: day ? found(day, 'linkedin:id') : undefined,
    };
  },
};

function headlineOf(main: JsonLdNode | undefined): string | undefined {
  return main && textOf(own(main, 'headline'));
}

/** Who wrote it, and the line about themselves below the name. */
function person(root: Document | Element, names: string, lines: string): SiteFields {
  const author = cleanName(firstText(root, names)?.replace(badge, '') ?? '');
  const role = firstText(root, lines)
    ?.replace(/\s*•.*$/, '')
    .slice(0, 300);
  return {
    authors: author ? found([author], 'linkedin:author') : undefined,
    roles:
      role && !followers.test(role)
        ? [{ role, from: 'linkedin:headline', ...(author && { name: author }) }]
        : [],
  };
}
