import { expect, test } from 'vitest';
import { instant, someCard, someDraft } from '../../../test/support/notes';
import { promoteDraft } from './promote-draft';

const card = someCard({
  title: '',
  sourceUrl: 'https://harbor.test/pricing',
  sourceDate: '2026-04-28',
  domain: ['pricing'],
  tier: 'B',
  sections: { ...someCard().sections, claim: 'Price by seat. It is fair.', mechanism: 'M.' },
});
const draft = someDraft({ card });
const projected = {
  ...card,
  sections: { ...card.sections, evidence: '> "Seat."\n\n— Mira Okonta' },
};

test('a draft that keeps the rules becomes ready, with an id and a title made of its claim', () => {
  expect(promoteDraft(draft, projected, new Set(['ins_price-by-seat']), instant(9))).toEqual({
    ok: true,
    value: {
      ...draft,
      status: 'ready',
      card: { ...card, title: 'Price by seat', id: 'ins_price-by-seat-2' },
      updatedAt: instant(9),
    },
  });
});

test('the rules it breaks are named, errors only', () => {
  const { tier: _, ...untiered } = card;
  const result = promoteDraft(draft, untiered, new Set(), instant(9));
  expect(!result.ok && result.error.map(({ rule }) => rule)).toEqual([
    'evidence_without_quote',
    'tier_missing',
  ]);
});

test('an id once given stays', () => {
  const named = { ...draft, card: { ...card, id: 'ins_old' } };
  const result = promoteDraft(
    named,
    { ...projected, title: 'New' },
    new Set(['ins_old']),
    instant(9),
  );
  expect(result.ok && [result.value.card.id, result.value.card.title]).toEqual(['ins_old', 'New']);
});
