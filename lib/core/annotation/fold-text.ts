/**
 * Text reduced to its letters and digits, so that white space, punctuation, case, typography, soft
 * hyphens and ligatures cannot matter when a quote is looked for.
 */

/** What a code unit folds to: unknown yet, nothing, or more than one code unit. */
const unknown = 0;
const nothing = 1;
const several = 2;

const single = new Uint16Array(65_536);
const multiple = new Map<number, string>();

/** Letters, digits and the marks that tell words apart in scripts with vowel signs. */
const kept = /[\p{L}\p{N}\p{M}]/u;
/** Latin, Greek and Cyrillic accents: a page may write them composed or not, or leave them out. */
const accents = /[\u0300-\u036f]/g;

function foldCodePoint(character: string): string {
  const plain = character.normalize('NFKD').replace(accents, '');
  let folded = '';
  // Upper case first: it makes ß, ς and dotless i equal to the forms a page may use instead.
  for (const part of plain.toUpperCase().toLowerCase()) {
    if (kept.test(part)) folded += part.replace(accents, '');
  }
  return folded;
}

function learn(code: number): number {
  const folded = foldCodePoint(String.fromCharCode(code));
  if (folded.length === 1 && folded.charCodeAt(0) > several) return folded.charCodeAt(0);
  if (folded === '') return nothing;
  multiple.set(code, folded);
  return several;
}

/** The folded letters of a text and, for each of their code units, where it stands in the text. */
export interface FoldedText {
  readonly letters: string;
  /** Offset in the text of the character each letter comes from. */
  readonly offsets: Int32Array;
}

/**
 * The letters and digits of a text in order: NFKD without Latin accents, in one case. Deterministic
 * and linear; a character that folds to several (a ligature) gives them all the same offset.
 */
export function foldWithOffsets(text: string): FoldedText {
  let codes = new Uint16Array(text.length + 16);
  let offsets = new Int32Array(text.length + 16);
  let count = 0;
  const push = (folded: string, offset: number): void => {
    if (count + folded.length > codes.length) {
      const size = codes.length * 2 + folded.length;
      const moreCodes = new Uint16Array(size);
      moreCodes.set(codes);
      codes = moreCodes;
      const moreOffsets = new Int32Array(size);
      moreOffsets.set(offsets);
      offsets = moreOffsets;
    }
    for (let i = 0; i < folded.length; i += 1) {
      codes[count] = folded.charCodeAt(i);
      offsets[count] = offset;
      count += 1;
    }
  };
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        push(foldCodePoint(text.slice(i, i + 2)), i);
        i += 1;
        continue;
      }
    }
    let known = single[code] ?? nothing;
    if (known === unknown) {
      known = learn(code);
      single[code] = known;
    }
    if (known === nothing) continue;
    if (known === several) {
      push(multiple.get(code) ?? '', i);
    } else if (count < codes.length) {
      codes[count] = known;
      offsets[count] = i;
      count += 1;
    } else {
      push(String.fromCharCode(known), i);
    }
  }
  return { letters: stringOf(codes.subarray(0, count)), offsets: offsets.subarray(0, count) };
}

/** The letters and digits of a text, as {@link foldWithOffsets} gives them. */
export function foldText(text: string): string {
  return foldWithOffsets(text).letters;
}

function stringOf(codes: Uint16Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < codes.length; i += 8192) {
    pieces.push(String.fromCharCode(...codes.subarray(i, i + 8192)));
  }
  return pieces.join('');
}
