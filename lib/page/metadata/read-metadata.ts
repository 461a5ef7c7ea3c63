import { withLanguageOfText } from '../language-of-page';
import { finish } from '../../core/annotation/finish';
import type { Confidence, PageMetadata } from '../../core/source/metadata';
import { readSite as readFromSite } from '../sites/read-site';
import { authorSteps } from './authors';
import { readCanonical } from './canonical';
import { readModified, readPublished } from './dates';
import { found, type Found } from './found';
import { own } from './json-ld';
import { readLanguage } from './language';
import { loadedAddress } from './moved-page';
import { pageFactSteps } from './page-facts';
import { readRoles } from './roles';
import { readShow } from './show';
import { isPersonal, nameOf, readSite } from './site-name';
import { readSourceType } from './source-type';
import { readTitle } from './title';

const mostRoles = 12;

/**
 * What a page says about itself, each field with where it was read and how far it can be trusted. A
 * field the page does not state is absent. Reads only; nothing from the page is run, fetched or
 * trusted beyond its text. What a reader made for the site says comes first. Where the page's
 * scripts have moved it away from `loaded`, the address it was loaded at, what its head says counts
 * only where it names the present address.
 */
export function readMetadata(document: Document, url: string, loaded?: string): PageMetadata {
  return withLanguageOfText(document, finish(metadataSteps(document, url, loaded)));
}

/** {@link readMetadata} without a look at the language of the text, in steps, each of a question or a few to every element of the page. */
export function* metadataSteps(
  document: Document,
  url: string,
  loaded: string | undefined = loadedAddress(document),
): Generator<void, PageMetadata> {
  const facts = yield* pageFactSteps(document, url, loaded);
  yield;
  const { main, nodes, tags, documentTitle } = facts;
  const ours = readFromSite(facts);
  yield;
  const publisher = main && nameOf(own(main, 'publisher'), nodes);
  const site = surer(ours.site, readSite(facts, publisher));
  yield;
  const title = surer(ours.title, readTitle(facts, site?.value));
  yield;
  const names = [url, site?.value, title?.value, documentTitle, tags.get('og:title')?.[0]];
  const sourceType = surer(ours.sourceType, readSourceType(facts, names));
  yield;
  const isEpisode = sourceType?.value === 'podcast';
  const isOnesOwn = main !== undefined && isPersonal(own(main, 'publisher'), nodes);
  const organisations = isOnesOwn ? [] : [site?.value, publisher];
  const authors = surer(ours.authors, yield* authorSteps(facts, organisations, isEpisode));
  yield;
  const published = surer(ours.published, readPublished(facts));
  yield;
  const show = readShow(facts, isEpisode, title?.value, site?.value);
  yield;
  const language = readLanguage(facts);
  yield;
  const metadata = {
    title,
    authors,
    site,
    show,
    published,
    modified: readModified(facts),
    canonicalUrl: readCanonical(facts),
    language,
    sourceType,
  };
  yield;
  // Somebody's words of a day are an essay, unless something says what else they are.
  const isEssay = !sourceType && authors && metadata.published && metadata.title;
  if (isEssay) metadata.sourceType = found('essay', 'page:byline', 'low');
  const roles = [...(ours.roles ?? []), ...readRoles(facts, authors?.value ?? [])];
  const stated = Object.entries(metadata).filter(([, field]) => field && field.value.length > 0);
  return {
    ...Object.fromEntries(stated),
    ...(roles.length > 0 && { roles: roles.slice(0, mostRoles) }),
  };
}

const levels: readonly Confidence[] = ['high', 'medium', 'low'];

/** What the site's reader says, unless the page states it more surely. */
function surer<T>(ours: Found<T> | undefined, stated: Found<T> | undefined): Found<T> | undefined {
  if (!ours || !stated) return ours ?? stated;
  return levels.indexOf(ours.confidence) <= levels.indexOf(stated.confidence) ? ours : stated;
}
