/**
 * Words and their terms. Word boundaries are those of Unicode (UAX 29): by a hand scanner where the
 * text is plain Latin, which is most of it and several times faster, and by Intl.Segmenter elsewhere,
 * so that Chinese, Japanese and Thai are cut into words too. Both agree on Latin text (words.test.ts).
 */
import { wordSegmenter } from '../word-segmenter';
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
import { stopCharacters } from './sentences';
import { newNumbers, roomFor } from './typed-arrays';

/** The words of a text in order; `terms[i]` is '' for a stop word. Offsets are UTF-16 code units. */
export interface Words {
  readonly terms: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The terms of words joined by a hyphen, written as one: "front-end" is also "frontend". */
  readonly compounds: readonly string[];
}

/** From here on a kind stands for no letter or digit. */
const special = 0x8000;
/** Within a word, letters on both sides, a part of it; the code unit is added to it. */
const apostrophe = special;
/** Joins the words on both sides. */
const hyphen = 0xb000;
/** A sentence may end here. */
const stop = 0xc000;
/** Left to Intl.Segmenter. */
const strange = 0xd000;

/**
 * What a code unit is: 0 where it parts words; a letter or digit is itself, but A to Z are a to z; the
 * others are named above.
 */
const kinds = new Uint16Array(0x10000).fill(strange);

/** Gives a kind to code units, by first and last in turns. */
function note(kindOf: (code: number) => number, ...ranges: readonly number[]): void {
  for (let at = 0; at < ranges.length; at += 2) {
    const last = ranges[at + 1] ?? 0;
    for (let code = ranges[at] ?? 0; code <= last; code += 1) kinds[code] = kindOf(code);
  }
}

// Known are Latin and the blocks of punctuation and symbols, but for format characters (Cf) and, in the
// latter, letters, numbers and marks: words.test.ts looks at each.
note(() => 0, 0, 0x24f, 0x2010, 0x2bff);
note(() => strange, 0xad, 0xad, 0x202a, 0x202e, 0x2060, 0x2064, 0x2066, 0x2071, 0x2074, 0x2079);
note(() => strange, 0x207f, 0x2089, 0x2090, 0x209c, 0x20d0, 0x20f0, 0x2102, 0x2102, 0x2107, 0x2107);
note(() => strange, 0x210a, 0x2113, 0x2115, 0x2115, 0x2119, 0x211d, 0x2124, 0x2124, 0x2126, 0x2126);
note(() => strange, 0x2128, 0x2128, 0x212a, 0x212d, 0x212f, 0x2139, 0x213c, 0x213f, 0x2145, 0x2149);
note(() => strange, 0x214e, 0x214e, 0x2150, 0x2189, 0x2460, 0x249b, 0x24ea, 0x24ff, 0x2776, 0x2793);
// The letters and digits of Latin.
note(small, 0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xb5, 0xb5, 0xba, 0xba);
note(small, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x24f);
note((code) => apostrophe + code, 0x27, 0x27, 0x2019, 0x2019);
note(() => hyphen, 0x2d, 0x2d, 0x2010, 0x2011);
for (const char of stopCharacters) kinds[char.charCodeAt(0)] = stop;

/** Whether it is a letter of Latin: a part of words, and none of the ten digits. */
function isLetter(code: number): boolean {
  const kind = kinds[code] ?? 0;
  return kind !== 0 && kind < special && (code < 0x30 || code > 0x39);
}

/** A scan of one text. The arrays are used again by the next scan. */
export interface Scan {
  count: number;
  /** By word the number of its term (0 for a stop word) and where it stands. */
  terms: Uint32Array;
  starts: Uint32Array;
  ends: Uint32Array;
  /** Words joined by a hyphen, written as one: the number of the term, and which word is the second. */
  readonly compounds: number[];
  readonly joints: number[];
  /** Where a sentence may end. */
  readonly stops: number[];
  /** Where the characters stand around which `scanAny` is to be asked. */
  readonly strange: number[];
}

const scan: Scan = {
  count: 0,
  terms: newNumbers(1024),
  starts: newNumbers(1024),
  ends: newNumbers(1024),
  compounds: [],
  joints: [],
  stops: [],
  strange: [],
};

