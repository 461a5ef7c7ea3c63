import { contentOf, documentElement, getAttribute, queryAll } from '../dom';
import { cleanText } from './clean-text';
import { elsewhereFinder } from './elsewhere';
import { findHeading, headingSteps, type Heading } from './heading';
import { linesNear, type Line } from './lines-near';
import { pageHeadSteps, type PageHead } from './page-head';

/** What every reader of a field is given: read once, for one look at a page. */
export interface PageFacts extends PageHead {
  /** Lower case, without `www.`; empty for an address that is none. */
  readonly host: string;
  readonly path: string;
  readonly language: string;
  readonly documentTitle: string | undefined;
  readonly headings: readonly Heading[];
  /** The heading over the page's own text. */
  readonly heading: Heading | undefined;
  /** The lines of text around that heading. */
  readonly lines: readonly Line[];
  readonly isElsewhere: (element: Element) => boolean;
}

/**
 * Reads what the fields rest on, in steps of a few questions each. Where scripts have moved the page away from `loaded`, what its head
 * says counts only where it names the present address.
 */
export function* pageFactSteps(
  document: Document,
  url: string,
  loaded: string | undefined,
): Generator<void, PageFacts> {
  const head = yield* pageHeadSteps(document, url, loaded);
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  const title = queryAll(document, 'title', 1)[0];
  const documentTitle = title && cleanText(contentOf(title).slice(0, 2_000));
  const headings = yield* headingSteps(document);
  const heading = findHeading(headings, head.main, head.tags, documentTitle);
  const root = documentElement(document);
  yield;
  return {
    ...head,
    host: hostname.replace(/^www\./, ''),
    path: pathname,
    language: (root && getAttribute(root, 'lang')) ?? '',
    documentTitle,
    headings,
    heading,
    lines: heading ? linesNear(heading.element) : [],
    isElsewhere: elsewhereFinder(heading?.element),
  };
}
