/**
 * Words and their terms. Word boundaries are those of Unicode (UAX 29): by a hand scanner where the
 * text is plain Latin, which is most of it and several times faster, and by Intl.Segmenter for the
 * stretches that are not, so that Chinese, Japanese and Thai are cut into words too. Both agree on
 * Latin text (words.test.ts).
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
import { stopCharacters, wholeCharacter } from './sentences';
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

// Known are Latin and the blocks of punctuation and symbols, but for those parts of the latter that have
// format characters, letters or marks: words.test.ts looks at each.
note(() => 0, 0, 0x24f, 0x2010, 0x2bff);
note(() => strange, 0xad, 0xad, 0x202a, 0x202e, 0x2060, 0x209c, 0x20d0, 0x20f0, 0x2100, 0x2121);
note(() => strange, 0x2123, 0x218f);
// The letters and digits of Latin, with those that Vietnamese has.
note(small, 0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a, 0xaa, 0xaa, 0xb5, 0xb5, 0xba, 0xba);
note(small, 0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x24f, 0x1e00, 0x1eff);
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
}

const scan: Scan = {
  count: 0,
  terms: newNumbers(1024),
  starts: newNumbers(1024),
  ends: newNumbers(1024),
  compounds: [],
  joints: [],
  stops: [],
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

/** Adds a word that stands there. */
function add(text: string, start: number, end: number, term: number): void {
  join(text, start, end);
  grow();
  const at = scan.count;
  scan.terms[at] = term;
  scan.starts[at] = start;
  scan.ends[at] = end;
  scan.count = at + 1;
}

/** What a special character within or after a word is: itself, or the end of the word. */
function withinWord(text: string, at: number, kind: number): number {
  if (kind >= hyphen || !isLetter(text.charCodeAt(at - 1))) return 0;
  const next = at + 1;
  return next < text.length && isLetter(text.charCodeAt(next)) ? kind - apostrophe : 0;
}

/** Intl.Segmenter takes a time that grows with the square of what it gets: so far to both sides at most. */
const reach = 240;

/**
 * Reads the stretch around a strange character by `scanAny`, in place of those words of it that were read
 * by hand. It goes to where nothing that tells words apart looks across: the end of a sentence, or a
 * space, but for some before other strange characters. Returns where it ends. An emoji is no part of a
 * word and is passed over, as is what colours or joins emoji; that would be part of a word after a letter.
 */
function scanStrange(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  if (point >= 0x1f1e6 && point < 0x1fbf0) return at + 2;
  if ((point === 0xfe0f || point === 0x200d) && text.charCodeAt(at - 1) >= 0x2190) return at + 1;
  const kindAt = (place: number) => kinds[text.charCodeAt(place)];
  const isBlank = (place: number) => text.charCodeAt(place) === 0x20;
  const goesOn = (place: number) => place < at + reach / 2 && kindAt(place + 1) === strange;
  const first = Math.max(0, at - reach);
  let from = at;
  while (from > first && !isBlank(from - 1) && kindAt(from - 1) !== stop) from -= 1;
  let to = at + 1;
  while (to < at + reach && kindAt(to) !== stop && (!isBlank(to) || goesOn(to))) to += 1;
  to = wholeCharacter(text, to);
  while ((scan.starts[scan.count - 1] ?? -1) >= from) scan.count -= 1;
  while ((scan.joints.at(-1) ?? -1) >= scan.count) {
    scan.joints.pop();
    scan.compounds.pop();
  }
  scanAny(text, Math.max(from, scan.ends[scan.count - 1] ?? 0), to);
  return to;
}

/** The words of a text, with the places where a sentence may end. The answer holds until the next scan. */
export function readWords(text: string): Readonly<Scan> {
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
      if (kind === strange) {
        scan.count = count;
        at = scanStrange(text, at);
        ({ count, terms, starts, ends } = scan);
        continue;
      }
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
const wordPart = /[\p{L}\p{Nd}\p{Nl}](?:[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]|['\u2019](?=\p{L}))*/gu;

/** Adds the words of any stretch of a text to the scan, by Intl.Segmenter. */
export function scanAny(text: string, from: number, to: number): void {
  for (const { segment, index, isWordLike } of wordSegmenter().segment(text.slice(from, to))) {
    if (isWordLike !== true) continue;
    for (const part of segment.matchAll(wordPart)) {
      const start = from + index + part.index;
      const end = start + part[0].length;
      add(text, start, end, termAt(text, start, end));
    }
  }
}

function begin(): void {
  scan.count = 0;
  scan.compounds.length = 0;
  scan.joints.length = 0;
  scan.stops.length = 0;
}

/** The words of the scan as they are now. */
function wordsOfScan(): Words {
  const { count, terms, starts, ends, compounds } = scan;
  return {
    terms: Array.from(terms.subarray(0, count), termText),
    starts: Array.from(starts.subarray(0, count)),
    ends: Array.from(ends.subarray(0, count)),
    compounds: compounds.map(termText),
  };
}

/** The words of a text in order, with the term of each. Never throws, whatever the text. */
export function scanWords(text: string): Words {
  readWords(text);
  return wordsOfScan();
}

/** The same by Intl.Segmenter alone; exported so that the two ways can be compared. */
export function segmentWords(text: string): Words {
  begin();
  scanAny(text, 0, text.length);
  return wordsOfScan();
}
