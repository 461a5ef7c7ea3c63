import { contentOf, getAttribute, localName, queryAll } from '../dom';
import { cleanText, sameAs } from './clean-text';
import { own, textOf, type JsonLdNode } from './json-ld';
import { wordsOf } from './letters';
import type { MetaTags } from './meta-tags';
import { withClass } from './with-class';

/** A heading of the page, with its words on one line. */
export interface Heading {
  readonly element: Element;
  readonly text: string;
}

const mostHeadings = 30;
const longestHeading = 400;

/** The first headings of a page, then what is only called a title, in the order of how sure each is. */
export function* headingSteps(document: Document): Generator<void, Heading[]> {
  const headings: Heading[] = [];
  for (const selector of ['h1', 'h2', 'h3', withClass('title headline')]) {
    for (const element of queryAll(document, selector, mostHeadings)) {
      const text = cleanText(contentOf(element).slice(0, longestHeading * 2));
      if (text && text.length <= longestHeading) headings.push({ element, text });
    }
    yield;
  }
  return headings;
}

/**
 * The heading over the page's own text: the one that repeats a title the page states, or is a part
 * of it; else its only `h1`.
 */
export function findHeading(
  headings: readonly Heading[],
  main: JsonLdNode | undefined,
  tags: MetaTags,
  documentTitle: string | undefined,
): Heading | undefined {
  const titles = [
    main && textOf(own(main, 'headline')),
    main && textOf(own(main, 'name')),
    tags.get('og:title')?.[0],
    tags.get('twitter:title')?.[0],
    documentTitle,
  ].filter((title) => title !== undefined);
  const site = tags.get('og:site_name')?.[0];
  const others = headings.filter(({ text }) => !sameAs(text, site));
  for (const title of titles) {
    const same = others.find(({ text }) => sameAs(text, title));
    if (same) return same;
  }
  const part = others.find(
    ({ text }) => text.length > 10 && titles.some((title) => holds(title, text)),
  );
  if (part) return part;
  const first = others.filter(({ element }) => localName(element) === 'h1');
  return first.find(({ element }) => getAttribute(element, 'itemprop')) ?? first[0];
}

/** Whether a title is the text with something before or after it, parted from it by a mark. */
function holds(title: string, text: string): boolean {
  const [whole, part] = [title.toLowerCase(), text.toLowerCase()];
  const at = whole.indexOf(part);
  if (at < 0) return false;
  const [before, after] = [whole.slice(0, at), whole.slice(at + part.length)];
  return [before.slice(-1), after.trim().slice(0, 1)].every((mark) => wordsOf(mark).length === 0);
}
