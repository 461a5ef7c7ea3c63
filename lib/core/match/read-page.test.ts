import { expect, test } from 'vitest';
import { pageOfTexts } from '../../../test/support/match-sample';
import { backgroundTier, shareOfTier } from './background';
import { pairBackground, rarity } from './features';
import { buildIndex } from './match-index';
import { readPage } from './read-page';

test('a pair tells as much as its rarity says, whether an insight holds it or not', () => {
  const fields = { claim: 'Quokka tariff rises. Time is right.' };
  const index = buildIndex([{ key: 'a', fields, operator: '', sourceKeys: [] }]);
  const page = pageOfTexts(['Quokka tariff okapi. Time people right quokka.']);
  const { analysis, rarity: rarities } = readPage(index, page);
  const { known, knownTerms, pairs, termCount } = analysis;
  const textOf = (feature: number) => knownTerms.texts[known[feature] ?? 0] ?? '';
  const held = new Set(['quokka tariff']);
  expect(pairs.size).toBeGreaterThan(3);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const both = [pairs.firsts[pair] ?? 0, pairs.seconds[pair] ?? 0].map(textOf);
    const [first = 0, second = 0] = both.map((term) => shareOfTier(backgroundTier(term)));
    const holders = held.has(both.join(' ')) ? 1 : 0;
    const expected = rarity(holders, 1, pairBackground(first, second)) * index.tuning.pair;
    expect(rarities[termCount + pair], both.join(' ')).toBeCloseTo(expected, 12);
  }
});
