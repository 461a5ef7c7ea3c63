/** A draft that knows what the page says, and nothing else. */
import { emptyCard } from '../codex/card';
import { foldSpace } from '../codex/lists';
import { sourceAddress } from '../source/canonical-url';
import type { PageMetadata } from '../source/metadata';
import type { PageSnapshot } from '../source/snapshot';
import { isVoiceCode } from '../transcript/voice-code';
import { ownCollection, type Insight } from './insight';

export interface DraftInput {
  readonly snapshot: PageSnapshot;
  /** The words that gave rise to the draft. They live in its clip; the claim is the person's to make. */
  readonly quote: string;
  /** Who says the words, where a transcript names them: the operator, not the page's author. */
  readonly speaker?: string | undefined;
  readonly key: string;
  /** The present instant, ISO 8601. */
  readonly at: string;
  /** The person's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * A draft in one's own collection. The operator is the speaker; of a podcast nobody where it is not known
 * who speaks, since those whom the page names need not; else the first author, with the others
 * beside. A date that the page does not give stays empty. Title, claim and mechanism too.
 */
export function draftFromSnapshot({ snapshot, speaker, key, at, today }: DraftInput): Insight {
  const { metadata, url } = snapshot;
  const people = speakers(metadata, speaker);
  const [operator = '', ...coOperators] = people.map(foldSpace).filter((name) => name !== '');
  return {
    key,
    collection: ownCollection,
    status: 'draft',
    card: {
      ...emptyCard(),
      operator,
      coOperators,
      sourceUrl: sourceAddress(url, metadata.canonicalUrl?.value) ?? '',
      sourceType: metadata.sourceType?.value ?? '',
      sourceTitle: foldSpace(metadata.title?.value ?? ''),
      sourceDate: metadata.published?.value ?? '',
      capturedDate: today,
    },
    createdAt: at,
    updatedAt: at,
  };
}

function speakers({ authors, sourceType }: PageMetadata, speaker = ''): readonly string[] {
  if (speaker !== '') return isVoiceCode(speaker) ? [] : [speaker];
  return sourceType?.value === 'podcast' ? [] : (authors?.value ?? []);
}
