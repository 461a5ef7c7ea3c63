/**
 * Words and their terms. Word boundaries are those of Unicode (UAX 29): by a hand scanner where the
 * text is plain Latin, which is most of it and several times faster, and by Intl.Segmenter elsewhere,
 * so that Chinese, Japanese and Thai are cut into words too. Both agree on Latin text (words.test.ts).
 */
import { stemmer } from 'stemmer';
import { stopWords } from './stop-words';

/** The words of a text in order; `terms[i]` is '' for a stop word. Offsets are UTF-16 code units. */
export interface Words {
  readonly terms: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The terms of words joined by a hyphen, written as one: "front-end" is also "frontend". */
  readonly compounds: readonly string[];
}

const longestWord = 64;

const other = 0;
const letter = 1;
const digit = 2;
const apostrophe = 3;
const unknown = 4;

/** Latin letters, digits and punctuation up to U+024F, by code unit. */
const latinKinds: Uint8Array = (() => {
  const kinds = new Uint8Array(0x250);
  for (let code = 0; code < kinds.length; code += 1) {
    const char = String.fromCharCode(code);
    if (/\p{L}/u.test(char)) kinds[code] = letter;
    else if (/\p{Nd}/u.test(char)) kinds[code] = digit;
    else if (/\p{Cf}/u.test(char)) kinds[code] = unknown;
  }
  kinds[0x27] = apostrophe;
  return kinds;
})();

/** What a code unit is in plain Latin text; `unknown` sends the whole text to Intl.Segmenter. */
function kindOf(code: number): number {
  if (code < 0x250) return latinKinds[code] ?? unknown;
  if (code === 0x2019) return apostrophe;
  const isPunctuation = code >= 0x2010 && code <= 0x205f;
  const isSymbol = (code >= 0x20a0 && code <= 0x20bf) || (code >= 0x2190 && code <= 0x23ff);
  return isPunctuation || isSymbol ? other : unknown;
}

/** Terms by word as written: pages repeat their words, and stemming costs more than looking up. */
const known = new Map<string, string>();
const knownLimit = 60_000;

/** Lower case, without accents and compatibility forms, so that "Café" and "cafe" are one. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]|\p{Cf}/gu, '')
    .replace(/\u2019/g, "'")
    .normalize('NFKC')
    .toLowerCase();
}

function computeTerm(word: string): string {
  if (word.length > longestWord) return '';
  const bare = fold(word)
    .replace(/(?:n't|'(?:s|ll|re|ve|d|m))$/, '')
    .replace(/'/g, '');
  if (bare === '' || stopWords.has(bare)) return '';
  return /^[a-z]+$/.test(bare) ? stemmer(bare) : bare;
}

/** The term a word stands for: folded and, where it is plain Latin, stemmed; '' for a stop word. */
export function termOf(word: string): string {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const term = computeTerm(word);
  if (known.size >= knownLimit) known.clear();
  known.set(word, term);
  return term;
}

interface Found {
  readonly terms: string[];
  readonly starts: number[];
  readonly ends: number[];
  readonly compounds: string[];
}

const nothing = (): Found => ({ terms: [], starts: [], ends: [], compounds: [] });

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

function push(found: Found, text: string, start: number, end: number): void {
  const word = text.slice(start, end);
  const last = found.ends.length - 1;
  const before = found.ends[last] ?? -1;
  if (before === start - 1 && isHyphen(text.charCodeAt(before))) {
    const compound = termOf(text.slice(found.starts[last], before) + word);
    if (compound !== '') found.compounds.push(compound);
  }
  found.terms.push(termOf(word));
  found.starts.push(start);
  found.ends.push(end);
}

/** The words of plain Latin text, or undefined when the text holds anything else. */
function scanLatin(text: string): Found | undefined {
  const found = nothing();
  let start = -1;
  let before = other;
  for (let at = 0; at < text.length; at += 1) {
    let kind = kindOf(text.charCodeAt(at));
    if (kind === unknown) return undefined;
    if (kind === apostrophe) {
      const joins = before === letter && kindOf(text.charCodeAt(at + 1)) === letter;
      if (joins) continue;
      kind = other;
    }
    if (kind === other) {
      if (start >= 0) push(found, text, start, at);
      start = -1;
    } else if (start < 0) start = at;
    before = kind;
  }
  if (start >= 0) push(found, text, start, text.length);
  return found;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
/** UAX 29 keeps "3.5" and "a.b" whole; a term is letters and digits only. */
const wordPart =
  /[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+(?:['\u2019](?=\p{L})[\p{L}\p{Nd}\p{Nl}\p{M}\p{Cf}]+)*/gu;

/** The words of any text by Intl.Segmenter; exported so that the two ways can be compared. */
export function segmentWords(text: string): Words {
  const found = nothing();
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike !== true) continue;
    for (const part of segment.matchAll(wordPart)) {
      const start = index + part.index;
      push(found, text, start, start + part[0].length);
    }
  }
  return found;
}

/** The words of a text in order, with the term of each. Never throws, whatever the text. */
export function scanWords(text: string): Words {
  return scanLatin(text) ?? segmentWords(text);
}
