import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { stemmer } from 'stemmer';
import { stem, termAt, termOf, termText } from './known-words';
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
      fc.integer({ min: 0x1e00, max: 0x1eff }).map((code) => String.fromCharCode(code)),
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

test('a word is computed once, however many come after it', () => {
  const words = Array.from({ length: 30_000 }, (_, at) => `w${at}`);
  const before = words.map((word) => termAt(word, 0, word.length));
  expect(before.map(termText)).toEqual(words);
  // A word that is new is cut out of the text.
  const cut = vi.spyOn(String.prototype, 'slice');
  const again = words.map((word) => termAt(word, 0, word.length));
  const cuts = cut.mock.calls.length;
  cut.mockRestore();
  expect(again).toEqual(before);
  expect(cuts).toBe(0);
});

test('the hand scanner and Intl.Segmenter find the same words among symbols', () => {
  const unit = fc.oneof(
    fc.constantFrom('a', 'B', '3', ' '),
    fc.integer({ min: 0x2010, max: 0x2bff }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 20 }), (text) => {
      expect(scanWords(text)).toEqual(segmentWords(text));
    }),
    { numRuns: 5000 },
  );
});

/** The code units that Intl.Segmenter is asked about where one stands alone. */
function askedAbout(codes: readonly number[]): number[] {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const asked = codes.filter((code) => {
    segment.mockClear();
    scanWords(String.fromCharCode(code));
    return segment.mock.calls.length > 0;
  });
  segment.mockRestore();
  return asked;
}

test('Intl.Segmenter is not asked about Latin, punctuation and the symbols that texts have', () => {
  const plain = 'aZ09éßÑœŽªµếỆ \n\t!?.,;:\'’"“”‘–—…•·€£™→⇒≥×°▶●★☆✓✔⌘♥☺①❶。！？｡।';
  expect(askedAbout(Array.from(plain, (char) => char.charCodeAt(0)))).toEqual([]);
});

test('Intl.Segmenter is asked about every mark and format character', () => {
  const codes = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) =>
    /[\p{M}\p{Cf}]/u.test(String.fromCharCode(code)),
  );
  expect(askedAbout(codes)).toEqual(codes);
});

test('every code unit that is taken for a gap is one', () => {
  for (let code = 0; code < 0xd800; code += 1) {
    const text = `a${String.fromCharCode(code)}b`;
    expect(scanWords(text), `U+${code.toString(16)}`).toEqual(segmentWords(text));
  }
});

test.each([
  ['l’entreprise', 'entreprise'],
  ["d'argent", 'argent'],
  ['Qu’elle', 'elle'],
  ["l'or", 'lor'],
  ["dell'azienda", 'azienda'],
  ['sull’Europa', 'Europa'],
  ["don't", 'do'],
  ["o'clock", 'oclock'],
  ["I'll", 'I'],
])('%s is the term of %s', (word, bare) => {
  expect(scanWords(word).terms).toEqual(scanWords(bare).terms);
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
