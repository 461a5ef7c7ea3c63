import { expect, test } from 'vitest';
import { softenedBy } from './soften';

const dismissal = (...terms: string[]) => ({
  id: '',
  insightKey: '',
  sourceKey: '',
  terms,
  at: '',
});

test('each "not related" takes a little of its terms, each once, and never all', () => {
  expect(softenedBy([])).toEqual(new Map());
  const once = softenedBy([dismissal('price', 'price', 'churn')]);
  expect(once.get('price')).toBeCloseTo(0.85);
  expect(softenedBy([dismissal('price'), dismissal('price')]).get('price')).toBeCloseTo(0.7225);
  const often = softenedBy(Array.from({ length: 50 }, () => dismissal('price')));
  expect(often.get('price')).toBe(0.4);
});
