import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipsAllowed, slipsBetween } from './search-mend';

describe('slipsBetween', () => {
  test.each<[string, string, number, number]>([
    ['price', 'price', 0, 0],
    ['pricng', 'pricing', 1, 1],
    ['priicng', 'pricing', 1, 1],
    ['rpice', 'price', 1, 1],
    ['prica', 'price', 1, 1],
    ['onbor', 'onboarding', 3, 1],
    ['pri', 'pricing', 3, 0],
    ['abc', 'xyz', 3, 3],
    ['', 'ab', 2, 0],
  ])('%s to %s', (typed, word, whole, start) => {
    expect(slipsBetween(typed, word, 2)).toEqual({ whole, start });
  });

  test('one slip is never more than one, and it goes both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(word, word, fc.nat(), (a, b, at) => {
        expect(slipsBetween(a, b, 3).whole).toBe(slipsBetween(b, a, 3).whole);
        const place = at % a.length;
        const without = a.slice(0, place) + a.slice(place + 1);
        expect(slipsBetween(a, without, 2).whole).toBe(1);
        expect(slipsBetween(without, a, 2).start).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each<[string, number]>([
  ['abc', 0],
  ['abcd', 1],
  ['abcdefg', 1],
  ['abcdefgh', 2],
  ['year2024', 0],
])('%s may have %d slips', (word, slips) => expect(slipsAllowed(word)).toBe(slips));
