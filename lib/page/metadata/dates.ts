import { getAttribute, isWithin, queryAll } from '../dom';
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
    fromElements(document, '.dt-published, time.published, time.entry-date.published', 'time') ??
    fromElements(document, 'article header time, article time, main time, time', 'time') ??
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
  for (const element of queryAll(document, selector).slice(0, 20)) {
    if (isWithin(element, elsewhere)) continue;
    if (/updat|modif/i.test(getAttribute(element, 'class') ?? '')) continue;
    const stated = getAttribute(element, 'datetime') ?? getAttribute(element, 'content');
    const value =
      parseCalendarDay(stated ?? '') ?? parseCalendarDay(element.textContent.slice(0, 80));
    if (value) return { value, from };
  }
  return undefined;
}

/** Many sites write the day of publication into the address. */
function fromAddress(url: string): Found<string> | undefined {
  if (!URL.canParse(url)) return undefined;
  const match = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-]|$)/.exec(new URL(url).pathname);
  const value = match && parseCalendarDay(`${match[1]}-${match[2]}-${match[3]}`);
  return value ? { value, from: 'url:path' } : undefined;
}
