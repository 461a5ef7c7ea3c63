import { expect, test } from 'vitest';
import { countWeight } from './features';

test('a count weighs itself below one, and one and its logarithm above', () => {
  for (const count of [0, 0.15, 0.5, 0.999]) expect(countWeight(count)).toBe(count);
  for (let count = 1; count < 600; count += 0.25) {
    expect(countWeight(count)).toBeCloseTo(1 + Math.log(count), 12);
  }
});
