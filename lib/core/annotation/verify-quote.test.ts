import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyQuote } from './verify-quote';

it.each([
  ['two ledgers', 'The harbour keeps two ledgers.', 'exact'],
  ['“Two  ledgers”', 'The harbour keeps two ledgers.', 'normalised'],
  ['two\nledgers', 'The harbour keeps two ledgers.', 'normalised'],
  ['three ledgers', 'The harbour keeps two ledgers.', 'absent'],
  ['', 'anything', 'absent'],
  ['…', 'no dots here', 'absent'],
  ['—', 'a dash — here', 'exact'],
])('%j in %j: %s', (quote, text, verdict) => expect(verifyQuote(quote, text)).toBe(verdict));

it('finds whatever was cut out of a text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, b % (text.length + 1)].sort((x, y) => x - y);
      if (start !== end) expect(verifyQuote(text.slice(start, end), text)).toBe('exact');
    }),
  );
});
