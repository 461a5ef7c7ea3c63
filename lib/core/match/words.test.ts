import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stemmer } from 'stemmer';
import { stem, termOf } from './known-words';
import { scanWords, segmentWords } from './words';

test.each([
  ['Pricing pages, priced', ['price', 'page', 'price']],
  ["Don't we're it's the customers' customer’s", ['custom', 'custom']],
  ['Café naïve ÉCOLE', ['cafe', 'naiv', 'ecol']],
  ['3.5 per cent of v8.dev', ['3', '5', 'cent', 'v8', 'dev']],
  ['snake_case e-mail', ['snake', 'case', 'mail']],
  ['rock’n’roll ’tis', ['rocknrol', 'ti']],
  ['定价策略很重要', ['定价', '策略', '很', '重要']],
  ['', []],
  ['— … !', []],
])('the terms of %j', (text, expected) => {
  expect(scanWords(text).terms.filter((term) => term !== '')).toEqual(expected);
});

test('words stand where the offsets say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { terms, starts, ends } = scanWords(text);
      let before = 0;
      terms.forEach((term, at) => {
        const [start = -1, end = -1] = [starts[at], ends[at]];
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(termOf(text.slice(start, end))).toBe(term);
        before = end;
      });
    }),
  );
});

test('the hand scanner and Intl.Segmenter find the same words in Latin text', () => {
  const latin = fc.string({
    unit: fc.oneof(
      fc.constantFrom("'", '’', '.', ',', ' ', '_', '-', ':', '—', '“', '3', 'a', 'B', 'é'),
      fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
    ),
    maxLength: 120,
  });
  fc.assert(
    fc.property(latin, (text) => {
      expect(scanWords(text)).toEqual(segmentWords(text));
    }),
    { numRuns: 2000 },
  );
});

test('a word of a thousand letters is left out', () => {
  expect(scanWords('a'.repeat(1000)).terms).toEqual(['']);
});

test('words with other endings are none that the stemmer would change', () => {
  const words = fc.stringMatching(/^[a-z]{1,12}$/);
  const before = fc.constantFrom('', 'relat', 'nation', 'hop', 'y', 'fall', 'vietnamiz');
  fc.assert(
    fc.property(before, words, (beginning, ending) => {
      const word = beginning + ending;
      expect(stem(word)).toBe(stemmer(word));
    }),
    { numRuns: 2000 },
  );
});
