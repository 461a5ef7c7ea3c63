import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fragmentSelectorSchema } from './selector';
import { readTimeFragment, writeTimeFragment } from './time-fragment';

const read = (value: string) => readTimeFragment({ ...writeTimeFragment(0), value });
const milliseconds = fc.integer({ min: 0, max: 400_000_000 }).map((ms) => ms / 1000);

test('reads what it writes', () => {
  fc.assert(
    fc.property(milliseconds, fc.option(milliseconds, { nil: undefined }), (start, end) => {
      const selector = fragmentSelectorSchema.parse(writeTimeFragment(start, end));
      const stretch = end !== undefined && end > start;
      expect(readTimeFragment(selector)).toEqual(stretch ? { start, end } : { start });
    }),
  );
});

test.each([
  [0.000_000_1, undefined, 't=0'],
  [90, undefined, 't=90'],
  [10.5, 40, 't=10.5,40'],
  [40, 40, 't=40'],
])('writes %d to %s as %s', (start, end, value) => {
  expect(writeTimeFragment(start, end).value).toBe(value);
});

test.each([
  ['t=npt:10,20', { start: 10, end: 20 }],
  ['t=,20', { start: 0, end: 20 }],
  ['#t=1:02:03.5', { start: 3_723.5 }],
  ['t=02:03', { start: 123 }],
  ['t=90s', { start: 90 }],
  ['xywh=0,0,1,1&t=5', { start: 5 }],
  ['t=20,10', undefined],
  ['t=', undefined],
  ['t=1,2,3', undefined],
  ['t=smpte:0:00:01', undefined],
  ['track=1', undefined],
])('reads %s', (value, time) => {
  expect(read(value)).toEqual(time);
});
