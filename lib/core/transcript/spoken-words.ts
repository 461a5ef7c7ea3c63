/** Words as they sound, so that captions and show notes of the same speech read alike. */
import { foldText } from '../annotation/fold-text';

export interface SpokenWord {
  readonly word: string;
  /** Where it begins and ends in the text, in UTF-16 code units. */
  readonly from: number;
  readonly to: number;
}

/** Nobody writes them all down. */
const fillers = new Set('ah eh er erm hm hmm huh mhm mm mmm uh uhh um umm'.split(' '));
const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const numberWords: ReadonlyMap<string, string> = new Map([
  ...units.map((word, at) => [word, String(at)] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, at) => [word, String(20 + at * 10)] as const),
  ['hundred', '100'],
  ['thousand', '1000'],
  ['million', '1000000'],
  ['billion', '1000000000'],
]);
const signs: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['&', 'and'],
]);

const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}';
const token = new RegExp(
  `[${unspaced}]\\p{M}*|\\d{1,3}(?:,\\d{3})+(?!\\d)|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+(?:['\\u2019](?![${unspaced}])\\p{L}+)*|[%&]`,
  'gu',
);
/** What is heard beside the words, an editor's insertion, a time. */
const asides = /\[[^[\]\n]{0,80}\]|\(\d{1,3}:\d{2}(?::\d{2})?\)/g;

/**
 * The words of a text in order: folded, numbers spelt as digits in the way they are said, without
 * fillers such as "um" and without what stands in square brackets. Linear. A number of several words
 * gives several with one place.
 */
export function spokenWords(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  const said = text.replace(asides, (aside) => ' '.repeat(aside.length));
  for (const match of said.matchAll(token)) {
    const [raw] = match;
    const to = match.index + raw.length;
    for (const word of soundsOf(raw)) words.push({ word, from: match.index, to });
  }
  return words;
}

/** Of the words met before; emptied when it has grown beyond any transcript's vocabulary. */
const known = new Map<string, readonly string[]>();
const mostKnown = 50_000;

function soundsOf(raw: string): readonly string[] {
  const before = known.get(raw);
  if (before) return before;
  const sounds = hear(raw);
  if (known.size >= mostKnown) known.clear();
  known.set(raw, sounds);
  return sounds;
}

function hear(raw: string): readonly string[] {
  if (/^[\d,]+$/.test(raw)) return numberSounds(Number(raw.replaceAll(',', '')), raw);
  const sign = signs.get(raw);
  if (sign !== undefined) return [sign];
  const word = foldText(raw);
  if (word === '' || fillers.has(word)) return [];
  return [numberWords.get(word) ?? word];
}

function numberSounds(number: number, raw: string): readonly string[] {
  if (number >= 1e12) return [raw];
  if (number <= 20) return [String(number)];
  if (number < 100) return [String(number - (number % 10)), ...rest(number % 10)];
  if (number < 1000) return [String(Math.floor(number / 100)), '100', ...rest(number % 100)];
  // Years are said in two halves.
  if (number >= 1100 && number < 2100 && number % 1000 >= 10 && raw.length === 4) {
    return [...numberSounds(Math.floor(number / 100), ''), ...rest(number % 100)];
  }
  const scale = number >= 1e9 ? 1e9 : number >= 1e6 ? 1e6 : 1000;
  return [...numberSounds(Math.floor(number / scale), ''), String(scale), ...rest(number % scale)];
}

function rest(number: number): readonly string[] {
  return number === 0 ? [] : numberSounds(number, '');
}
