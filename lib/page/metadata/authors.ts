import { contentOf, getAttribute, localName, parentNode, queryAll } from '../dom';
import { bylinesNear, creditedIn, listedIn, profileLinks } from './bylines';
import { sameAs } from './clean-text';
import { found, type Found } from './found';
import { isNode, listOf, own, textOf, typesOf, type JsonLdNode } from './json-ld';
import type { PageFacts } from './page-facts';
import {
  cleanName,
  namesOfLine,
  readsLikeAName,
  splitNames,
  turnCatalogueName,
  unique,
} from './people';
import { withClass } from './with-class';
import { hasWord, setOf } from './word-sets';

const mostAuthors = 50;
/** More names than this beside one article are a list of articles. */
const mostBylines = 5;

type Source = readonly [from: string, read: () => readonly string[], isStated?: boolean];

/**
 * What the page says of its authors, the most explicit source first, or a later one that names the
 * same people and more; never the site itself. No author is found where none is named.
 */
export function* authorSteps(
  facts: PageFacts,
  organisations: readonly (string | undefined)[],
  isEpisode: boolean,
): Generator<void, Found<string[]> | undefined> {
  let best: Found<string[]> | undefined;
  let named: Found<string[]> | undefined;
  for (const [from, read, isStated = true] of [
    ...sourcesOf(facts),
    ...(isEpisode ? sourcesOfEpisode(facts) : []),
  ]) {
    // What is only printed is not looked for where something is stated.
    if (best && !isStated) continue;
    if (!isStated) yield;
    const value = unique(read())
      .filter((name) => !organisations.some((other) => isTheSite(name, other)))
      .slice(0, mostAuthors);
    if (value.length === 0) continue;
    // An office is named where nobody is, and by makers of sites everywhere.
    if (!best && value.every(isOffice) && !from.startsWith('json-ld')) {
      named ??= found(value, from, 'low');
      continue;
    }
    if (!best) best = found(value, from, isStated ? 'high' : 'medium');
    else if (isMore(value, best.value)) best = found(value, from, best.confidence);
  }
  return best ?? named;
}

const offices = setOf(
  'organization,organisation,foundation,university,inc,ltd,llc,gmbh,company,corporation,association,ministry,department,agency,verlag,verein,media,press',
);

function isOffice(name: string): boolean {
  const text = name.toLowerCase();
  return hasWord(text, offices) || /\binstitut|\be\.? ?v\b/.test(text);
}

const ofTheSite =
  /^\W*(?:news|noticias|nachrichten|actu\w*|online|magazine?|com|the|of|from)?\W*$/i;

/** Whether a name is the site's own, alone or in a longer one: "News of The Ledger". */
function isTheSite(name: string, site: string | undefined): boolean {
  if (!site || sameAs(name, site)) return site !== undefined;
  const whole = name.toLowerCase();
  const rest = whole.replace(site.toLowerCase(), '');
  return rest !== whole && ofTheSite.test(rest);
}

/** Whether the names are all of the others and a few more. */
function isMore(names: readonly string[], others: readonly string[]): boolean {
  return (
    names.length > others.length &&
    names.length <= mostBylines &&
    others.every((name) => names.some((other) => sameAs(name, other)))
  );
}

const catalogueTags = ['citation_author', 'dc.creator', 'dcterms.creator', 'dc.contributor.author'];
const authorTag =
  /^(?:(?:og:|lp\.|cxenseparse:)?(?:article[:.])?author(?:_?name|s)?|(?:parsely|sailthru)[-.]author|by(?:l|line)|dc\.author|books?:author|creator)$/;

/** Who is heard in an episode: said in its notes, or listed with it. */
function sourcesOfEpisode(facts: PageFacts): Source[] {
  return [
    ['notes', () => creditedIn(facts), false],
    ['people', () => bylines(facts, personNamed), false],
    ['people', () => few(listedIn(facts)), false],
    [
      'people',
      () => few(profileLinks(facts.document, facts.isElsewhere).flatMap(namesOfLine)),
      false,
    ],
  ];
}

const personNamed = withClass('person-name host-name guest-name speaker-name');

/** Many people are a list of everybody on the site. */
function few(names: readonly string[]): readonly string[] {
  return unique(names).length > mostBylines ? [] : names;
}

