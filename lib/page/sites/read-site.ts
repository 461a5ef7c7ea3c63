import type { PageFacts } from '../metadata/page-facts';
import { arxiv } from './arxiv';
import { github } from './github';
import { hackerNews } from './hacker-news';
import { linkedin } from './linkedin';
import { medium } from './medium';
import type { SiteFields, SiteReader } from './site-reader';
import { substack } from './substack';
import { wikipedia } from './wikipedia';
import { wordpress } from './wordpress';
import { x } from './x';

/** Those that know a page by its address before those that know it by its markup. */
const readers: readonly SiteReader[] = [
  linkedin,
  x,
  github,
  hackerNews,
  arxiv,
  wikipedia,
  substack,
  medium,
  wordpress,
];

/** What the form of the page's site says; nothing for a site that has no reader of its own. */
export function readSite(facts: PageFacts): SiteFields {
  return readers.find((reader) => reader.reads(facts))?.read(facts) ?? {};
}
