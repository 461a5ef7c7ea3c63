/**
 * Words and their terms. Word boundaries are those of Unicode (UAX 29): by a hand scanner where the
 * text is plain Latin, which is most of it and several times faster, and by Intl.Segmenter elsewhere,
 * so that Chinese, Japanese and Thai are cut into words too. Both agree on Latin text (words.test.ts).
 */
import {
  firstStart,
  mixFirst,
  mixSecond,
  secondStart,
  small,
  termAt,
  termByHash,
  termText,
} from './known-words';
import { newNumbers, roomFor } from './typed-arrays';
import { unitsOf } from './units';

/** The words of a text in order; `terms[i]` is '' for a stop word. Offsets are UTF-16 code units. */
export interface Words {
  readonly terms: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The terms of words joined by a hyphen, written as one: "front-end" is also "frontend". */
  readonly compounds: readonly string[];
}

const other = 0;
const letter = 1;
const digit = 2;
const apostrophe = 3;
const unknown = 4;

const lastKnown = 0x2bff;

/**
 * By code unit: Latin letters and digits up to U+024F, and the symbols and punctuation from U+2010 on;
 * `unknown` sends the whole text to Intl.Segmenter.
 */
const kinds: Uint8Array = Uint8Array.from({ length: lastKnown + 1 }, (_, code) => {
  const char = String.fromCharCode(code);
  if (/['\u2019]/.test(char)) return apostrophe;
  const isLatin = code < 0x250;
  if (/\p{Cf}/u.test(char) || (!isLatin && code < 0x2010)) return unknown;
  if (!/[\p{L}\p{N}\p{M}]/u.test(char)) return other;
  if (!isLatin) return unknown;
  return /\p{L}/u.test(char) ? letter : /\p{Nd}/u.test(char) ? digit : other;
});

function kindOf(code: number): number {
  return code <= lastKnown ? (kinds[code] ?? unknown) : unknown;
}

/**
 * A scan of one text: by word the number of its term (0 for a stop word) and where it stands. The
 * arrays are used again by the next scan.
 */
export interface Scan {
  count: number;
  terms: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** Numbers of the terms of words joined by a hyphen, written as one. */
  readonly compounds: number[];
}

const scan: Scan = {
  count: 0,
  terms: newNumbers(1024),
  starts: newNumbers(1024),
  ends: newNumbers(1024),
  compounds: [],
};

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function push(text: string, start: number, end: number, term: number): void {
  const at = scan.count;
  if (at === scan.terms.length) {
    scan.terms = roomFor(scan.terms, at + 1, newNumbers);
    scan.starts = roomFor(scan.starts, at + 1, newNumbers);
    scan.ends = roomFor(scan.ends, at + 1, newNumbers);
  }
  const before = at > 0 ? (scan.ends[at - 1] ?? -1) : -1;
  if (before === start - 1 && isHyphen(text.charCodeAt(before))) {
    const joined = text.slice(scan.starts[at - 1], before) + text.slice(start, end);
    const compound = termAt(joined, 0, joined.length);
    if (compound > 0) scan.compounds.push(compound);
  }
  scan.terms[at] = term;
  scan.starts[at] = start;
  scan.ends[at] = end;
  scan.count = at + 1;
}

/** Scans plain Latin text; false when the text holds anything else. */
function scanLatin(text: string, from: number, to: number, units: Uint16Array): boolean {
  let at = from;
  while (at < to) {
    let kind = kindOf(units[at] ?? 0);
    if (kind === unknown) return false;
    if (kind !== letter && kind !== digit) {
      at += 1;
      continue;
    }
    const start = at;
    let first = firstStart;
    let second = secondStart;
    while (kind !== other) {
      const code = small(units[at] ?? 0);
      first = mixFirst(first, code);
      second = mixSecond(second, code);
      at += 1;
      if (at === to) break;
      const before = kind;
      kind = kindOf(units[at] ?? 0);
      if (kind === unknown) return false;
      if (kind === apostrophe) {
        const joins = before === letter && at + 1 < to && kindOf(units[at + 1] ?? 0) === letter;
        kind = joins ? letter : other;
      }
    }
    push(text, start, at, termByHash(text, start, at, first, second));
  }
  return true;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** UAX 29 keeps "3.5" and "a.b" whole; a term is letters and digits only. */
const wordPart =
  /[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+(?:['\u2019](?=\p{L})[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+)*/gu;

function scanAny(text: string, from: number, to: number): void {
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (isWordLike !== true) continue;
    for (const part of segment.matchAll(wordPart)) {
      const start = from + index + part.index;
      const end = start + part[0].length;
      push(text, start, end, termAt(text, start, end));
    }
  }
}

function begin(): void {
  scan.count = 0;
  scan.compounds.length = 0;
}

/**
 * Scans a stretch of a text, of which the code units (`unitsOf`) may be given where they are at hand.
 * Much faster than `scanWords` for words that were met before; the answer holds until the next scan.
 */
export function scanTerms(
  text: string,
  from: number,
  to: number,
  units = unitsOf(text),
): Readonly<Scan> {
  begin();
  if (!scanLatin(text, from, to, units)) {
    begin();
    scanAny(text, from, to);
  }
  return scan;
}

function found(): Words {
  const { count } = scan;
  return {
    terms: Array.from(scan.terms.subarray(0, count), termText),
    starts: Array.from(scan.starts.subarray(0, count)),
    ends: Array.from(scan.ends.subarray(0, count)),
    compounds: scan.compounds.map(termText),
  };
}

/** The words of any text by Intl.Segmenter; exported so that the two ways can be compared. */
export function segmentWords(text: string): Words {
  begin();
  scanAny(text, 0, text.length);
  return found();
}

/** The words of a text in order, with the term of each. Never throws, whatever the text. */
export function scanWords(text: string): Words {
  scanTerms(text, 0, text.length);
  return found();
}
