import { contentOf, getAttribute, isWithin, queryAll } from '../dom';
import { findCalendarDay } from './calendar-day';
import { own } from './json-ld';
import { capital } from './letters';
import { cleanName, namesOfLine, startsAsByline, unique } from './people';
import type { PageFacts } from './page-facts';

const longestByline = 200;
const longestLinks = 120;
const mostNames = 6;
/** Who made the picture or paid for the page is not who wrote it. */
const otherWork =
  /\b(?:photo\w*|foto\w*|portrait|image|illustrat\w+|picture|art|graphics?|video|edited|reviewed|powered|sponsored|presented|translated|music|recommended|more)\s*(?:by|von|par|por|:)/i;
/** Addresses of pages about people, to which a byline leads. */
const profile =
  /\/(?:authors?|people|persons?|profiles?|contributors?|staff|columnists?|reporters?|journalists?|writers?|scholars?|by|autor(?:es|en)?|auteurs?|hosts?|guests?|speakers?)\//i;
const lonelyBy = /^\W*(?:written |posted )?(?:by|von|par|por|di|words|text|author|autor)\s*:?$/i;
const laterBy = new RegExp(`(?:^|\\s)(?:by|von|par|por)\\s+(?=${capital})`);

/** The words of the links to pages about people, below a root, without those of other articles. */
export function profileLinks(
  root: Document | Element,
  isElsewhere: (element: Element) => boolean,
): string[] {
  return queryAll(root, 'a[href]', 3_000)
    .filter((link) => profile.test(getAttribute(link, 'href') ?? '') && !isElsewhere(link))
    .map((link) => contentOf(link).slice(0, 100).trim());
}

const credit = new RegExp(
  String.raw`\b(?:hosted|presented|reported|narrated)(?: and \w+)? by ([^.!?(]{3,80})|\bhosts? ((?:(?:and )?${capital}[^\s.,;:!?()]+ ?){2,7})`,
);

/** How hosts begin: "I'm Jane Doe, and this is …". */
const begins = new RegExp(
  String.raw`\bI[’']m ((?:${capital}[^\s.,;:!?()]+ ?){2,4}),? (?:and )?(?:you[’']re listening|this is|welcome)`,
);

/** The names that the notes of an episode credit with having made it, or that its first words say. */
export function creditedIn({ lines, tags, nodes }: PageFacts): string[] {
  const texts = [tags.get('description')?.[0] ?? '', ...lines.map(({ text }) => text)];
  const heard = nodes
    .map((node) => own(node, 'transcript'))
    .filter((text) => typeof text === 'string');
  for (const text of [...heard, ...texts]) {
    const [, host] = begins.exec(text.slice(0, 3_000)) ?? [];
    if (host) return namesOfLine(host);
  }
  for (const text of texts) {
    const match = credit.exec(text);
    const names = match ? namesOfLine(match[1] ?? match[2] ?? '') : [];
    if (names.length > 0) return names;
  }
  return [];
}

const networks = /^(?:(?:twitter|x|github|linkedin|mastodon|bluesky|instagram|website|blog)\W*)+$/i;

/** The people that an episode's notes list with where else to find them: `Jane Doe — Twitter, Website`. */
export function listedIn({ lines }: PageFacts): string[] {
  return lines.flatMap(({ text }) => {
    const [, name = '', rest = ''] = /^(.{2,40}?)\s*[—–:|-]\s+(.{4,80})$/.exec(text) ?? [];
    return networks.test(rest) && !networks.test(name) ? (cleanName(name) ?? []) : [];
  });
}

/** The names in the byline nearest the heading: in words, or as links to who wrote it. */
export function bylinesNear({ lines, isElsewhere, language, tags }: PageFacts): string[] {
  for (const { text, block, at } of lines) {
    if (text.length > longestByline || otherWork.test(text)) continue;
    if (isElsewhere(block) || isWithin(block, 'blockquote')) continue;
    const names = unique(namesIn(text, block, at));
    if (names.length > 0) return names.length > mostNames ? [] : names;
  }
  return [];

  function namesIn(text: string, block: Element, at: number): string[] {
    if (lonelyBy.test(text)) {
      const next = lines.find((line) => line.at === at + 1);
      return next ? namesOfLine(`By ${next.text}`) : [];
    }
    if (startsAsByline(text)) return namesOfLine(text);
    const [before = '', after] = text.split(laterBy);
    if (after && (before.length < 30 || findCalendarDay(text, language))) return namesOfLine(after);
    if (text.length > longestLinks) return [];
    // Whom the title names is whom the page is about.
    return profileLinks(block, isElsewhere).flatMap((link) =>
      text.includes(link) && !tags.get('og:title')?.[0]?.includes(link) ? namesOfLine(link) : [],
    );
  }
}