/** Makes room for one more word. */
function grow(): void {
  scan.terms = roomFor(scan.terms, scan.count + 1, newNumbers);
  scan.starts = roomFor(scan.starts, scan.count + 1, newNumbers);
  scan.ends = roomFor(scan.ends, scan.count + 1, newNumbers);
}

/** Adds the compound of the last word before and this one, where a hyphen joins them. */
function join(text: string, start: number, end: number): void {
  const at = scan.count;
  const before = scan.ends[at - 1];
  if (before !== start - 1 || kinds[text.charCodeAt(before)] !== hyphen) return;
  const joined = text.slice(scan.starts[at - 1], before) + text.slice(start, end);
  const compound = termAt(joined, 0, joined.length);
  if (compound === 0) return;
  scan.compounds.push(compound);
  scan.joints.push(at);
}

/** What a special character within or after a word is: itself, or the end of the word. */
function withinWord(text: string, at: number, kind: number): number {
  if (kind >= hyphen || !isLetter(text.charCodeAt(at - 1))) return 0;
  const next = at + 1;
  return next < text.length && isLetter(text.charCodeAt(next)) ? kind - apostrophe : 0;
}

/**
 * Scans a text as if it were plain Latin. Where it is not (`strange`), the words around may be wrong.
 * The answer holds until the next scan.
 */
export function scanLatin(text: string): Readonly<Scan> {
  begin();
  let { terms, starts, ends } = scan;
  const { length } = text;
  let count = 0;
  let at = 0;
  let isAfterHyphen = false;
  while (at < length) {
    let kind = kinds[text.charCodeAt(at)] ?? 0;
    if (kind === 0) {
      at += 1;
      continue;
    }
    if (kind >= special) {
      if (kind === hyphen) isAfterHyphen = true;
      if (kind === stop) scan.stops.push(at);
      if (kind === strange) scan.strange.push(at);
      at += 1;
      continue;
    }
    const start = at;
    let first = firstStart;
    let second = secondStart;
    do {
      first = mixFirst(first, kind);
      second = mixSecond(second, kind);
      at += 1;
      if (at === length) break;
      kind = kinds[text.charCodeAt(at)] ?? 0;
      if (kind >= special) kind = withinWord(text, at, kind);
    } while (kind !== 0);
    if (isAfterHyphen) {
      scan.count = count;
      join(text, start, at);
      isAfterHyphen = false;
    }
    if (count === terms.length) {
      scan.count = count;
      grow();
      ({ terms, starts, ends } = scan);
    }
    terms[count] = termByHash(text, start, at, first, second);
    starts[count] = start;
    ends[count] = at;
    count += 1;
  }
  scan.count = count;
  return scan;
}

/** UAX 29 keeps "3.5" and "a.b" whole; a term is letters and digits only. */
const wordPart =
  /[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+(?:['\u2019](?=\p{L})[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+)*/gu;

/** Adds the words of any stretch of a text to the scan, by Intl.Segmenter. */
export function scanAny(text: string, from: number, to: number): void {
  for (const { segment, index, isWordLike } of wordSegmenter().segment(text.slice(from, to))) {
    if (isWordLike !== true) continue;
    for (const part of segment.matchAll(wordPart)) {
      const start = from + index + part.index;
      const end = start + part[0].length;
      join(text, start, end);
      const at = scan.count;
      if (at === scan.terms.length) grow();
      scan.terms[at] = termAt(text, start, end);
      scan.starts[at] = start;
      scan.ends[at] = end;
      scan.count = at + 1;
    }
  }
}

function begin(): void {
  scan.count = 0;
  scan.compounds.length = 0;
  scan.joints.length = 0;
  scan.stops.length = 0;
  scan.strange.length = 0;
}

/** The words of the scan, from the first of these to before the second. */
export function wordsOfScan({ terms, starts, ends }: Readonly<Scan>, from: number, to: number) {
  return {
    terms: Array.from(terms.subarray(from, to), termText),
    starts: Array.from(starts.subarray(from, to)),
    ends: Array.from(ends.subarray(from, to)),
  };
}

/** The words of any text by Intl.Segmenter; exported so that the two ways can be compared. */
export function segmentWords(text: string): Words {
  begin();
  scanAny(text, 0, text.length);
  return { ...wordsOfScan(scan, 0, scan.count), compounds: scan.compounds.map(termText) };
}
