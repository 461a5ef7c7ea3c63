import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedWords } from './changed-words';
import { visibleLine } from './visible-text';

const shown = (quote: string, found: string): string =>
  changedWords(quote, found)
    .map(({ kind, text }) => (kind === 'same' ? text : `[${kind === 'old' ? '-' : '+'}${text}]`))
    .join('');

test.each([
  ['nothing changed', 'One page, one owner.', 'One page, one owner.', 'One page, one owner.'],
  [
    'a word replaced',
    'spent a quarter here',
    'spent a month here',
    'spent a [-quarter ][+month ]here',
  ],
  ['a word put in', 'one owner', 'one named owner', 'one [+named ]owner'],
  ['a word left out', 'one named owner', 'one owner', 'one [-named ]owner'],
  ['trifles', '“One” page', '"one"\u00a0\n PAGE', '"one" PAGE'],
  ['a mark that stands alone', 'one — two', 'one / two', 'one [-— ][+/ ]two'],
  ['Japanese', '毎週見直す', '毎月見直す', '毎[-週][+月]見直す'],
  ['right to left', 'ההחלטה קודמת לתאריך', 'ההחלטה קודמת למועד', 'ההחלטה קודמת [-לתאריך][+למועד]'],
  ['all of it', 'one', 'two', '[-one][+two]'],
  ['nothing found', 'one two', '', '[-one two]'],
])('%s', (_name, quote, found, expected) => {
  expect(shown(quote, found)).toBe(expected);
});

describe('nothing is lost', () => {
  const words = fc
    .array(fc.constantFrom('one', 'two', 'Three,', '—', '計', '画', 'é', '“q”'), { maxLength: 30 })
    .map((list) => list.join(' '));
  const joined = (kinds: readonly string[], quote: string, found: string): string =>
    changedWords(quote, found)
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ text }) => text)
      .join('');

  test('the found words and the quote can be read off', () => {
    fc.assert(
      fc.property(words, words, (quote, found) => {
        const loose = (text: string) => text.replace(/\s+/g, '');
        expect(joined(['same', 'new'], quote, found)).toBe(visibleLine(found));
        expect(loose(joined(['same', 'old'], quote, found))).toBe(loose(quote));
      }),
    );
  });

  test('ten thousand words on each side take no time', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `w${i}`).join(' ');
    expect(changedWords(long, long.toUpperCase())).toHaveLength(1);
    expect(changedWords(long, 'other '.repeat(10_000)).map(({ kind }) => kind)).toEqual([
      'old',
      'new',
    ]);
  });
});
