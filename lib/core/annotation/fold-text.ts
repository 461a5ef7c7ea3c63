/**
 * Text reduced to its letters and digits, so that white space, punctuation, case, typography, soft
 * hyphens and ligatures cannot matter when a quote is looked for.
 */

import { finish } from './finish';

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

/** Code units of text between two steps. */
const stride = 32_768;

/**
 * The letters and digits of a text in order: NFKD without Latin accents, in one case. Deterministic
 * and linear, in steps of some 33,000 code units; a character that folds to several (a ligature)
 * gives them all the same offset.
 */
export function* foldSteps(text: string): Generator<void, FoldedText> {
  const folded = new FoldedLetters(text.length + 16);
  const pieces: string[] = [];
  for (let from = 0; from < text.length;) {
    const start = folded.count;
    from = folded.add(text, from, Math.min(text.length, from + stride));
    pieces.push(folded.letters(start));
    if (from < text.length) yield;
  }
  return { letters: pieces.join(''), offsets: folded.offsets.subarray(0, folded.count) };
}

/** Letters and their offsets while they are gathered. */
class FoldedLetters {
  private codes: Uint16Array;
  offsets: Int32Array;
  count = 0;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
    this.offsets = new Int32Array(size);
  }

  /** Adds the letters of a stretch of text and gives its end, which may lie one unit further. */
  add(text: string, from: number, to: number): number {
    let i = from;
    for (; i < to; i += 1) {
      const code = text.charCodeAt(i);
      if (code >= 0xd800 && code < 0xdc00 && i + 1 < text.length) {
        const next = text.charCodeAt(i + 1);
        if (next >= 0xdc00 && next < 0xe000) {
          this.push(foldCodePoint(text.slice(i, i + 2)), i);
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
        this.push(multiple.get(code) ?? '', i);
      } else if (this.count < this.codes.length) {
        this.codes[this.count] = known;
        this.offsets[this.count] = i;
        this.count += 1;
      } else {
        this.push(String.fromCharCode(known), i);
      }
    }
    return i;
  }

  letters(from: number): string {
    return stringOf(this.codes.subarray(from, this.count));
  }

  private push(folded: string, offset: number): void {
    if (this.count + folded.length > this.codes.length) {
      const size = this.codes.length * 2 + folded.length;
      const moreCodes = new Uint16Array(size);
      moreCodes.set(this.codes);
      this.codes = moreCodes;
      const moreOffsets = new Int32Array(size);
      moreOffsets.set(this.offsets);
      this.offsets = moreOffsets;
    }
    for (let i = 0; i < folded.length; i += 1) {
      this.codes[this.count] = folded.charCodeAt(i);
      this.offsets[this.count] = offset;
      this.count += 1;
    }
  }
}

/** The letters and digits of a text, as {@link foldSteps} gives them. */
export function foldText(text: string): string {
  return finish(foldSteps(text)).letters;
}

function stringOf(codes: Uint16Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < codes.length; i += 8192) {
    // Spreading would walk the array by its iterator, which takes ten times as long.
    pieces.push(Reflect.apply(String.fromCharCode, null, codes.subarray(i, i + 8192)));
  }
  return pieces.join('');
}
