import { dataOf, getAttribute, isText, isWithin, previousSibling, queryAll } from '../dom';
import { parseCalendarDay } from './calendar-day';
import { own, textOf, type JsonLdNode } from './json-ld';
import { findMeta, type Found, type MetaTags } from './meta-tags';

const publishedTags = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'video:release_date',
  'music:release_date',
  'book:release_date',
  'citation_publication_date',
  'citation_online_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'datepublished',
  'uploaddate',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.date',
  'dc.date',
  'dcterms.created',
  'dc.date.created',
  'publish-date',
  'publish_date',
  'publishdate',
  'published_time',
  'publication_date',
  'pubdate',
  'ptime',
  'date',
];

const modifiedTags = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
];

const publishedKeys = ['datePublished', 'uploadDate', 'dateCreated'];
/** A time anywhere else may be an event's, a quotation's or another article's. */
const bylineTimes = ['byline', 'entry-meta', 'post-meta', 'article-meta', 'dateline']
  .map((name) => `article [class*="${name}" i] time`)
  .join(', ');
const elsewhere =
  'nav, footer, aside, [class*="comment" i], [id*="comment" i], [class*="related" i]';

/** When the page says it was published; never a day it does not state. */
export function readPublished(
  document: Document,
  main: JsonLdNode | undefined,
  tags: MetaTags,
  url: string,
): Found<string> | undefined {
  return (
    fromJsonLd(main, publishedKeys) ??
    findMeta(tags, publishedTags, parseCalendarDay) ??
    fromElements(document, '[itemprop~="datePublished" i]', 'itemprop:datePublished') ??
    fromElements(document, 'time[pubdate]', 'time:pubdate') ??
    fromElements(document, '.dt-published', 'time') ??
    fromElements(document, 'time.published', 'time') ??
    fromOnlyTime(document, 'article header time') ??
    fromOnlyTime(document, bylineTimes) ??
    fromAddress(url)
  );
}

/** When the page says it was last changed, apart from when it was published. */
export function readModified(
  document: Document,
  main: JsonLdNode | undefined,
  tags: MetaTags,
): Found<string> | undefined {
  return (
    fromJsonLd(main, ['dateModified']) ??
    findMeta(tags, modifiedTags, parseCalendarDay) ??
    fromElements(document, '[itemprop~="dateModified" i]', 'itemprop:dateModified')
  );
}

function fromJsonLd(
  main: JsonLdNode | undefined,
  keys: readonly string[],
): Found<string> | undefined {
  for (const key of keys) {
    const value = main && parseCalendarDay(textOf(own(main, key)) ?? '');
    if (value) return { value, from: `json-ld:${key}` };
  }
  return undefined;
}

function fromElements(
  document: Document,
  selector: string,
  from: string,
): Found<string> | undefined {
  const [value] = daysIn(document, selector);
  return value ? { value, from } : undefined;
}

/** The day of a place where times stand that are not said to be of publication: only when it is one. */
function fromOnlyTime(document: Document, selector: string): Found<string> | undefined {
  const [value, other] = new Set(daysIn(document, selector));
  return value && !other ? { value, from: 'time' } : undefined;
}

function daysIn(document: Document, selector: string): string[] {
  return queryAll(document, selector)
    .slice(0, 20)
    .flatMap((element) => {
      if (isWithin(element, elsewhere) || isOfChange(element)) return [];
      const stated = getAttribute(element, 'datetime') ?? getAttribute(element, 'content');
      return (
        parseCalendarDay(stated ?? '') ?? parseCalendarDay(element.textContent.slice(0, 80)) ?? []
      );
    });
}

/** Whether its class, or the word just before it, says that it tells of a change. */
function isOfChange(element: Element): boolean {
  if (/updat|modif/i.test(getAttribute(element, 'class') ?? '')) return true;
  const before = previousSibling(element);
  return (
    before !== null && isText(before) && /(?:updated|modified)\W*(?:on\W*)?$/i.test(dataOf(before))
  );
}

/** Many sites write the day of publication into the address. */
function fromAddress(url: string): Found<string> | undefined {
  if (!URL.canParse(url)) return undefined;
  const match = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-]|$)/.exec(new URL(url).pathname);
  const value = match && parseCalendarDay(`${match[1]}-${match[2]}-${match[3]}`);
  return value ? { value, from: 'url:path' } : undefined;
}
