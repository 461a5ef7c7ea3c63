import { localName } from '../dom';
import { sameAs } from './clean-text';
import { found, type Found } from './found';
import { own, textOf } from './json-ld';
import type { PageFacts } from './page-facts';
import { namesHost } from './names-host';

const separator =
  /\s+(?:[|·•»«~]|-{1,2}|[–—]|::|\/\/)\s+|\s*[|｜]\s*|\s*_(?=\S{2,12}$)|\s+-(?=\S{2,12}$)/;

const titleTags = [
  'og:title',
  'citation_title',
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
];

/** A low line after a letter of a script that does not part words. */
const withoutSpaces = /[\u0e00-\u0eff\u3040-\uffff]_/;

/** A title in the parts that a site puts together. */
export function partsOf(title: string): string[] {
  // Where words are not parted by spaces, a low line parts what spaces part elsewhere.
  return title.split(withoutSpaces.test(title) ? /_/ : separator).filter((part) => part !== '');
}

/** The first title stated, or a later one when that is what the page's own heading says. */
export function readTitle(facts: PageFacts, site: string | undefined): Found<string> | undefined {
  const { main, tags, headings, heading, documentTitle, host } = facts;
  const stated = [
    ['json-ld:headline', main && textOf(own(main, 'headline'))],
    ['json-ld:name', main && textOf(own(main, 'name'))],
    ...titleTags.map((name) => [`meta:${name}`, tags.get(name)?.[0]] as const),
    ['title', documentTitle],
    ['heading', heading?.text],
  ] as const;
  const notTheSite = headings.filter(({ text }) => !sameAs(text, site) && !namesHost(text, host));
  const texts = notTheSite.map(({ text }) => text);
  const large = notTheSite
    .filter(({ element }) => /^h[12]$/.test(localName(element)))
    .map(({ text }) => text);
  const titles = stated.flatMap(([from, title]) =>
    title ? [found(withoutSiteName(title, { site, host, headings: texts, large }), from)] : [],
  );
  const first =
    titles.find(({ value, from }) => from !== 'heading' && !sameAs(value, site)) ?? titles[0];
  const chosen =
    titles.find(
      ({ value, from }) => from !== 'heading' && texts.some((line) => sameAs(line, value)),
    ) ?? first;
  if (!chosen || !/(?:…|\.\.\.)$/.test(chosen.value)) return chosen;
  // What was cut short elsewhere may stand whole somewhere.
  const start = chosen.value.replace(/\s*(?:…|\.\.\.)$/, '');
  return (
    titles.find(({ value }) => value.length > chosen.value.length && value.startsWith(start)) ??
    chosen
  );
}

/** What else the page says that helps to tell the title from what was put around it. */
interface TitleHints {
  readonly site: string | undefined;
  readonly host: string;
  readonly headings: readonly string[];
  /** Those of the two highest ranks: a show's name beside its episode's is lower. */
  readonly large: readonly string[];
}

/**
 * A title without the site's name before or after it. A part is dropped only when it is the site's
 * name or address, or when the page's own heading is the part that stays.
 */
function withoutSiteName(title: string, hints: TitleHints): string {
  const { site, host, headings, large } = hints;
  const parts = partsOf(title);
  if (parts.length < 2) return title;
  if (headings.some((heading) => sameAs(heading, title))) return title;
  const shared = [large, headings]
    .map((texts) => parts.filter((part) => texts.some((heading) => sameAs(heading, part))))
    .find(({ length }) => length > 0);
  if (shared) return shared.reduce((a, b) => (b.length > a.length ? b : a));
  for (const heading of headings) {
    const whole = heading.length > 20 && title.indexOf(heading);
    if (whole !== false && whole >= 0) return heading;
  }
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (withoutSpaces.test(title)) return first;
  if (isSite(last)) return withoutSiteName(trimEnd(title, last), hints);
  if (isSite(first)) return withoutSiteName(trimStart(title, first), hints);
  return title;

  function isSite(part: string): boolean {
    return sameAs(part.replace(/^the /i, ''), site?.replace(/^the /i, '')) || namesHost(part, host);
  }
}

function trimEnd(title: string, part: string): string {
  const kept = title.slice(0, title.lastIndexOf(part)).replace(/[\s|·•»«~:/–—_-]+$/, '');
  return kept === '' ? title.slice(title.lastIndexOf(part)) : kept;
}

function trimStart(title: string, part: string): string {
  const kept = title.slice(title.indexOf(part) + part.length).replace(/^[\s|·•»«~:/–—_-]+/, '');
  return kept === '' ? part : kept;
}
