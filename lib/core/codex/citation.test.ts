import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { emptyCard, type Card } from './card';
import { citation } from './citation';

const full: Partial<Card> = {
  id: 'ins_a-b',
  title: 'Small teams ship.',
  operator: 'Ada Example',
  sourceTitle: 'On Size',
  sourceUrl: 'https://www.example.org/size',
  sourceDate: '2026-04-28',
};

test.each([
  ['everything', {}, 'Ada Example, "Small teams ship," On Size, 2026-04-28. codex/ins_a-b'],
  [
    'no source title',
    { sourceTitle: '' },
    'Ada Example, "Small teams ship," example.org, 2026-04-28. codex/ins_a-b',
  ],
  ['no date', { sourceDate: 'unknown' }, 'Ada Example, "Small teams ship," On Size. codex/ins_a-b'],
  [
    'nothing of the source',
    { sourceTitle: '', sourceUrl: 'unknown', sourceDate: '' },
    'Ada Example, "Small teams ship". codex/ins_a-b',
  ],
  ['no operator', { operator: '' }, '"Small teams ship," On Size, 2026-04-28. codex/ins_a-b'],
  [
    'two operators',
    { coOperators: ['Bo Example'] },
    'Ada Example and Bo Example, "Small teams ship," On Size, 2026-04-28. codex/ins_a-b',
  ],
  [
    'quotes and a question',
    { title: 'Why "ship"?' },
    'Ada Example, "Why \'ship\'?" On Size, 2026-04-28. codex/ins_a-b',
  ],
  [
    'a title that is the source’s',
    { sourceTitle: 'Small teams ship.' },
    'Ada Example, "Small teams ship," 2026-04-28. codex/ins_a-b',
  ],
  ['a draft', { id: '', title: '' }, 'Ada Example, On Size, 2026-04-28.'],
])('cites a card with %s', (_, change, text) => {
  expect(citation({ ...emptyCard(), ...full, ...change })).toBe(text);
});

test('an empty card has no citation', () => {
  expect(citation(emptyCard())).toBe('');
});

test('a title of nothing but dots takes no longer than its length asks', async () => {
  const grown = await growth(30_000, (dots) => {
    const card = { ...emptyCard(), title: `${'.'.repeat(dots)}x` };
    return () => citation(card);
  });
  expect(grown).toBeLessThan(10);
});
