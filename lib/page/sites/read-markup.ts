import type { Confidence } from '../../core/source/metadata';
import { getAttribute, queryAll } from '../dom';
import { findCalendarDay } from '../metadata/calendar-day';
import { found } from '../metadata/found';
import type { PageFacts } from '../metadata/page-facts';
import { cleanName } from '../metadata/people';
import { firstText } from './first-text';
import type { SiteFields } from './site-reader';

/** Where a site prints what: selectors. */
export interface Markup {
  readonly name: string;
  readonly title?: string;
  readonly author?: string;
  /** Read from `datetime` or `title`, or else from the text. */
  readonly date?: string;
  readonly role?: string;
  readonly confidence?: Confidence;
}

const longestRole = 300;

/** What stands in the places where a site prints it, outside of menus, comments and the like. */
export function readMarkup(facts: PageFacts, markup: Markup): SiteFields {
  const { name, confidence } = markup;
  const { document, language } = facts;
  const title = markup.title && firstText(document, markup.title);
  const author = markup.author && cleanName(firstText(document, markup.author) ?? '');
  const time = markup.date ? queryAll(document, markup.date, 1)[0] : undefined;
  const day =
    time &&
    [
      getAttribute(time, 'datetime'),
      getAttribute(time, 'title'),
      firstText(document, markup.date ?? ''),
    ]
      .map((text) => findCalendarDay(text ?? '', language))
      .find((each) => each !== undefined);
  const role = markup.role && firstText(document, markup.role)?.slice(0, longestRole);
  return {
    title: title ? found(title, `${name}:title`, confidence) : undefined,
    authors: author ? found([author], `${name}:author`, confidence) : undefined,
    published: day ? found(day, `${name}:date`, confidence) : undefined,
    roles: role ? [{ role, from: `${name}:profile`, ...(author && { name: author }) }] : [],
  };
}
