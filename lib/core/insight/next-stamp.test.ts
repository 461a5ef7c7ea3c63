import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextStamp } from './next-stamp';

it.each([
  ['2026-05-01T10:00:00.000Z', '2026-05-01T10:00:01.000Z', '2026-05-01T10:00:01.000Z'],
  ['2026-05-01T10:00:00.000Z', '2026-05-01T10:00:00.000Z', '2026-05-01T10:00:00.001Z'],
  ['2026-05-01T10:00:00.000Z', '2026-04-30T10:00:00.000Z', '2026-05-01T10:00:00.001Z'],
  ['2026-05-01T10:00:00Z', '2026-05-01T10:00:00Z', '2026-05-01T10:00:00.001Z'],
])('after %s a change at %s is stamped %s', (last, at, stamp) => {
  expect(nextStamp(last, at)).toBe(stamp);
});

it('always moves forward', () => {
  const instant = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(fc.property(instant, instant, (last, at) => nextStamp(last, at) > last));
});
