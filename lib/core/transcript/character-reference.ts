/** Character references as HTML reads them in text: https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state */
import { closedName, longestName, openName } from './reference-names';

const numeric = /^#(?:[xX]([0-9a-fA-F]+)|(\d+));?/;
const named = /^[A-Za-z][A-Za-z0-9]*/;
const replacement = '\ufffd';

/** What Windows-1252 has where Unicode has controls: 0x80 to 0x9f. */
const windows =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** Text with its references read; an ampersand that begins none stays. Linear. */
export function readReferences(text: string): string {
  let at = text.indexOf('&');
  if (at === -1) return text;
  let from = 0;
  let read = '';
  for (; at !== -1; at = text.indexOf('&', at + 1)) {
    const reference = referenceAt(text, at + 1);
    if (!reference) continue;
    read += text.slice(from, at) + reference.characters;
    from = reference.end;
    at = from - 1;
  }
  return read + text.slice(from);
}

interface Reference {
  readonly characters: string;
  /** Where the text goes on. */
  readonly end: number;
}

function referenceAt(text: string, from: number): Reference | undefined {
  if (text.charAt(from) === '#') {
    const match = numeric.exec(text.slice(from, from + longestNumber(text, from)));
    if (match === null) return undefined;
    const code = match[1] === undefined ? Number(match[2]) : Number.parseInt(match[1], 16);
    return { characters: characterOf(code), end: from + match[0].length };
  }
  const [name = ''] = named.exec(text.slice(from, from + longestName)) ?? [];
  const whole = text.charAt(from + name.length) === ';' ? closedName(name) : undefined;
  if (whole !== undefined) {
    return { characters: String.fromCodePoint(whole), end: from + name.length + 1 };
  }
  for (let length = name.length; length > 1; length -= 1) {
    const code = openName(name.slice(0, length));
    if (code === undefined) continue;
    const end = from + length + (text.charAt(from + length) === ';' ? 1 : 0);
    return { characters: String.fromCodePoint(code), end };
  }
  return undefined;
}

/** How far the number of a reference may reach: to its semicolon or the end of its digits. */
function longestNumber(text: string, from: number): number {
  let end = from + 2;
  while (/[0-9a-fA-F]/.test(text.charAt(end))) end += 1;
  return end + 1 - from;
}

function characterOf(code: number): string {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return replacement;
  if (code >= 0x80 && code <= 0x9f) return windows.charAt(code - 0x80);
  return String.fromCodePoint(code);
}
