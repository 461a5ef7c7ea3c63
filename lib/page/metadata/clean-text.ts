import { wordsOf } from './letters';

// eslint-disable-next-line no-control-regex
const controls = /[\0-\x1f\x7f-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
};

/** Combining marks by what a reference calls a letter with one: `&eacute;`. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030a',
  cedil: '\u0327',
};

const references = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;

/** The longest value a field of the metadata may hold. */
const longest = 2_000;

/**
 * A value on one line: character references that were left in it read once, control and bidi
 * characters out, white space folded. Undefined for what is empty, too long or not a string.
 */
export function cleanText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > longest * 4) return undefined;
  const read = value.includes('&') ? value.replace(references, reference) : value;
  const text = read
    .replace(/[\t\n\r\f]/g, ' ')
    .replace(controls, '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' || text.length > longest ? undefined : text;
}

function reference(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name) {
    const key = Object.hasOwn(named, name) ? name : name.toLowerCase();
    if (Object.hasOwn(named, key)) return named[key] ?? whole;
    const accent = name.slice(1);
    return Object.hasOwn(accents, accent) ? `${name[0]}${accents[accent]}`.normalize('NFC') : whole;
  }
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code <= 0x10_ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}

/** Whether two values are the same letters and digits, in whatever case. */
export function sameAs(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const plain = wordsOf(a).join('');
  return plain !== '' && plain === wordsOf(b).join('');
}
