import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { termText } from './known-words';
import { scanText } from './scan-text';
import { sentenceRanges } from './sentences';
import { scanWords, segmentWords } from './words';

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

/** Texts of any script, with emoji and with a word of so many letters. */
const textsWith = (letters: number) =>
  fc
    .array(
      fc.oneof(
        fc.string({
          unit: fc.oneof(
            { weight: 8, arbitrary: fc.constantFrom(...Array.from("aB9 .-'’!?\n")) },
            fc.constantFrom('价', '。', '😀', 'é', '…', '”', '\u00ad', '\u200d', 'ก', '-'),
            fc.constantFrom('🚀', '➡️', '👩🏽‍💻', '🇬🇧', '🅰️', '\ufe0f', '𝗛', '𝟭', 'ж', 'Ω', 'ế', '️⃣'),
          ),
          maxLength: 80,
        }),
        fc.constant('w'.repeat(letters)),
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join(''))
    // A longer stretch that is not all Latin may be cut within a word, so that none takes long.
    .filter(
      (text) => !text.match(/[^ .!?…。\n]{120,}/g)?.some((stretch) => /[^aB9w'’-]/.test(stretch)),
    )
    // Intl.Segmenter takes a letter that is joined to a picture for no word.
    .filter((text) => !/[\p{L}\p{N}\p{M}]\u200d\p{Extended_Pictographic}/u.test(text));

test('any text is read as if sentence by sentence', () => {
  fc.assert(
    fc.property(textsWith(600), (text) => {
      expect(read(text)).toEqual(readSlowly(text));
    }),
    { numRuns: 2000 },
  );
});

test('the words of a text are those that Intl.Segmenter finds in it', () => {
  fc.assert(
    fc.property(textsWith(100), (text) => {
      expect(scanWords(text)).toEqual(segmentWords(text));
    }),
    { numRuns: 1000 },
  );
});

test('Intl.Segmenter is given nothing of emoji, and of the rest what stands between spaces', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  scanWords('One two 👩🏽‍💻🚀three ➡️ four‑five 🇬🇧. Six 价格上涨 很重要 e-mail, 𝗛ow. 🕵️‍♂️ Seven');
  const given = segment.mock.calls.map(([text]) => text);
  segment.mockRestore();
  expect(given.map((text) => text.trim())).toEqual(['价格上涨 很重要', '𝗛ow']);
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
