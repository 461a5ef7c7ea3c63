import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['> "Raise it."\n>\n> — Ada Quill', '"Raise it."\n\n— Ada Quill'],
  ['Holds when:\n- one\n* two\n1. three', 'Holds when:\none\ntwo\nthree'],
  ['**Bold**, *slanted*, _too_ and `code`', 'Bold, slanted, too and code'],
  ['a [link](https://x.example/a) here', 'a link here'],
  ['## Heading\ntext', 'Heading\ntext'],
  ['2 * 3 * 4 and snake_case_name', '2 * 3 * 4 and snake_case_name'],
  ['1\\. not a list', '1. not a list'],
  ['> a\n\n* * *\n\nb', 'a\n\n\n\nb'],
  ['Plain words stay.', 'Plain words stay.'],
])('%j reads %j', (markdown, expected) => {
  expect(plainText(markdown)).toBe(expected);
});

test('never throws and never grows', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('*_`[]()>#-~ \\\nab1.')), maxLength: 300 }),
      (text) => {
        expect(plainText(text).length).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test('marks without end take no long', () => {
  for (const mark of ['[', '**a', '_', '`', '> ', '__a ~~b ']) {
    const since = performance.now();
    plainText(mark.repeat(20_000));
    expect(performance.now() - since).toBeLessThan(20_000);
  }
});
