const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'jan january januar janvier enero gennaio janeiro januari',
    'feb february februar février fevrier febrero febbraio fevereiro februari',
    'mar march märz marz mars marzo março maart',
    'apr april avril abril aprile',
    'may mai mayo maggio maio mei',
    'jun june juni juin junio giugno junho',
    'jul july juli juillet julio luglio julho',
    'aug august août aout agosto augustus',
    'sep sept september septembre septiembre settembre setembro',
    'oct october okt oktober octobre octubre ottobre outubro',
    'nov november novembre noviembre novembro',
    'dec december dez dezember décembre decembre diciembre dicembre dezembro',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

const name = '([\\p{L}]{3,12})\\.?';
const numeric = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?![\d-])/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}.*)?$/;
const dayFirst = new RegExp(
  `^(?:\\p{L}{2,12}\\.?,? )?(\\d{1,2})(?:st|nd|rd|th|er)?\\.?(?: de| of)? ${name},?(?: de)? (\\d{4})(?!\\d)`,
  'iu',
);
const monthFirst = new RegExp(
  `^(?:\\p{L}{2,12}\\.?,? )?${name} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`,
  'iu',
);
const monthOnly = new RegExp(`^${name},? (\\d{4})$`, 'iu');
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/;

/**
 * The calendar day a text states, `YYYY-MM-DD`, or `YYYY-MM` when it says no more. The day is taken
 * as written: no time zone moves it. Undefined for anything that can be read in two ways, such as
 * 03/04/2025, and for days that do not exist.
 */
export function parseCalendarDay(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 120);
  let match = numeric.exec(line) ?? compact.exec(line) ?? eastAsian.exec(line);
  if (match) return day(Number(match[1]), Number(match[2]), match[3]);
  match = dayFirst.exec(line);
  if (match) return day(Number(match[3]), monthOf(match[2]), match[1]);
  match = monthFirst.exec(line);
  if (match) return day(Number(match[3]), monthOf(match[1]), match[2]);
  match = monthOnly.exec(line);
  if (match) return day(Number(match[2]), monthOf(match[1]), undefined);
  return undefined;
}

function monthOf(word: string | undefined): number {
  const key = (word ?? '').toLowerCase();
  return Object.hasOwn(months, key) ? (months[key] ?? 0) : 0;
}

function day(year: number, month: number, date: string | undefined): string | undefined {
  if (year < 1500 || year > 2200 || month < 1 || month > 12) return undefined;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (date === undefined) return start;
  const number = Number(date);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return number >= 1 && number <= last ? `${start}-${String(number).padStart(2, '0')}` : undefined;
}
