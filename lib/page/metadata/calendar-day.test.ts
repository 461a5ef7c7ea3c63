import { expect, test } from 'vitest';
import { parseCalendarDay } from './calendar-day';

test.each<readonly [string, string | undefined]>([
  ['2026-03-05', '2026-03-05'],
  ['2026-3-5', '2026-03-05'],
  ['2026/03/05', '2026-03-05'],
  ['2026.03.05', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026-03-05T23:59:59.999-11:00', '2026-03-05'],
  ['2026-03-05 00:10:00 +1400', '2026-03-05'],
  ['2026-03', '2026-03'],
  ['Thu, 05 Mar 2026 23:10:00 GMT', '2026-03-05'],
  ['Thursday, March 5, 2026', '2026-03-05'],
  ['March 5th, 2026', '2026-03-05'],
  ['Mar. 5, 2026, 10:15 p.m.', '2026-03-05'],
  ['5 mars 2026', '2026-03-05'],
  ['5. März 2026', '2026-03-05'],
  ['5 de marzo de 2026', '2026-03-05'],
  ['1er août 2026', '2026-08-01'],
  ['2026年3月5日', '2026-03-05'],
  ['March 2026', '2026-03'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['2026-13-01', undefined],
  ['03/05/2026', undefined],
  ['5 minutes ago', undefined],
  ['Yesterday', undefined],
  ['2026', undefined],
  ['1772668800', undefined],
  ['constructor 5, 2026', undefined],
  ['', undefined],
])('%s', (text, day) => {
  expect(parseCalendarDay(text)).toBe(day);
});
