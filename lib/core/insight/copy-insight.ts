/** An insight of one's own, made of one in a loaded codex. */
import { cardId } from '../codex/card-id';
import { trimBlankEnd } from '../codex/section-text';
import { writeCard } from '../codex/write-card';
import type { Collection } from './collection';
import { ownCollection, type Insight } from './insight';

export interface CopyInput {
  readonly insight: Insight;
  readonly collection: Collection;
  /** The ids that cards of one's own bear. */
  readonly taken: ReadonlySet<string>;
  readonly key: string;
  /** The present instant, ISO 8601. */
  readonly at: string;
}

/**
 * The copy says what the card says, word for word, with one line more in Cross-references: which
 * collection it was copied from, and where that came from. It keeps the card's id while that is free,
 * so that what names the card finds the copy; otherwise it gets an id like it, and the line names the
 * original. The file it came from stays its original: what leaves differs in these lines only.
 */
export function copyInsight({ insight, collection, taken, key, at }: CopyInput): Insight {
  const { card } = insight;
  const id = taken.has(card.id) ? cardId(card.id.replace(/^ins_/, ''), taken) : card.id;
  const origin = `copied from ${originOf(collection)}`;
  const line = id === card.id ? `- ${capital(origin)}` : `- \`${card.id}\` — ${origin}`;
  const before = trimBlankEnd(card.sections.crossReferences);
  const isList = /^[-*+] /.test(before.split('\n').at(-1) ?? '');
  const gap = before === '' ? '' : isList ? '\n' : '\n\n';
  const sections = { ...card.sections, crossReferences: `${before}${gap}${line}` };
  return {
    key,
    collection: ownCollection,
    status: insight.status,
    card: { ...card, id, sections },
    original: insight.original ?? writeCard(card),
    createdAt: at,
    updatedAt: at,
  };
}

/** The collection in words: its name, and the address it can be found at where it has one. */
export function originOf({ name, origin }: Collection): string {
  return origin.kind === 'index' ? `${name}, ${origin.address}` : name;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
