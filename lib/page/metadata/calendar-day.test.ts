import { expect, test } from 'vitest';
import { findCalendarDay, parseCalendarDay } from './calendar-day';

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
  ['Fri Mar 13 21:30:09 EST 2015', '2015-03-13'],
  ['18.03.2020 13:15 Uhr', '2020-03-18'],
  ['25/12/2020', '2020-12-25'],
  ['12/25/2020', '2020-12-25'],
  ['5 июля 2026 г.', '2026-07-05'],
  ['5 Ağustos 2026', '2026-08-05'],
  ['2026. 3. 5.', '2026-03-05'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', undefined],
  ['1970-01-01T00:00:00+00:00', undefined],
  ['1970-01-01T01:00:00+01:00', undefined],
  ['1969-12-31T19:00:00-05:00', undefined],
  ['Thu, 01 Jan 1970 01:00:00 +0100', undefined],
  ['1970-01-01', '1970-01-01'],
  ['2026-13-01', undefined],
  ['03/05/2026', undefined],
  ['5 minutes ago', undefined],
  ['Yesterday', undefined],
  ['2026', undefined],
  ['1772668800', undefined],
  ['1612011600000', undefined],
  ['20260305103000', '2026-03-05'],
  ['20260305T1030Z', '2026-03-05'],
  ['constructor 5, 2026', undefined],
  ['', undefined],
])('%s', (text, day) => {
  expect(parseCalendarDay(text)).toBe(day);
});

test.each<readonly [string, string, string | undefined]>([
  ['03/04/2026', 'de', '2026-04-03'],
  ['03/04/2026', 'en-US', '2026-03-04'],
  ['03/04/2026', 'en-GB', '2026-04-03'],
  ['03/04/2026', 'en', undefined],
  ['13 يناير 2026', 'ar', '2026-01-13'],
])('%s in %s', (text, language, day) => {
  expect(parseCalendarDay(text, language)).toBe(day);
});

test('the first day in a line', () => {
  expect(findCalendarDay('Posted on Tuesday 15 October 2019 at 09:11 by Ida Voss')).toBe(
    '2019-10-15',
  );
  expect(findCalendarDay('Ida Voss | November 5th, 2020 | 01:19:54')).toBe('2020-11-05');
  expect(findCalendarDay('Founded in 1852, 12 people, 4000 loaves')).toBeUndefined();
});
