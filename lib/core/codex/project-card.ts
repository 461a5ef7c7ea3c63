/** The card as it leaves: an insight's own words with its clips and links written in. */
import type { Clip, ClipRole } from '../insight/clip';
import type { Insight } from '../insight/insight';
import type { Link } from '../insight/link';
import { sourceKey } from '../source/canonical-url';
import type { Source } from '../source/source';
import type { Card } from './card';
import { addClips, append } from './add-clips';
import { trimBlankEnd } from './section-text';
import { writeLinkSentence, writeLinkWords, type LinkWords } from './link-words';
import { foldSpace, mentionedIds } from './lists';
import type { QuoteForm } from './quote-form';

export interface CardProjection {
  readonly insight: Insight;
  /** The insight's clips; those in the trash are left out. */
  readonly clips: readonly Clip[];
  /** By source key. */
  readonly sources: ReadonlyMap<string, Source>;
  /** All links; those of other insights are left out. */
  readonly links: readonly Link[];
  /** The card id of an insight; undefined for a draft, or when it is gone. */
  readonly idOf: (insightKey: string) => string | undefined;
  /** How its clips are attributed; plainly, unless a person chose otherwise. */
  readonly form?: QuoteForm | undefined;
}

/**
 * Adds to the insight's card what is not in it yet: evidence and counter-evidence clips in their
 * sections (see `addClips`), and for each link to a card the id in `related`, a cross-reference, and
 * where the other card argues against this one, a line of counter-evidence. Projecting twice adds
 * nothing.
 */
export function projectCard(input: CardProjection): Card {
  const { card } = input.insight;
  const context = {
    cardSource: sourceKey(card.sourceUrl),
    sources: input.sources,
    form: input.form,
  };
  const clipsOf = (role: ClipRole): readonly Clip[] =>
    input.clips.filter((clip) => clip.role === role && clip.deletedAt === undefined);
  const links = linksOf(input);
  const related = new Set([...card.related, ...links.map(({ id }) => id)]);
  const counterEvidence = addClips(
    card.sections.counterEvidence,
    clipsOf('counter-evidence'),
    context,
  );
  return {
    ...card,
    related: [...related],
    sections: {
      ...card.sections,
      evidence: addClips(card.sections.evidence, clipsOf('evidence'), context),
      counterEvidence: links.reduce(addCounterEvidence, counterEvidence),
      crossReferences: addCrossReferences(card.sections.crossReferences, links),
    },
  };
}

interface CardLink {
  readonly id: string;
  readonly said: LinkWords;
}

function linksOf({ insight, links, idOf }: CardProjection): CardLink[] {
  return links.flatMap(({ from, to, type, why }) => {
    const outgoing = from === insight.key;
    const other = outgoing ? to : from;
    const id = (outgoing || to === insight.key) && from !== to ? idOf(other) : undefined;
    const said: LinkWords = { type, end: outgoing ? 'from' : 'to', why: foldSpace(why) };
    // A copy of a loaded card may bear its id: no card refers to itself.
    const isNamed = id !== undefined && id !== '' && id !== insight.card.id;
    return isNamed ? [{ id, said }] : [];
  });
}

/** `(none in current corpus)`, `- (none yet)`: true until the first reference, and the place of it. */
const saysNone = /^\s*(?:[-*+]\s+)?\(none\b[^()\n]*\)\.?\s*$/i;

function addCrossReferences(section: string, links: readonly CardLink[]): string {
  return links.reduce(addCrossReference, links.length > 0 && saysNone.test(section) ? '' : section);
}

function addCrossReference(section: string, { id, said }: CardLink): string {
  if (mentionedIds(section).includes(id)) return section;
  const about = writeLinkWords(said);
  const line = `- \`${id}\`${about === '' ? '' : ` — ${about}`}`;
  const before = trimBlankEnd(section);
  const isList = /^[-*+] /.test(before.slice(before.lastIndexOf('\n') + 1));
  return isList ? `${before}\n${line}` : append(before, line);
}

/** A contradiction argues against both of its ends, a limit against the end it leads to. */
function addCounterEvidence(section: string, { id, said }: CardLink): string {
  const against = said.type === 'contradicts' || (said.type === 'limits' && said.end === 'to');
  if (!against || mentionedIds(section).includes(id)) return section;
  return append(section, writeLinkSentence(id, said));
}
