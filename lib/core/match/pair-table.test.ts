import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { getPair, newPairTable, numberPair } from './pair-table';

test('pairs are numbered as they come, and found by both their numbers', () => {
  const number = fc.nat({ max: 70_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 900 }), (pairs) => {
      const table = newPairTable();
      const expected = new Map<string, number>();
      for (const [first, second] of pairs) {
        const key = `${first} ${second}`;
        if (!expected.has(key)) {
          expect(getPair(table, first, second)).toBe(-1);
          expected.set(key, expected.size);
        }
        expect(numberPair(table, first, second)).toBe(expected.get(key));
      }
      const { firsts, seconds } = table;
      for (const [key, pair] of expected) expect(`${firsts[pair]} ${seconds[pair]}`).toBe(key);
      expect(table.size).toBe(expected.size);
    }),
  );
});
