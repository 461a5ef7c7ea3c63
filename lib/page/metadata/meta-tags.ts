import { getAttribute, queryAll } from '../dom';
import { cleanText } from './clean-text';
import { found, type Found } from './found';

/** The contents of a page's `meta` elements by their name, property or itemprop in lower case. */
export type MetaTags = ReadonlyMap<string, readonly string[]>;

const mostTags = 2_000;

/** Reads all `meta` elements; the values of a name in order, cleaned, empty ones left out. */
export function readMetaTags(document: Document): MetaTags {
  const tags = new Map<string, string[]>();
  for (const element of queryAll(document, 'meta[content]', mostTags)) {
    const value = cleanText(getAttribute(element, 'content'));
    if (!value) continue;
    const names = new Set(
      ['property', 'name', 'itemprop', 'http-equiv']
        .map((attribute) => getAttribute(element, attribute)?.trim().toLowerCase())
        .filter((name) => name),
    );
    for (const name of names) {
      if (!name) continue;
      const values = tags.get(name);
      if (values) values.push(value);
      else tags.set(name, [value]);
    }
  }
  return tags;
}

/**
 * The value of the first tag of some names, or of the first that fits a pattern, whose value `read`
 * accepts.
 */
export function findMeta<T>(
  tags: MetaTags,
  names: readonly (string | RegExp)[],
  read: (value: string) => T | undefined,
): Found<T> | undefined {
  for (const name of names) {
    const fitting =
      typeof name === 'string' ? [name] : [...tags.keys()].filter((each) => name.test(each));
    for (const each of fitting) {
      for (const content of tags.get(each) ?? []) {
        const value = read(content);
        if (value !== undefined) return found(value, `meta:${each}`);
      }
    }
  }
  return undefined;
}
