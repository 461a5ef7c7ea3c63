import {
  contentOf,
  dataOf,
  getAttribute,
  isText,
  isWithin,
  previousSibling,
  queryAll,
} from '../dom';
import { findCalendarDay, parseCalendarDay } from './calendar-day';
import { found, type Found } from './found';
import { own, textOf, typesOf } from './json-ld';
import { findMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { withClass } from './with-class';

/** The names of tags that state publication, the surest first. */
const publishedTags = [
  /^(?:og:)?(?:article|video|music|book)?[:.]?(?:publi(?:shed|cation)|release)[_-]?(?:time|date)?$/,
  /^citation_(?:publication_|online_)?date$/,
  /(?:datepublished|uploaddate|pub-?date|publish-?_?(?:date|time)|\.issued|publicationdate|sailthru\.date|displaydate)$/,
  /^(?:dc|dcterms)\.(?:date|created|date\.(?:created|published))$|^(?:date|ptime)$/,
];
const modifiedTags = [/(?:modified|updated)[_-]?(?:time|date)?$|datemodified$/];

const change =
  /(?:updat|modif|edited|aktualisi|geändert|actualiz|atualiz|mis à jour|aggiornat|обновл|bijgewerkt|last changed|^stand)/i;
/** A time anywhere else may be an event's, a quotation's or another article's. */
const bylineTimes = `article :is(${withClass('byline entry-meta post-meta article-meta dateline')}) time`;
const longestLine = 140;

type Place = readonly [selector: string, from: string, isOnly?: boolean];

/** In the order of how surely they mean publication; of times that may mean others, an only one. */
const places: readonly Place[] = [
  ['[itemprop~="datePublished" i]', 'itemprop:datePublished'],
  [
    '[property~="datePublished" i], [property$=":datePublished" i], [property~="dc:date" i]',
    'rdfa:datePublished',
  ],
  ['[itemprop~="uploadDate" i]', 'itemprop:uploadDate'],
  ['time[pubdate]', 'time:pubdate'],
  ['.dt-published', 'time'],
  ['time.published, time.entry-date, abbr.published', 'time'],
  ['article header time', 'time', true],
  [bylineTimes, 'time', true],
];

/** What is only called a date; and a stamp with a clock time, which tells of posting, not of history. */
const laterPlaces: readonly Place[] = [
  [withClass('publish pubdate post-date dateline'), 'class:date', true],
  ['[class~="date" i], [class*="timestamp" i], [id*="pubdate" i]', 'class:date', true],
  ['time[datetime*="T"]', 'time', true],
];

/** When the page says it was published; never a day it does not state. */
export function readPublished(facts: PageFacts): Found<string> | undefined {
  const { tags, language } = facts;
  return (
    fromMain(facts, ['datePublished', 'uploadDate', 'dateCreated']) ??
    findMeta(tags, publishedTags, (text) => parseCalendarDay(text, language)) ??
    fromPlaces(facts, places) ??
    fromPage(facts) ??
    fromLines(facts) ??
    fromPlaces(facts, laterPlaces) ??
    fromAddress(facts.url)
  );
}

/** When the page says it was last changed, apart from when it was published. */
export function readModified(facts: PageFacts): Found<string> | undefined {
  return (
    fromMain(facts, ['dateModified']) ??
    findMeta(facts.tags, modifiedTags, (text) => parseCalendarDay(text, facts.language)) ??
    fromPlaces(facts, [['[itemprop~="dateModified" i]', 'itemprop:dateModified']])
  );
}

function fromMain({ main }: PageFacts, keys: readonly string[]): Found<string> | undefined {
  for (const key of keys) {
    const value = main && parseCalendarDay(textOf(own(main, key)) ?? '');
    if (value) return found(value, `json-ld:${key}`);
  }
  return undefined;
}

/** The day of the one node that says when a page was published, where none is about its content. */
function fromPage({ nodes }: PageFacts): Found<string> | undefined {
  const pages = nodes.filter((node) => typesOf(node).some((type) => type.endsWith('Page')));
  const [value, other] = new Set(
    pages.flatMap((node) => parseCalendarDay(textOf(own(node, 'datePublished')) ?? '') ?? []),
  );
  return value && !other ? found(value, 'json-ld:datePublished', 'medium') : undefined;
}

function fromPlaces(facts: PageFacts, all: readonly Place[]): Found<string> | undefined {
  // Most pages have none of them, and asking once for all is quicker.
  const any = all.map(([selector]) => selector).join(', ');
  if (queryAll(facts.document, any, 1).length === 0) return undefined;
  for (const [selector, from, isOnly] of all) {
    const [value, other] = new Set(daysIn(facts, selector));
    if (value && !(isOnly && other)) return found(value, from, isOnly ? 'medium' : 'high');
  }
  return undefined;
}

function daysIn({ document, isElsewhere, language }: PageFacts, selector: string): string[] {
  return queryAll(document, selector, 20).flatMap((element) => {
    if (isElsewhere(element) || isOfChange(element)) return [];
    const stated = getAttribute(element, 'datetime') ?? getAttribute(element, 'content');
    const text = contentOf(element).slice(0, longestLine);
    return (
      parseCalendarDay(stated ?? '') ??
      (text.length < longestLine && !change.test(text)
        ? findCalendarDay(text, language)
        : undefined) ??
      []
    );
  });
}

/** Whether its class, or the word just before it, says that it tells of a change. */
function isOfChange(element: Element): boolean {
  if (/updat|modif/i.test(getAttribute(element, 'class') ?? '')) return true;
  const before = previousSibling(element);
  return before !== null && isText(before) && change.test(dataOf(before).slice(-40));
}

/** The day in a short line near the heading; what follows a word for a change is not it. */
function fromLines({ lines, isElsewhere, language }: PageFacts): Found<string> | undefined {
  for (const { text, block } of lines) {
    if (text.length > longestLine || isElsewhere(block) || isWithin(block, 'blockquote')) continue;
    const stamp = queryAll(block, 'time[datetime]').find((time) => !isOfChange(time));
    const value =
      findCalendarDay(text.split(change)[0] ?? '', language) ??
      (stamp && !change.test(text) && parseCalendarDay(getAttribute(stamp, 'datetime') ?? ''));
    if (value) return found(value, 'heading:date', 'medium');
  }
  return undefined;
}

/** Many sites write the day of publication into the address. */
function fromAddress(url: string): Found<string> | undefined {
  if (!URL.canParse(url)) return undefined;
  const match = /\/(\d{4})[/-](\d{2})[/-](\d{2})(?=[/-]|$)/.exec(new URL(url).pathname);
  const value = match && parseCalendarDay(`${match[1]}-${match[2]}-${match[3]}`);
  return value ? found(value, 'url:path', 'low') : undefined;
}
