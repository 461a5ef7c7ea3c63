import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, parseTime } from './format-time';

test.each([
  [0, '00:00:00'],
  [59.9, '00:00:59'],
  [3_661, '01:01:01'],
  [360_000, '100:00:00'],
  [Number.NaN, '00:00:00'],
])('writes %d as %s', (seconds, text) => {
  expect(formatTime(seconds)).toBe(text);
});

test.each([
  ['1:02:03', 3_723],
  ['12:34', 754],
  ['75:00', 4_500],
  [' 00:00:07 ', 7],
  ['7', undefined],
  ['1:2', undefined],
  ['1:60:00', undefined],
  ['1:02:63', undefined],
  ['a:bc', undefined],
])('reads %s', (text, seconds) => {
  expect(parseTime(text)).toBe(seconds);
});

test('reads what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_599_999 }), (seconds) => {
      expect(parseTime(formatTime(seconds))).toBe(seconds);
    }),
  );
});
