/** When two names are one person's or firm's. */
import { plainLetters } from '../plain-letters';
import { isOneSlip, slipKeys } from './edit-keys';
import type { SpellingRules } from './spellings';

const title = /^(?:(?:dr|prof|professor|mr|mrs|ms|sir|dame)\.? )+(?=\S)/;
const credential = /,? (?:ph\.?d|md|mba|cfa|cpa|esq)\.?$/;
/** Accents, and the vowel signs of Hebrew and Arabic; other scripts' signs tell names apart. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]/g;

/** The name's words in lower case, without accents, titles, degrees and punctuation. */
function foldName(name: string): string {
  const plain = plainLetters(name.normalize('NFKD').replace(marks, '').toLowerCase())
    .replace(/\s+/g, ' ')
    .trim()
    .replace(title, '')
    .replace(credential, '');
  return plain
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Shorter than this a slip makes another name more often than a wrong one. */
const shortest = 8;

/** By last name, by the first two words, and by the whole but for one letter. */
function nearKeys(folded: string): string[] {
  const words = folded.split(' ');
  if (words.length < 2) return [];
  const slips = folded.length < shortest ? [] : slipKeys(folded).map((each) => `slip ${each}`);
  return [`last ${words.at(-1) ?? ''}`, `first ${words.slice(0, 2).join(' ')}`, ...slips];
}

function isNear(a: string, b: string): boolean {
  const [one, other] = [a.split(' '), b.split(' ')];
  return isShortened(one, other) || isCutOff(one, other) || isMistyped(one, other);
}

/** The same last name, and a first name that is the other's beginning: `T. Tunguz`, `Tom`, `Tomasz`. */
function isShortened(one: readonly string[], other: readonly string[]): boolean {
  const [last] = one.slice(-1);
  if (last !== other.at(-1) || (last ?? '').length < 3) return false;
  const [first = '', second = ''] = [one[0], other[0]];
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  const middles = [...one.slice(1, -1), ...other.slice(1, -1)];
  if (middles.some((word) => word.length > 1)) return false;
  // A middle initial alone tells two people apart only where both have one.
  const bothHave = one.length > 2 && other.length > 2;
  if (bothHave && one.slice(1, -1).join(' ') !== other.slice(1, -1).join(' ')) return false;
  return long.startsWith(short) && (short.length === 1 || short.length >= 3);
}

/** Two words or more, and the other goes on after them: `James Doman`, `James Doman-Pipe`. */
function isCutOff(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return (
    short.length >= 2 &&
    long.length === short.length + 1 &&
    short.every((word, at) => word === long[at])
  );
}

/** One letter of one word of five or more, not its first. */
function isMistyped(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length || one.join(' ').length < shortest) return false;
  const differing = one.flatMap((word, at) => (word === other[at] ? [] : [at]));
  const [at, ...more] = differing;
  if (at === undefined || more.length > 0) return false;
  const [word = '', wrong = ''] = [one[at], other[at]];
  const longEnough = Math.min(word.length, wrong.length) >= 5;
  return longEnough && word[0] === wrong[0] && isOneSlip(word, wrong);
}

export const nameSpelling: SpellingRules = { fold: foldName, nearKeys, isNear, outweighs: 1 };
