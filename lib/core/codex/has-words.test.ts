import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasWords } from './has-words';

test.each([
  ['People like it', 'Li', false],
  ['As LI’s book says', 'Li', true],
  ['— **Anne Berners-Lee**, 2026', 'Berners-Lee', true],
  ['C++ (a talk)', 'c++', true],
  ['Ada\n  Example', 'Ada Example', true],
  ['anything', ' ', false],
])('%s: %s %s', (text, words, there) => {
  expect(hasWords(text, words)).toBe(there);
});

test('any words are in a text of nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(hasWords(`(${words})`, words)).toBe(words.trim() !== '');
    }),
  );
});
