import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLetters } from './align-letters';

const held = { start: false, end: false };
const free = { start: true, end: true };

/** The letters of the text that the pattern's stand for; a point where one has none. */
function shown(pattern: string, text: string, ends = held): string {
  return Array.from(alignLetters(pattern, text, ends), (at) => text[at] ?? '.').join('');
}

test.each([
  ['the same', 'abcdef', 'abcdef', 'abcdef'],
  ['one replaced', 'abcdef', 'abxdef', 'abxdef'],
  ['one left out', 'abcdef', 'abdef', 'ab.def'],
  ['a stretch put in stays in one piece', 'abcdef', 'abczzzzzzzzzzdef', 'abcdef'],
  ['nothing to align with', 'abc', '', '...'],
])('%s', (_name, pattern, text, expected) => {
  expect(shown(pattern, text)).toBe(expected);
});

test('with free ends the pattern may lie anywhere in the text', () => {
  expect(Array.from(alignLetters('needle', 'haystackneedlehay', free))).toEqual([
    8, 9, 10, 11, 12, 13,
  ]);
});

test('letters keep their order, and equal strings are aligned letter by letter', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 24 });
  fc.assert(
    fc.property(letters, letters, fc.boolean(), (pattern, text, ends) => {
      const places = Array.from(alignLetters(pattern, text, ends ? free : held));
      const aligned = places.filter((at) => at !== -1);
      expect(aligned.every((at, i) => i === 0 || at > (aligned[i - 1] ?? 0))).toBe(true);
      expect(Array.from(alignLetters(pattern, pattern, held))).toEqual(
        Array.from({ length: pattern.length }, (_, i) => i),
      );
    }),
  );
});
