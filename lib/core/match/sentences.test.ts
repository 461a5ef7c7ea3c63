import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceRanges } from './sentences';

const sentencesOf = (text: string) =>
  sentenceRanges(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['One. Two! “Three?” Four', ['One.', 'Two!', '“Three?”', 'Four']],
  [
    'Dr. Quill met Mr. Loom, e.g. Tuesday. Then left.',
    ['Dr. Quill met Mr. Loom, e.g. Tuesday.', 'Then left.'],
  ],
  ['version 3.5 is out', ['version 3.5 is out']],
  ['line one\n  line two', ['line one', 'line two']],
  ['価格を上げる。次に進む。', ['価格を上げる。', '次に進む。']],
  ['कीमत बढ़ाओ। आगे बढ़ो।', ['कीमत बढ़ाओ।', 'आगे बढ़ो।']],
  ['قیمت بڑھاؤ۔ کیوں؟ آگے', ['قیمت بڑھاؤ۔', 'کیوں؟', 'آگے']],
  ['سأل «لماذا؟» ثم مضى', ['سأل «لماذا؟»', 'ثم مضى']],
  ['(वह गया।) फिर आया।', ['(वह गया।)', 'फिर आया।']],
  [' \n ', []],
])('%j', (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});

test('sentences are in order, apart, trimmed and leave out only white space', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('ab. \n!A“”。😀')), maxLength: 1500 }),
      (text) => {
        let before = 0;
        for (const { start, end } of sentenceRanges(text)) {
          expect(text.slice(before, start).trim()).toBe('');
          expect(text.slice(start, end).isWellFormed()).toBe(true);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(text.slice(before).trim()).toBe('');
      },
    ),
  );
});

test('a transcript without a full stop is cut', () => {
  const parts = sentencesOf('and then we went on '.repeat(200));
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(480);
});
