/** A text that a person wrote in another program, taken for what the insight says from now on. */
import { sectionNames, type Card } from '../codex/card';
import { cardKeys } from '../codex/card-layout';
import { mergeFields } from '../codex/merge-fields';
import { projectCard, type CardProjection } from '../codex/project-card';
import { readCard } from '../codex/read-card';
import { normalSection } from '../codex/section-text';
import { normalField } from '../codex/write-field';
import type { Insight } from './insight';
import { nextStamp } from './next-stamp';

export interface TakenText {
  readonly insight: Insight;
  /** The clips and links whose words the text took away or wrote otherwise: they are not kept on. */
  readonly gone: { readonly clips: readonly string[]; readonly links: readonly string[] };
}

/**
 * The insight that leaves as this very text, byte for byte. What the text has from clips and links
 * stays theirs and does not become the card's own words, as long as that gives the same text; else
 * the card takes all of it. The text must be a card.
 */
export function takeText(parts: CardProjection, text: string, at: string): TakenText {
  const read = readCard(text);
  if (!read.ok) throw new Error(`No card can be taken: ${read.error.reason}`);
  const full = read.value;
  const { insight } = parts;
  const leaves = (card: Card, from: Pick<CardProjection, 'clips' | 'links'>): boolean =>
    isSame(projectCard({ ...parts, ...from, insight: { ...insight, card } }), full);
  const touching = parts.links.filter(({ from, to }) => from === insight.key || to === insight.key);
  const clips = parts.clips.filter((clip) => leaves(full, { clips: [clip], links: [] }));
  const links = touching.filter((link) => leaves(full, { clips: [], links: [link] }));

  const bare = mergeFields(projectCard(parts), full, insight.card);
  const card =
    bare.conflicts.length === 0 && leaves(bare.card, { clips, links }) ? bare.card : full;
  const updatedAt = nextStamp(insight.updatedAt, at);
  return {
    insight: { ...insight, status: 'ready', card, original: text, updatedAt },
    gone: { clips: idsOf(parts.clips, clips), links: idsOf(touching, links) },
  };
}

/** The ids of those that are not kept. */
function idsOf<T extends { readonly id: string }>(all: readonly T[], kept: readonly T[]): string[] {
  return all.filter((each) => !kept.includes(each)).map(({ id }) => id);
}

/** Whether two cards say the same, as far as a text can hold it. */
function isSame(one: Card, other: Card): boolean {
  return (
    cardKeys.every((key) => normalField(key, one) === normalField(key, other)) &&
    sectionNames.every(
      (name) => normalSection(one.sections[name]) === normalSection(other.sections[name]),
    )
  );
}
