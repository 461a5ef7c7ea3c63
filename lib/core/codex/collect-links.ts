/** Every link of every insight, seen from both of its ends. */
import type { Insight } from '../insight/insight';
import type { Link, LinkType } from '../insight/link';
import type { CodexDocument } from './codex-document';
import { idResolver } from './id-resolver';
import { readLinkSentence, readLinkWords, type LinkEnd } from './link-words';
import { mentionedIds, readCrossReferences } from './lists';

/** Where a card says that it is linked. */
export type LinkPlace = 'related' | 'crossReferences' | 'counterEvidence';

/** A contradiction or pattern that names both ends of a link. */
export type NamingDocument = Pick<CodexDocument, 'key' | 'kind' | 'title'>;

export interface LinkView {
  /** The other insight; undefined when no collection at hand has it. */
  readonly key: string | undefined;
  /** Its card id, where `key` is undefined. */
  readonly id?: string;
  readonly type: LinkType;
  /** Which end this insight is: `from` contradicts the other, `to` is contradicted by it. */
  readonly direction: 'from' | 'to' | 'both';
  readonly why: string;
  /** Drawn by the person, listed in a card's `related`, named in a card's text or in a document. */
  readonly origin: 'person' | 'related' | 'text' | 'document';
  /** The stored link, which can be removed. */
  readonly linkId?: string;
  /** Where cards say it, those that do: this insight's, the other's, or both. */
  readonly places?: readonly LinkPlace[];
  readonly namedBy?: 'this' | 'other' | 'both';
  /** The documents that say it, whatever else does. */
  readonly documents?: readonly NamingDocument[];
}

/** One card naming another. */
interface Mention {
  readonly from: string;
  /** The other insight's key, or the id nobody has. */
  readonly to: string;
  readonly loaded: boolean;
  readonly type: LinkType;
  /** Which end of the link the card is that names the other. */
  readonly end: LinkEnd;
  /** Whether the card says the type in the words this project writes, or it is told by the section. */
  readonly written: boolean;
  why: string;
  origin: 'related' | 'text';
  readonly places: Set<LinkPlace>;
}

/**
 * The links by insight key; an insight without any has no entry. What the person drew comes first
 * and stands for what the cards merely list: `related` is left out beside any other link of the
 * same two, and a contradiction named in Counter-evidence beside a drawn contradiction or limit.
 * A type and direction in the words that `projectCard` writes are read as they were written.
 * Drawn links to an insight that is not here, and an insight's mentions of itself, are left out.
 */
export function collectLinks(
  insights: readonly Insight[],
  links: readonly Link[],
): Map<string, LinkView[]> {
  const views = new Map<string, LinkView[]>();
  const add = (key: string, view: LinkView): void => {
    const list = views.get(key);
    if (list === undefined) views.set(key, [view]);
    else list.push(view);
  };
  const present = new Set(insights.map(({ key }) => key));

  for (const { id, from, to, type, why } of links) {
    if (from === to || !present.has(from) || !present.has(to)) continue;
    const rest = { type, why, origin: 'person', linkId: id } as const;
    add(from, { key: to, direction: type === 'related' ? 'both' : 'from', ...rest });
    add(to, { key: from, direction: type === 'related' ? 'both' : 'to', ...rest });
  }

  const mentions = collectMentions(insights);
  const ordered = [...mentions.values()].toSorted((a, b) => rank(a) - rank(b));
  for (const mention of ordered) {
    const { from, to, type, why, origin } = mention;
    if (isSaid(views.get(from), mention)) continue;
    const back = mentions.get(mentionKey(to, from, type));
    const both = type === 'related' && back !== undefined;
    const [own, others] = [mention.end, mention.end === 'from' ? 'to' : 'from'] as const;
    const places = [...new Set([...mention.places, ...(back?.places ?? [])])];
    const rest = { type, why: why || (back?.why ?? ''), origin, places };
    const [here, there] = back ? (['both', 'both'] as const) : (['this', 'other'] as const);
    if (!mention.loaded) {
      add(from, { key: undefined, id: to, direction: own, namedBy: here, ...rest });
    } else {
      add(from, { key: to, direction: both ? 'both' : own, namedBy: here, ...rest });
      add(to, { key: from, direction: both ? 'both' : others, namedBy: there, ...rest });
    }
  }
  return views;
}

const opposes = (type: LinkType): boolean => type === 'contradicts' || type === 'limits';

/** What is said outright before what is inferred, and mere relations last: each stands for the next. */
const rank = ({ type, written }: Mention): number => (written ? 0 : type === 'related' ? 2 : 1);

const mentionKey = (from: string, to: string, type: string): string =>
  JSON.stringify([from, to, type]);

function isSaid(views: readonly LinkView[] = [], { to, type }: Mention): boolean {
  return views.some(
    (view) =>
      (view.key ?? view.id) === to &&
      (type === 'related' || view.type === type || (opposes(type) && opposes(view.type))),
  );
}

type Said = Pick<Mention, 'type' | 'end' | 'written' | 'why'> & { readonly place: LinkPlace };

const relation = { type: 'related', end: 'from', written: false } as const;
/** A card's counter-evidence names who argues against it: the other is the `from` end. */
const challenge = { type: 'contradicts', end: 'to', written: false } as const;

function collectMentions(insights: readonly Insight[]): Map<string, Mention> {
  const resolve = idResolver(insights);
  const mentions = new Map<string, Mention>();
  for (const insight of insights) {
    const { card } = insight;
    const mention = (id: string, { place, ...said }: Said): void => {
      const key = resolve(id, insight.collection);
      const to = key ?? id;
      if (to === insight.key || id === card.id) return;
      const known = mentions.get(mentionKey(insight.key, to, said.type));
      if (known === undefined) {
        const origin = place === 'related' ? 'related' : 'text';
        const ends = { from: insight.key, to, loaded: key !== undefined };
        const made: Mention = { ...ends, ...said, origin, places: new Set([place]) };
        mentions.set(mentionKey(insight.key, to, said.type), made);
      } else {
        known.why ||= said.why;
        known.places.add(place);
      }
    };
    for (const id of card.related) mention(id, { ...relation, why: '', place: 'related' });
    for (const { id, why } of readCrossReferences(card.sections.crossReferences)) {
      const link = readLinkWords(why);
      const written = link !== undefined;
      mention(id, { ...relation, why, ...link, written, place: 'crossReferences' });
    }
    for (const paragraph of card.sections.counterEvidence.split(/\n\s*\n/)) {
      const link = readLinkSentence(paragraph);
      const place = 'counterEvidence';
      if (link) mention(link.id, { ...link.words, written: true, place });
      for (const id of mentionedIds(paragraph)) {
        if (id !== link?.id) mention(id, { ...challenge, why: paragraph.trim(), place });
      }
    }
  }
  return mentions;
}
