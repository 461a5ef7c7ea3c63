/**
 * The words and terms met so far, by number. Pages repeat their words, and reading a page must take no
 * longer than looking it up: a word that was met before is recognised where it stands, by two hashes of
 * its code units, without a string being made.
 */
import { stemmer } from 'stemmer';
import { plainLetters } from '../plain-letters';
import { backgroundTier } from './background';
import { firstHash, secondHash } from './hash';
import { stopWords } from './stop-words';
import { enterHashes, newVocabulary, type Vocabulary } from './vocabulary';

const longestWord = 64;

/** Accents, the vowel points of Hebrew and Arabic, and what is not seen. */
const passedOver = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]|\p{Cf}/gu;

/** Lower case in plain letters, without accents and compatibility forms: "Café" and "cafe" are one. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  const bare = lower
    .normalize('NFKD')
    .replace(passedOver, '')
    .replace(/\u2019/g, "'");
  return plainLetters(bare.normalize('NFKC').toLowerCase());
}

/** The term a word stands for: folded and, where it is plain Latin, stemmed; '' for a stop word. */
export function termOf(word: string): string {
  return termText(termAt(word, 0, word.length));
}

const plain = /^[a-z]+$/;
/** What French and Italian write together with the word it belongs to: "l'entreprise", "dell'azienda". */
const elided = /^(?:[cdjlmnst]|qu|(?:[ds]?[aeu]|ne)ll)'(?=...)/;

function computeTerm(word: string): string {
  if (word.length > longestWord) return '';
  let bare = word;
  if (!plain.test(bare)) bare = bare.toLowerCase();
  if (!plain.test(bare)) {
    bare = fold(bare)
      .replace(/(?:n't|'(?:s|ll|re|ve|d|m))$/, '')
      .replace(elided, '')
      .replace(/'/g, '');
    if (!plain.test(bare)) return bare;
  }
  return stopWords.has(bare) ? '' : stem(bare);
}

/** The last letter, or the last two, of what a step of Porter's changes (1980). */
const endings = 'seyi';
const longEndings = new Set('ed ng al ul ll er or on ic nt ou sm'.split(' '));

/**
 * As the library does it, which tries all its rules on words, four of ten, that none can change but the
 * one that takes the "s" of a plural.
 */
export function stem(word: string): string {
  const bare = word.length > 2 && word.endsWith('s') ? word.slice(0, -1) : word;
  const mayChange = endings.includes(bare.slice(-1)) || longEndings.has(bare.slice(-2));
  return mayChange ? stemmer(word) : bare;
}

/** The terms met so far, by number; number 0 is no term. It only grows: a number once given holds. */
export interface KnownTerms extends Vocabulary {
  readonly texts: string[];
}

/** The words met so far as they were written, but for the case of A to Z. */
interface KnownWords {
  count: number;
  /** By place: the second hash, and the term's number and one. */
  places: Int32Array;
  /** By place: the first hash, which is needed only to find another place. */
  firsts: Int32Array;
}

function noTerms(): KnownTerms {
  const made = { ...newVocabulary(), texts: [''] };
  enterHashes(made, firstHash(''), secondHash(''), 0);
  return made;
}
const noWords = (room = leastWords): KnownWords => ({
  count: 0,
  places: new Int32Array(4 * room),
  firsts: new Int32Array(2 * room),
});

/** As many as a page has. A power of two; half of the places stay empty. */
const leastWords = 1 << 12;
/** More than a long page has; past that all are forgotten, once nobody is in the middle of a text. */
const mostWords = 200_000;
let terms = noTerms();
let words = noWords();

/** What is known of a term by its number. Numbers hold until the next page or insight is read. */
export const termText = (number: number): string => terms.texts[number] ?? '';
export const termFirstHash = (number: number): number => terms.hashes[2 * number] ?? 0;
export const termSecondHash = (number: number): number => terms.hashes[2 * number + 1] ?? 0;
export const termTier = (number: number): number => terms.tiers[number] ?? 0;
/** All of them: who keeps this can look numbers up later too. */
export const knownTerms = (): KnownTerms => terms;

/** A term's number. */
function termNumber(term: string): number {
  const number = enterHashes(terms, firstHash(term), secondHash(term), 0);
  if (number === terms.texts.length) {
    terms.texts.push(term);
    terms.tiers[number] = backgroundTier(term);
  }
  return number;
}

/** A code unit with A to Z made small: none but those are below zero in both differences. */
export const small = (code: number): number =>
  code | ((((0x40 - code) & (code - 0x5b)) >>> 26) & 0x20);

/**
 * Where the two hashes of a word begin; each code unit, `small`, is mixed in by `mixFirst` and
 * `mixSecond`. All are whole numbers of 32 bits with a sign, which engines compute with fastest.
 */
export const firstStart = 0x811c9dc5 | 0;
export const secondStart = 0x2545f491;
export const mixFirst = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
export const mixSecond = (hash: number, code: number): number =>
  Math.imul(hash ^ code, 0x5bd1e995) ^ (hash >>> 15);

function placeOf(places: Int32Array, first: number, second: number): number {
  const mask = places.length - 2;
  let place = ((first ^ (first >>> 15)) << 1) & mask;
  while (places[place + 1] !== 0 && places[place] !== second) place = (place + 2) & mask;
  return place;
}

function enter({ places, firsts }: KnownWords, first: number, second: number, entry: number): void {
  const place = placeOf(places, first, second);
  places[place] = second;
  places[place + 1] = entry;
  firsts[place >>> 1] = first;
}

function growWords(): void {
  const { count, places, firsts } = words;
  words = noWords(firsts.length);
  words.count = count;
  for (let place = 0; place < places.length; place += 2) {
    const entry = places[place + 1] ?? 0;
    if (entry > 0) enter(words, firsts[place >>> 1] ?? 0, places[place] ?? 0, entry);
  }
}

/** Takes in a word. */
function meet(first: number, second: number, word: string): number {
  if (2 * words.count >= words.firsts.length) growWords();
  const term = termNumber(computeTerm(word));
  enter(words, first, second, term + 1);
  words.count += 1;
  return term;
}

/** The number of the term of the word that stands there, by the word's hashes; 0 for a stop word. */
export function termByHash(
  text: string,
  start: number,
  end: number,
  first: number,
  second: number,
): number {
  const known = words.places[placeOf(words.places, first, second) + 1] ?? 0;
  return known > 0 ? known - 1 : meet(first, second, text.slice(start, end));
}

/** The number of the term of the word that stands there; 0 for a stop word. */
export function termAt(text: string, start: number, end: number): number {
  let first = firstStart;
  let second = secondStart;
  for (let at = start; at < end; at += 1) {
    const code = small(text.charCodeAt(at));
    first = mixFirst(first, code);
    second = mixSecond(second, code);
  }
  return termByHash(text, start, end, first, second);
}

/** Lets go of the words met so far when there are very many; not to be called within a text. */
export function forgetWords(): void {
  if (words.count < mostWords && terms.texts.length < mostWords) return;
  terms = noTerms();
  words = noWords();
}
