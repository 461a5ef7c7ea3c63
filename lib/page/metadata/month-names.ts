/** Tried in turn when neither English nor the page's own language knows a month's name. */
const others = 'de fr es it pt nl pl ru sv tr da nb fi cs uk id hu ro el'.split(' ');

/** English is asked first on every page: not worth the browser's tables. */
const english =
  'january february march april may june july august september october november december';
const known = new Map<string, readonly string[]>([
  ['en', english.split(' ').map((name) => ` ${name}`)],
]);

/** Accents, and the vowel signs of Hebrew and Arabic. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;

/** In lower case and without accents, as names are compared. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase();
}

/** The twelve names in a language, standing alone and beside a day: `июль июля`. */
function namesIn(language: string): readonly string[] {
  const found = known.get(language);
  if (found) return found;
  let names: readonly string[] = [];
  try {
    const locale = `${language}-u-ca-gregory-nu-latn`;
    const options = { month: 'long', timeZone: 'UTC' } as const;
    const alone = new Intl.DateTimeFormat(locale, options);
    const beside = new Intl.DateTimeFormat(locale, { ...options, day: 'numeric' });
    names = Array.from({ length: 12 }, (_, month) => {
      const day = Date.UTC(2000, month, 1);
      const part = beside.formatToParts(day).find(({ type }) => type === 'month');
      return ` ${fold(alone.format(day))} ${fold(part?.value ?? '')}`;
    });
  } catch {
    // A tag that no language has names no months.
  }
  known.set(language, names);
  return names;
}

/**
 * The month that a word names, 1 to 12, in English, in the page's language or, when `anyLanguage`,
 * in one of many others; an abbreviation is a beginning of three letters or more. 0 for no month.
 */
export function monthNamed(word: string, language = 'en', anyLanguage = true): number {
  const start = ` ${fold(word).replace(/\.$/, '')}`;
  if (start.length < 4) return 0;
  const own = language.toLowerCase().startsWith('en') ? [] : [language];
  for (const each of ['en', ...own, ...(anyLanguage ? others : [])]) {
    const fitting = namesIn(each).flatMap((names, at) => (names.includes(start) ? at + 1 : []));
    if (fitting.length === 1) return fitting[0] ?? 0;
  }
  return 0;
}
