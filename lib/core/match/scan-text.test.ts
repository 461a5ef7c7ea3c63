import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { termText } from './known-words';
import { scanText, scanWords } from './scan-text';
import { sentenceRanges } from './sentences';
import { segmentWords } from './words';

/** The sentences with their words and compounds, by `scanText`. */
function read(text: string) {
  const { scan, sentences } = scanText(text);
  return sentences.map(({ start, end, from, to, compounds }) => ({
    start,
    end,
    words: Array.from(scan.terms.subarray(from, to), (term, at) => ({
      term: termText(term),
      start: (scan.starts[from + at] ?? 0) - start,
      end: (scan.ends[from + at] ?? 0) - start,
    })),
    compounds: compounds.map(termText),
  }));
}

/** The same, sentence by sentence and word by word as Unicode has them. */
function readSlowly(text: string) {
  return sentenceRanges(text).map(({ start, end }) => {
    const { terms, starts, ends, compounds } = segmentWords(text.slice(start, end));
    const words = terms.map((term, at) => ({ term, start: starts[at], end: ends[at] }));
    return { start, end, words, compounds };
  });
}

test.each([
  ['nothing', ''],
  [
    'sentences of plain Latin',
    'Front-end prices rise. “They don’t!” So what? 3.5 per cent.\n- One',
  ],
  [
    'a sentence of another script between two',
    'The end-user pays. 价格上涨，e-mail 很重要。 The re-seller does not.',
  ],
  ['an emoji within a word', 'Well-known a😀b-c. Well-known.'],
  ['a word longer than any sentence', `${'a'.repeat(700)}-b ${'c'.repeat(500)}. Next-door.`],
  ['a cut at a hyphen next to emoji', `😀${'a'.repeat(477)}-${'b'.repeat(300)}😀`],
  ['a cut at a hyphen', `${'a'.repeat(479)}-${'b'.repeat(300)}`],
])('%s', (_, text) => {
  expect(read(text)).toEqual(readSlowly(text));
});

const texts = fc
  .array(
    fc.oneof(
      fc.string({
        unit: fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...Array.from("aB9 .-'’!?\n")) },
          fc.constantFrom('价', '。', '😀', 'é', '…', '”', '\u00ad', '\u200d', 'ก', '-'),
        ),
        maxLength: 80,
      }),
      fc.constant('word'.repeat(150)),
    ),
    { maxLength: 6 },
  )
  .map((pieces) => pieces.join(''));

test('any text is read as if sentence by sentence', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(read(text)).toEqual(readSlowly(text));
    }),
    { numRuns: 2000 },
  );
});

test('the words of a text that is not plain Latin are those of its sentences', () => {
  fc.assert(
    fc.property(texts, (latin) => {
      const text = `${latin} 😀`;
      const { terms, starts, ends, compounds } = scanWords(text);
      const sentences = readSlowly(text);
      expect(terms.map((term, at) => [term, starts[at], ends[at]])).toEqual(
        sentences.flatMap(({ start: from, words }) =>
          words.map(({ term, start = 0, end = 0 }) => [term, from + start, from + end]),
        ),
      );
      expect(compounds).toEqual(sentences.flatMap((sentence) => sentence.compounds));
    }),
    { numRuns: 1000 },
  );
});

test('Intl.Segmenter, slow on long texts, is given a sentence at most', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const { terms } = scanWords(
    `${'Prices rise in the end. '.repeat(1000)}😀 ${'word '.repeat(1000)}`,
  );
  const given = segment.mock.calls.map(([text]) => text.length);
  segment.mockRestore();
  expect(terms).toHaveLength(6000);
  expect(Math.max(...given)).toBeLessThanOrEqual(480);
});
