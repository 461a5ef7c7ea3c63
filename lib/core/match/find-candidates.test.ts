import { expect, test } from 'vitest';
import { findCandidates } from './find-candidates';
import type { MatchDocument } from './match';
import { buildIndex } from './match-index';
import { findTerm } from './vocabulary';

const insight = (key: string, claim: string): MatchDocument => ({
  key,
  fields: { claim },
  operator: '',
  sourceKeys: [],
});

test('the heaviest words are looked up before the budget is spent on common ones', () => {
  // Twice as many postings as the budget: the common words alone are more than is read.
  const common = Array.from({ length: 6000 }, (_, at) =>
    insight(`c${at}`, 'tariff harvest ledger'),
  );
  const index = buildIndex([
    ...common,
    insight('rare', 'quokka'),
    insight('rarer', 'quokka okapi'),
  ]);
  const terms = ['tariff', 'harvest', 'ledger', 'quokka', 'okapi'];
  const find = (weights: readonly number[]) =>
    findCandidates(index, {
      count: terms.length,
      numbers: Uint32Array.from(terms, (term) => findTerm(index.vocabulary, term)),
      weights: Float64Array.from(weights),
    });
  expect(find([0.4, 0.4, 0.4, 9, 10]).slice(-2)).toEqual([6000, 6001]);
  // Where they weigh least they come last, when nothing is left to spend.
  expect(find([9, 9, 8, 0.5, 0.4])).toHaveLength(6000);
});
