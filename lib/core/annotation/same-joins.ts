import { endOfLetter, type TextIndex } from './text-index';

/** Scripts that set no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const digit = /\p{N}/u;
/** What may stand inside a word without parting it: accents, soft hyphens, joiners. */
const within = /[\p{M}\p{Cf}]/gu;

/**
 * How the same letters stand in two texts: `alike`; `words` where a space parts them in one and not
 * in the other ("the rapist", "therapist"); `numbers` where digits are one number in one and not in
 * the other, or its mark is another ("1.5" and "15"). Punctuation between letters does not matter,
 * and neither does a hyphen at the end of a line. `from` is the place of the quote's letters.
 */
export function compareJoins(
  quote: TextIndex,
  text: TextIndex,
  from: number,
): 'alike' | 'words' | 'numbers' {
  let found: 'alike' | 'words' = 'alike';
  for (let i = 0; i + 1 < quote.letters.length; i += 1) {
    if (isJoined(quote, i) && isJoined(text, from + i)) continue;
    if (isOneCharacter(quote, i) || isOneCharacter(text, from + i)) continue;
    const [a, b] = [between(quote, i), between(text, from + i)];
    if (a === b) continue;
    const [left = '', right = ''] = [quote.letters[i], quote.letters[i + 1]];
    if (digit.test(left) && digit.test(right)) {
      if (kindOf(a) !== kindOf(b)) return 'numbers';
    } else if ((isGap(a) && b === '') || (isGap(b) && a === '')) {
      if (!unspaced.test(left) && !unspaced.test(right)) found = 'words';
    }
  }
  return found;
}

function isJoined({ offsets }: TextIndex, letter: number): boolean {
  return offsets[letter + 1] === (offsets[letter] ?? 0) + 1;
}

/** Letters that one character spells out, such as a ligature or a fraction. */
function isOneCharacter({ offsets }: TextIndex, letter: number): boolean {
  return offsets[letter + 1] === offsets[letter];
}

function between(index: TextIndex, letter: number): string {
  return index.text
    .slice(endOfLetter(index, letter), index.offsets[letter + 1])
    .replace(within, '');
}

function isGap(separator: string): boolean {
  return /^\s+$/.test(separator);
}

/** Marks between digits that say the same. */
function kindOf(separator: string): string {
  const mark = separator.trim();
  if (separator !== '' && mark === '') return ' ';
  return mark.replace(/[‐‑‒–—−]/g, '-').replace(/\s+/g, '');
}
