/** A surfacing with something in every part, for the pages that show one. */
import type { Insight } from '../../lib/core/insight/insight.ts';
import type { Surfacing } from '../../lib/core/match/surfacing.ts';
import { aClip, aMatch, anId, anInsight, aSnapshot } from './builders.ts';

/** A draft of this source that nobody has named yet. */
export const draft: Insight = anInsight({
  key: anId(2),
  status: 'draft',
  card: { title: '', tier: undefined, sections: { claim: '' } },
});

export const objection: Insight = anInsight({
  key: anId(3),
  card: {
    id: 'ins_buyers-decide-renewal',
    title: 'Where a buyer chooses the tool, the first session decides nothing',
    operator: 'Tobias Wennerqvist',
    tier: 'B',
  },
});

const passages = aSnapshot().passages;
const may = passages[2];
if (!may) throw new Error('aSnapshot has lost its third passage');

/** Three matches of one passage, of which the second is linked to the first and to the draft. */
export const severalRelated: Surfacing['related'] = ['One', 'Two', 'Three'].map((title, n) => {
  const insight = anInsight({ key: anId(11 + n), card: { title, tier: 'B' } });
  const match = aMatch({ key: insight.key, score: 0.9 - n / 10 });
  if (n !== 1) return { insight, match };
  const reasons = [
    ...match.reasons,
    { kind: 'linked' as const, key: anId(11), type: 'limits' as const },
    { kind: 'linked' as const, key: draft.key, type: 'related' as const },
  ];
  return { insight, match: { ...match, reasons } };
});

/** All parts filled: two clips of a draft, a match, and counter-evidence of each kind. */
export const fullSurfacing: Surfacing = {
  onThisPage: [
    {
      insight: draft,
      clips: [
        aClip({
          id: anId(102),
          insightKey: draft.key,
          note: 'Ask how they count a first result.',
          capturedAt: '2026-03-02T10:05:00.000Z',
          time: { start: 751, end: 781, from: 'player' },
          speaker: 'Mira Oyelaran',
        }),
        aClip({
          insightKey: draft.key,
          quote: 'חזרו אלינו רק מי שראו תוצאה בפגישה הראשונה.',
          role: 'counter-evidence',
        }),
      ],
    },
  ],
  related: [
    {
      insight: anInsight(),
      match: aMatch({
        reasons: [
          ...aMatch().reasons,
          { kind: 'same-source' },
          { kind: 'same-operator', operator: 'Mira Oyelaran' },
        ],
      }),
    },
  ],
  counterEvidence: [
    {
      counter: {
        kind: 'recorded',
        key: anId(1),
        field: 'conditions',
        text: 'Fails when the product is bought for a team by somebody else.',
        passage: may,
        terms: [{ term: 'team', weight: 1 }],
      },
      titled: 'Fails when the product is bought for a team by somebody else.',
      insight: anInsight(),
    },
    {
      counter: {
        kind: 'contradicting',
        key: anId(1),
        otherKey: objection.key,
        type: 'contradicts',
        why: 'They measured teams whose tool was chosen for them.',
      },
      titled: 'They measured teams whose tool was chosen for them.',
      insight: anInsight(),
      other: objection,
    },
    {
      counter: {
        kind: 'may-challenge',
        key: anId(1),
        passage: may,
        text: 'In regulated trades people return because they must, whatever the first session was.',
        terms: [
          { term: 'returned', weight: 0.5 },
          { term: 'whatever', weight: 0.5 },
        ],
      },
      titled:
        'In regulated trades people return because they must, whatever the first session was.',
      insight: anInsight(),
    },
  ],
};
