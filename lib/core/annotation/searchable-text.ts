/**
 * A text as a browser's find sees it: one case, no accents, plain quotation marks, nothing invisible,
 * white space one space. A line break stays one, since no term of a text directive reaches across it.
 */
export interface SearchableText {
  readonly text: string;
  readonly characters: string;
  /** For each of the characters' code units, where what it comes from stands in the text. */
  readonly offsets: Int32Array;
}

const accents = /[\u0300-\u036f]/g;
const accent = /[\u0300-\u036f]/;
const invisible = /[\u00ad\u200b\u2060\ufeff]/;

const known = new Map<string, string>();

function fold(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const folded = invisible.test(character)
    ? ''
    : character
        .normalize('NFKD')
        .replace(accents, '')
        .replace(/[‘’‚‛′ʼ]/g, "'")
        .replace(/[“”„‟″]/g, '"')
        .toLowerCase();
  known.set(character, folded);
  return folded;
}

/** Makes the text searchable; linear in its length. */
export function searchable(text: string): SearchableText {
  const pieces: string[] = [];
  const offsets: number[] = [];
  let blankAt = -1;
  let isBreak = false;
  const push = (folded: string, at: number): void => {
    pieces.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) offsets.push(at);
  };
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    const size = code >= 0xd800 && code < 0xdc00 && at + 1 < text.length ? 2 : 1;
    const character = size === 1 ? (text[at] ?? '') : text.slice(at, at + 2);
    const folded = code > 0x20 && code < 0x7f ? character.toLowerCase() : fold(character);
    if (/^\s+$/.test(folded)) {
      if (blankAt < 0) blankAt = at;
      isBreak ||= code === 0x0a;
    } else if (folded !== '') {
      if (blankAt >= 0) push(isBreak ? '\n' : ' ', blankAt);
      blankAt = -1;
      isBreak = false;
      push(folded, at);
    }
    at += size;
  }
  return { text, characters: pieces.join(''), offsets: Int32Array.from(offsets) };
}

/** Where in the text the character before a place of the searchable characters ends. */
export function endInText({ text, offsets }: SearchableText, place: number): number {
  const last = offsets[place - 1] ?? 0;
  let end = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
  while (accent.test(text[end] ?? '')) end += 1;
  return end;
}