function sourcesOf(facts: PageFacts): Source[] {
  const { main, nodes, tags, document, isElsewhere } = facts;
  const meta = (name: string, read: (text: string) => readonly string[]): Source => [
    `meta:${name}`,
    () => (tags.get(name) ?? []).flatMap(read),
  ];
  return [
    ...(main
      ? ['author', 'creator'].map((key): Source => [
          `json-ld:${key}`,
          () => namesIn(own(main, key), nodes),
        ])
      : []),
    ...catalogueTags.map((name) =>
      meta(name, (text) => [turnCatalogueName(text) ?? ''].filter((each) => each !== '')),
    ),
    ...[...tags.keys()]
      .filter((name) => authorTag.test(name))
      .map((name) => meta(name, splitNames)),
    ['meta:twitter:data1', () => labelled(tags.get('twitter:label1'), tags.get('twitter:data1'))],
    ['itemprop:author', () => microdataAuthors(document, isElsewhere), false],
    ['link:rel=author', () => bylines(facts, 'a[rel~="author" i]'), false],
    ['byline', () => bylinesNear(facts), false],
    ['byline', () => bylines(facts, written), false],
  ];
}

const written = `.author, .p-author, .article-author, .post-author, .entry-author, ${withClass('byline author-name authorname')}, [data-testid*="author" i]`;

/** A second pair of words for cards: "Written by" and then who. */
function labelled(label: readonly string[] = [], data: readonly string[] = []): string[] {
  return /^(?:written by|author|verfasst von|escrito por|écrit par)$/i.test(label[0] ?? '')
    ? splitNames(data[0] ?? '')
    : [];
}

function namesIn(value: unknown, nodes: readonly JsonLdNode[]): string[] {
  const people: string[] = [];
  const others: string[] = [];
  for (const item of listOf(value)) {
    if (typeof item === 'string') {
      people.push(...splitNames(item));
      continue;
    }
    if (!isNode(item)) continue;
    const node = resolve(item, nodes);
    const isOrganisation = typesOf(node).some((type) => type.endsWith('Organization'));
    const isPerson = typesOf(node).includes('Person');
    for (const name of listOf(own(node, 'name'))) {
      const text = textOf(name);
      if (!text) continue;
      if (isOrganisation) others.push(...oneName(text));
      else people.push(...(isPerson ? personNames(text) : splitNames(text)));
    }
  }
  return people.length > 0 ? people : others;
}

/** The name of one person, unless it is plainly the names of several. */
function personNames(text: string): string[] {
  const several = text.split(/\s*[,;]\s*(?:and\s+)?|\s+(?:and|&)\s+/i);
  return several.length > 1 && several.every(readsLikeAName)
    ? several.flatMap(oneName)
    : oneName(text);
}

function oneName(text: string): string[] {
  const name = cleanName(text);
  return name ? [name] : [];
}

/** A node that only refers to another by `@id` stands for that one. */
export function resolve(node: JsonLdNode, nodes: readonly JsonLdNode[]): JsonLdNode {
  const id = own(node, '@id');
  if (typeof id !== 'string' || own(node, 'name') !== undefined) return node;
  return (
    nodes.find((other) => own(other, '@id') === id && own(other, 'name') !== undefined) ?? node
  );
}

function microdataAuthors(
  document: Document,
  isElsewhere: (element: Element) => boolean,
): string[] {
  const names: string[] = [];
  const marked = queryAll(document, '[itemprop~="author" i], [itemprop~="creator" i]', 40);
  for (const element of marked) {
    if (localName(element) === 'meta' || isElsewhere(element)) continue;
    const [named] = queryAll(element, '[itemprop~="name" i]', 1);
    const source = named ?? element;
    const text = getAttribute(source, 'content') ?? contentOf(source).slice(0, 300);
    const isPerson = named && getAttribute(element, 'itemtype')?.trim().endsWith('/Person');
    names.push(...(isPerson ? personNames(text) : splitNames(text.split(/\n\s*\n/)[0] ?? '')));
  }
  return unique(names).length > mostBylines ? [] : names;
}

function bylines({ document, isElsewhere }: PageFacts, selector: string): string[] {
  const all: string[] = [];
  let first: readonly string[] = [];
  let place: Node | null = null;
  for (const element of queryAll(document, selector, 40)) {
    if (isElsewhere(element)) continue;
    const text = contentOf(element).slice(0, 400).trim();
    // A long text beside the name is a biography; the name is then the link or the first line.
    const [link] = queryAll(element, 'a', 1);
    const line = (text.length > 80 && link ? contentOf(link) : text).split(/\n|\s[|•·]\s/)[0] ?? '';
    if (line.length > 120) continue;
    const names = splitNames(line.replace(/\s+(?:on|am|le|el)\s+[^\s\d.]*\.?\s*\d.*$/i, ''));
    all.push(...names);
    // The next ones on a page are other articles' unless they stand side by side.
    if (names.length > 0 && (!place || place === parentNode(element))) {
      first = [...first, ...names];
      place = parentNode(element);
    }
  }
  return unique(all).length > mostBylines ? [] : unique(first);
}
