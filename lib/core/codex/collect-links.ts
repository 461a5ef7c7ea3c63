/** Every link of every insight, seen from both of its ends. */
import type { Insight } from '../insight/insight';
import type { Link, LinkType } from '../insight/link';
import { readLinkSentence, readLinkWords, type LinkEnd } from './link-words';
import { mentionedIds, readCrossReferences } from './lists';

export interface LinkView {
  /** The other insight; undefined when no collection at hand has it. */
  readonly key: string | undefined;
  /** Its card id, where `key` is undefined. */
  readonly id?: string;
  readonly type: LinkType;
  /** Which end this insight is: `from` contradicts the other, `to` is contradicted by it. */
  readonly direction: 'from' | 'to' | 'both';
  readonly why: string;
  /** Drawn by the person, listed in a card's `related`, or named in a card's text. */
  readonly origin: 'person' | 'related' | 'text';
  /** The stored link, which can be removed. */
  readonly linkId?: string;
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
  const here = new Set(insights.map(({ key }) => key));

  for (const { id, from, to, type, why } of links) {
    if (from === to || !here.has(from) || !here.has(to)) continue;
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
    const rest = { type, why: why || (back?.why ?? ''), origin };
    if (!mention.loaded) add(from, { key: undefined, id: to, direction: own, ...rest });
    else {
      add(from, { key: to, direction: both ? 'both' : own, ...rest });
      add(to, { key: from, direction: both ? 'both' : others, ...rest });
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

type Said = Pick<Mention, 'type' | 'end' | 'written' | 'why' | 'origin'>;

const relation = { type: 'related', end: 'from', written: false } as const;
/** A card's counter-evidence names who argues against it: the other is the `from` end. */
const challenge = { type: 'contradicts', end: 'to', written: false, origin: 'text' } as const;

function collectMentions(insights: readonly Insight[]): Map<string, Mention> {
  const resolve = resolver(insights);
  const mentions = new Map<string, Mention>();
  for (const insight of insights) {
    const { card } = insight;
    const mention = (id: string, said: Said): void => {
      const key = resolve(id, insight.collection);
      const to = key ?? id;
      if (to === insight.key || id === card.id) return;
      const known = mentions.get(mentionKey(insight.key, to, said.type));
      if (known === undefined) {
        const made = { from: insight.key, to, loaded: key !== undefined, ...said };
        mentions.set(mentionKey(insight.key, to, said.type), made);
      } else known.why ||= said.why;
    };
    for (const id of card.related) mention(id, { ...relation, why: '', origin: 'related' });
    for (const { id, why } of readCrossReferences(card.sections.crossReferences)) {
      const link = readLinkWords(why);
      mention(id, { ...relation, why, ...link, written: link !== undefined, origin: 'text' });
    }
    for (const paragraph of card.sections.counterEvidence.split(/\n\s*\n/)) {
      const link = readLinkSentence(paragraph);
      if (link) mention(link.id, { ...link.words, written: true, origin: 'text' });
      for (const id of mentionedIds(paragraph)) {
        if (id !== link?.id) mention(id, { ...challenge, why: paragraph.trim() });
      }
    }
  }
  return mentions;
}

/** Finds the insight with a card id, in the same collection before any other. */
function resolver(
  insights: readonly Insight[],
): (id: string, collection: string) => string | undefined {
  const anywhere = new Map<string, string>();
  const within = new Map<string, string>();
  for (const { key, collection, card } of insights) {
    if (card.id === '') continue;
    if (!anywhere.has(card.id)) anywhere.set(card.id, key);
    within.set(JSON.stringify([collection, card.id]), key);
  }
  return (id, collection) => within.get(JSON.stringify([collection, id])) ?? anywhere.get(id);
}
