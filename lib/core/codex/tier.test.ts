import { expect, test } from 'vitest';
import { proposeTier } from './tier';

test.each([
  [[5, 5, 5, 5, 5], 25, 'A'],
  [[5, 5, 4, 4, 4], 22, 'A'],
  [[5, 4, 4, 4, 4], 21, 'B'],
  [[4, 4, 3, 3, 3], 17, 'B'],
  [[4, 3, 3, 3, 3], 16, 'C'],
  [[3, 3, 2, 2, 2], 12, 'C'],
  [[3, 2, 2, 2, 2], 11, undefined],
  [[1, 1, 1, 1, 1], 5, undefined],
])('%j proposes', ([originality, specificity, evidence, transferability, source], sum, tier) => {
  const score = { originality, specificity, evidence, transferability, source };
  expect(proposeTier(score as Parameters<typeof proposeTier>[0])).toEqual({ sum, tier });
});
