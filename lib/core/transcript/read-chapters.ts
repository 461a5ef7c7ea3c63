import { isObject, parsed, type JsonObject } from './json-entries';
import { readJsonEntry } from './json-fields';
import type { Chapter } from './transcript';

const most = 2_000;

/**
 * Reads the podcast namespace's chapters: their start, end and title, in the order of time. Those
 * that are to be left out of a table of contents are left out. Empty for anything else.
 */
export function readChapters(text: string): Chapter[] {
  const root = parsed(text.replace(/^\ufeff/, ''));
  return isObject(root) ? chaptersIn(root) : [];
}

/** The chapters that an object of JSON lists. */
export function chaptersIn(root: JsonObject): Chapter[] {
  const list = root['chapters'];
  if (!Array.isArray(list)) return [];
  const chapters = list.slice(0, most * 2).flatMap((each: unknown) => {
    if (!isObject(each) || each['toc'] === false) return [];
    const { start, end } = readJsonEntry(each);
    const title = typeof each['title'] === 'string' ? each['title'].trim().slice(0, 2_000) : '';
    return start === undefined || title === ''
      ? []
      : [{ start, ...(end !== undefined && { end }), title }];
  });
  return chapters.sort((a, b) => a.start - b.start).slice(0, most);
}
