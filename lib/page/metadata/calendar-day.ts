import { letter } from './letters';
import { monthNamed } from './month-names';

const name = `(${letter}{3,15})\\.?`;
const weekday = `(?:${letter}{2,14}\\.?,? )?`;
const yearFirst = /^(\d{4}) ?[-/.] ?(\d{1,2})(?: ?[-/.] ?(\d{1,2}))?(?![\d-])/;
/** With a clock behind it or none; thirteen digits are milliseconds since 1970. */
const compact = /^(?!\d{13}$)(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/;
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;
const dayFirst = new RegExp(
  `^${weekday}(\\d{1,2})(?:st|nd|rd|th|er|º)?\\.?(?: de| of)?[ -]${name},?(?: de| del)?[ -](\\d{4})(?!\\d)`,
  'i',
);
const monthFirst = new RegExp(
  `^${weekday}${name} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`,
  'i',
);
/** As many systems write an instant: `Fri Mar 13 21:30:09 EST 2015`. */
const withClock = new RegExp(`^${weekday}${name} (\\d{1,2}) [\\d:]{4,8} (?:\\S+ )?(\\d{4})$`, 'i');
const monthOnly = new RegExp(`^${name},? (\\d{4})$`, 'i');
const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/;

/** Where in a line a day may begin. */
const anywhere = new RegExp(
  [
    String.raw`\d{4} ?[-/.年년] ?\d{1,2} ?[-/.月월] ?\d{1,2}`,
    String.raw`\d{1,2}([./-])\d{1,2}\1\d{4}`,
    String.raw`\d{1,2}${letter}{0,2}\.?(?: de| of)?[ -]${letter}{3,15}\.?,?(?: de| del)?[ -]\d{4}`,
    String.raw`${letter}{3,15}\.? \d{1,2}${letter}{0,2},? \d{4}`,
  ].join('|'),
  'g',
);

/**
 * The calendar day a text states, `YYYY-MM-DD`, or `YYYY-MM` when it says no more. The day is taken
 * as written: no time zone moves it. The page's language, a BCP 47 tag, tells 03/04/2025 apart;
 * undefined for what can still be read in two ways, for days that do not exist, and for the instant
 * from which computers count, which is what they write for no day.
 */
export function parseCalendarDay(text: string, language?: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 120);
  if (/^1970-01-01[T ]00:00/.test(line) || (line.includes(':') && Date.parse(line) === 0)) {
    return undefined;
  }
  let match = yearFirst.exec(line) ?? compact.exec(line) ?? eastAsian.exec(line);
  if (match) return day(match[1], Number(match[2]), match[3]);
  match = numeric.exec(line);
  if (match) return inSomeOrder(match, language);
  match = dayFirst.exec(line);
  if (match) return day(match[3], monthNamed(match[2] ?? '', language), match[1]);
  match = monthFirst.exec(line) ?? withClock.exec(line);
  if (match) return day(match[3], monthNamed(match[1] ?? '', language), match[2]);
  match = monthOnly.exec(line);
  return match ? day(match[2], monthNamed(match[1] ?? '', language, false)) : undefined;
}

/** The first whole day that stands anywhere in a line. */
export function findCalendarDay(text: string, language?: string): string | undefined {
  for (const [candidate] of text.replace(/\s+/g, ' ').matchAll(anywhere)) {
    const found = parseCalendarDay(candidate, language);
    if (found) return found;
  }
  return undefined;
}

function inSomeOrder(
  [, first = '', mark, second = '', year]: RegExpExecArray,
  language = '',
): string | undefined {
  const [a, b] = [Number(first), Number(second)];
  const isDayFirst =
    a > 12 || a === b || mark === '.' || /^(?!en|$)|^en-(?:gb|au|nz|ie|in|za)/i.test(language);
  if (isDayFirst && b <= 12) return day(year, b, first);
  return b > 12 || /^en-us/i.test(language) ? day(year, a, second) : undefined;
}

function day(yearText: string | undefined, month: number, date?: string): string | undefined {
  const year = Number(yearText);
  if (year < 1500 || year > 2200 || month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (date === undefined) return start;
  const number = Number(date);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return number >= 1 && number <= last ? `${start}-${String(number).padStart(2, '0')}` : undefined;
}
