/**
 * The one-line values of a card's front matter: the subset of YAML that the codex writes, read
 * leniently and written so that YAML 1.2, YAML 1.1 and a plain line reader agree on it.
 */

export type ScalarStyle = 'plain' | 'single' | 'double';

/** Where in what follows the key the value stands; a trailing comment lies outside. */
export interface ValueSpan {
  readonly start: number;
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The index after the closing quote of the quoted text that starts at `from`, or -1. */
function afterQuoted(text: string, from: number): number {
  const quote = text[from];
  for (let i = from + 1; i < text.length; i += 1) {
    if (text[i] === '\\' && quote === '"') i += 1;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i += 1;
      else return i + 1;
    }
  }
  return -1;
}

/** The index after the bracket that closes the one at `from`, or -1. */
function afterBracket(text: string, from: number): number {
  const closer = closers[text[from] ?? ''];
  for (let i = from + 1; i < text.length; i += 1) {
    const char = text[i];
    if (char === closer) return i + 1;
    if ((char === '"' || char === "'") && /[[{,:\s]/.test(text[i - 1] ?? '')) {
      const after = afterQuoted(text, i);
      if (after > 0) i = after - 1;
    }
  }
  return -1;
}

/** White space, or nothing, or a comment: what may follow a quoted or bracketed value. */
const restIsComment = /^\s*$|^\s+#/;

/** A tag or an anchor before a value: YAML's own, not part of what the value says. */
const nodeProperty = /^(?:&[\w-]+|!{1,2}[\w:./-]+)[ \t]+(?=[^\s#])/;

/** Whether the value says that the lines below it are the text. */
export function isBlockScalar(value: string): boolean {
  return /^[|>][-+\d]*$/.test(value);
}

/** The text up to a comment; a `#` inside quotes begins none. */
export function withoutComment(text: string): string {
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i];
    const opens = i === 0 || /[[{,:\s]/.test(text[i - 1] ?? '');
    if ((char === '"' || char === "'") && opens) {
      const after = afterQuoted(text, i);
      if (after > 0) i = after - 1;
    } else if (char === '#' && (i === 0 || /\s/.test(text[i - 1] ?? ''))) {
      if (/^#(\s|$)/.test(text.slice(i, i + 2))) return text.slice(0, i).trimEnd();
    }
  }
  return text;
}

/**
 * The value in what follows `key:`. A `#` begins a comment only between white space, so that an
 * unquoted `employee #4` stays whole. A quote or bracket that does not close is plain text. A tag or
 * an anchor stands before the value. `strict` is YAML's own rule for a comment, for values in which a `#`
 * means nothing: tiers, scores, dates, ids.
 */
export function valueSpan(raw: string, strict = false): ValueSpan {
  let start = raw.length - raw.trimStart().length;
  for (
    let property = nodeProperty.exec(raw.slice(start));
    property !== null;
    property = nodeProperty.exec(raw.slice(start))
  ) {
    start += property[0].length;
  }
  const first = raw[start] ?? '';
  const closed =
    first === '"' || first === "'"
      ? afterQuoted(raw, start)
      : first in closers
        ? afterBracket(raw, start)
        : -1;
  if (closed > 0 && restIsComment.test(raw.slice(closed))) return { start, end: closed };
  if ((strict ? /^#/ : /^#(\s|$)/).test(raw.slice(start))) return { start, end: start };
  const comment = raw.slice(start).search(strict ? /\s#/ : /\s#(\s|$)/);
  const end = comment < 0 ? raw.length : start + comment;
  return { start, end: start + raw.slice(start, end).trimEnd().length };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** The text between double quotes; an escape that YAML does not know stays as it is written. */
function unescape(text: string): string {
  return text.replace(
    /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g,
    (whole, x?: string, u?: string, long?: string, char?: string) => {
      const digits = x ?? u ?? long;
      if (digits === undefined) return escapes[char ?? ''] ?? whole;
      const code = Number.parseInt(digits, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    },
  );
}

export function scalarStyle(value: string): ScalarStyle {
  const first = value[0];
  if ((first === '"' || first === "'") && afterQuoted(value, 0) === value.length) {
    return first === '"' ? 'double' : 'single';
  }
  return 'plain';
}

/** The text a value stands for; `null`, `~` and nothing are the empty text. */
export function readScalar(value: string): string {
  const style = scalarStyle(value);
  if (style === 'double') return unescape(value.slice(1, -1));
  if (style === 'single') return value.slice(1, -1).replaceAll("''", "'");
  return /^(null|Null|NULL|~)$/.test(value) ? '' : value;
}

/** Line ends become one space: the card's format has no value longer than a line. */
export function foldLines(value: string): string {
  return value.replace(/[\r\n]+/g, ' ');
}

// YAML 1.2, 5.1: outside c-printable; 1.1 also breaks lines at NEL, LS and PS.
const unprintable =
  // eslint-disable-next-line no-control-regex
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What YAML 1.1 or 1.2 would take for a null, a boolean, a merge key or a number that is no digit. */
const reserved = /^(null|~|true|false|yes|no|on|off|y|n|<<|=|[-+]?\.inf|\.nan|-{3}.*|\.{3}.*)$/i;

/** Numbers of every base, sexagesimals, dates and times; wider than needed, which only adds quotes. */
const numeric = /^[-+.\d][\d\sa-f_.,:xotz+-]*$/i;

/** Whether all readers take the value for the same text without quotes. */
function isPlain(value: string): boolean {
  return (
    value !== '' &&
    value.trim() === value &&
    value.search(unprintable) < 0 &&
    !/[\t\r\n]/.test(value) &&
    !/^[-?:,[\]{}#&*!|>'"%@`]/.test(value) &&
    !/:(\s|$)|\s#/.test(value) &&
    !reserved.test(value) &&
    !numeric.test(value)
  );
}

/** Whether a list item can stand unquoted between brackets, also for a reader that splits at commas. */
export function isPlainItem(value: string): boolean {
  return isPlain(value) && !/[,[\]{}"'`:]/.test(value);
}

function hex(code: number): string {
  return code < 0x100
    ? `\\x${code.toString(16).padStart(2, '0')}`
    : `\\u${code.toString(16).padStart(4, '0')}`;
}

/**
 * One line that stands for the text, line breaks folded to a space. Quoted only where some reader
 * needs it, or in the style asked for; escapes only where the text cannot stand as it is.
 */
export function writeScalar(text: string, style: ScalarStyle = 'plain'): string {
  const value = foldLines(text);
  if (value === '') return style === 'double' ? '""' : style === 'single' ? "''" : '';
  if (value.search(unprintable) >= 0 || style === 'double') return doubleQuoted(value);
  if (style === 'plain' && isPlain(value)) return value;
  if (value.includes("'") && !/["\\]/.test(value) && style === 'plain') return `"${value}"`;
  return `'${value.replaceAll("'", "''")}'`;
}

function doubleQuoted(value: string): string {
  const escaped = value
    .replace(/["\\]/g, '\\$&')
    .replaceAll('\t', String.raw`\t`)
    .replace(unprintable, (char) => hex(char.charCodeAt(0)));
  return `"${escaped}"`;
}

/** A day or month as it is; anything else as text. Dates of the codex stand without quotes. */
export function writeDate(text: string, style: ScalarStyle = 'plain'): string {
  return style === 'plain' && /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text : writeScalar(text, style);
}

/** The items between the brackets of a flow list; a comma inside quotes does not part them. */
export function readFlowItems(value: string): string[] {
  const inner = value.slice(1, -1);
  const items: string[] = [];
  let from = 0;
  for (let i = 0; i <= inner.length; i += 1) {
    const char = inner[i];
    if (char === undefined || char === ',') {
      items.push(inner.slice(from, i).trim());
      from = i + 1;
    } else if ((char === '"' || char === "'") && inner.slice(from, i).trim() === '') {
      const after = afterQuoted(inner, i);
      if (after > 0 && /^\s*(,|$)/.test(inner.slice(after))) i = after - 1;
    }
  }
  return items.filter((item) => item !== '').map(readScalar);
}
