/**
 * Whole, valid records for tests: each builder gives one that its schema accepts, and takes what a
 * test is about. The people, shows and addresses are invented.
 */
import { emptyCard, type Card } from '../../lib/core/codex/card.ts';
import type { Clip } from '../../lib/core/insight/clip.ts';
import { ownCollection, type Insight } from '../../lib/core/insight/insight.ts';
import type { Match } from '../../lib/core/match/match.ts';
import type { PageSelection, PageSnapshot, Passage } from '../../lib/core/source/snapshot.ts';

const at = '2026-03-02T10:00:00.000Z';

/** The `n`th of a row of valid UUIDs, version 7, the later ones greater. */
export function anId(n: number): string {
  return `0195556a-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

export interface InsightParts extends Partial<Omit<Insight, 'card'>> {
  readonly card?: Partial<Omit<Card, 'sections'>> & { sections?: Partial<Card['sections']> };
}

/** A ready insight of one's own about onboarding. */
export function anInsight({ card = {}, ...parts }: InsightParts = {}): Insight {
  const empty = emptyCard();
  const { sections, ...fields } = card;
  return {
    key: anId(1),
    collection: ownCollection,
    status: 'ready',
    createdAt: at,
    updatedAt: at,
    ...parts,
    card: {
      ...empty,
      id: 'ins_first-session-decides',
      title: 'The first session decides whether a person stays',
      operator: 'Mira Oyelaran',
      operatorRole: 'Head of growth, Tidewater Maps',
      sourceUrl: 'https://essays.tidewater.example/first-session',
      sourceType: 'essay',
      sourceTitle: 'What the first ten minutes are for',
      sourceDate: '2026-01-14',
      capturedDate: '2026-03-02',
      domain: ['onboarding', 'retention'],
      tier: 'A',
      ...fields,
      sections: {
        ...empty.sections,
        claim: 'People who reach their first result within one session come back; others do not.',
        conditions:
          'Holds when:\n- the result is worth something on its own\n\nFails when:\n- the product is bought for a team by somebody else',
        counterEvidence: 'In regulated trades people return because they must.',
        ...sections,
      },
    },
  };
}

/** A clip selected on the page of `aSnapshot`, evidence for `anInsight`. */
export function aClip(parts: Partial<Clip> = {}): Clip {
  const quote = parts.quote ?? 'We stopped counting sign-ups and counted first results instead.';
  return {
    id: anId(101),
    sourceKey: 'https://essays.tidewater.example/first-session',
    insightKey: anId(1),
    role: 'evidence',
    quote,
    target: {
      source: 'https://essays.tidewater.example/first-session',
      selector: quote ? [{ type: 'TextQuoteSelector', exact: quote }] : [],
    },
    origin: 'selected',
    note: '',
    capturedAt: at,
    ...parts,
  };
}

/** Passages that follow one another in a text map, a blank line between them. */
export function passagesOf(...texts: string[]): Passage[] {
  let start = 0;
  return texts.map((text) => {
    const passage = { text, start, end: start + text.length };
    start = passage.end + 2;
    return passage;
  });
}

/** An essay with three passages, nothing selected and nothing playing. */
export function aSnapshot(parts: Partial<PageSnapshot> = {}): PageSnapshot {
  const passages =
    parts.passages ??
    passagesOf(
      'We stopped counting sign-ups and counted first results instead.',
      'A newcomer who gets a first result in the opening session returns twice as often.',
      'Teams whose tool was chosen by a buyer returned whatever the first session was like.',
    );
  return {
    url: 'https://essays.tidewater.example/first-session',
    metadata: {
      title: { value: 'What the first ten minutes are for', from: 'meta:og:title' },
      site: { value: 'Tidewater Essays', from: 'meta:og:site_name' },
      published: { value: '2026-01-14', from: 'json-ld:datePublished' },
    },
    text: passages.map(({ text }) => text).join('\n\n'),
    ...parts,
    passages,
  };
}

/** A selection of these words, described by the quote alone. */
export function aSelection(exact: string): PageSelection {
  return { exact, selector: [{ type: 'TextQuoteSelector', exact }], paragraph: exact };
}

/** A match of `anInsight` with the second passage of `aSnapshot`. */
export function aMatch(parts: Partial<Match> = {}): Match {
  const passage = aSnapshot().passages[1];
  if (!passage) throw new Error('aSnapshot has lost its second passage');
  return {
    key: anId(1),
    score: 0.7,
    reasons: [
      {
        kind: 'passage',
        passage,
        field: 'claim',
        sentence: anInsight().card.sections.claim,
        terms: [
          { term: 'session', weight: 0.6 },
          { term: 'first', weight: 0.3 },
          { term: 'result', weight: 0.1 },
        ],
      },
    ],
    ...parts,
  };
}
