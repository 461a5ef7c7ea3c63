import type { TranscriptCue } from './transcript';

/** Where something that is looked for begins and ends, in letters of the cue's text. */
export interface FoundInCue {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
}

/** More than this nobody steps through. */
const most = 10_000;

/**
 * Prepares looking for words in a transcript; some tens of milliseconds for four hours. What comes back
 * gives every place where words are said, whatever their case, accents, quotation marks and white space,
 * also across cues: then the part that stands in the first of them is given. Nothing for an empty search.
 */
export function findInCues(cues: readonly TranscriptCue[]): (query: string) => FoundInCue[] {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of cues) {
    starts.push(length);
    length += text.length + 1;
  }
  const { letters, places } = fold(cues.map(({ text }) => text).join('\n'));
  return (query) => {
    const wanted = fold(query.trim()).letters;
    const found: FoundInCue[] = [];
    let cue = 0;
    let at = wanted === '' ? -1 : letters.indexOf(wanted);
    while (at !== -1 && found.length < most) {
      const from = places[at] ?? 0;
      const behind = at + wanted.length;
      while (cue + 1 < starts.length && (starts[cue + 1] ?? 0) <= from) cue += 1;
      const start = starts[cue] ?? 0;
      const end = cues[cue]?.text.length ?? 0;
      found.push({ cue, from: from - start, to: Math.min(end, (places[behind] ?? 0) - start) });
      at = letters.indexOf(wanted, behind);
    }
    return found;
  };
}

/** Transcripts are typeset as often as not; a keyboard has straight marks only. */
const single = /[\u2018\u2019\u201a\u02bc]/g;
const double = /[\u201c\u201d\u201e]/g;
/** Accents that stand behind their letter; the marks of other scripts tell words apart. */
const accent = /^[\u0300-\u036f]$/;

interface FoldedWords {
  readonly letters: string;
  /** Where each letter stands in the text, and where the text ends. */
  readonly places: Int32Array;
}

/** The text without case and accents, quotes straight, white space of any length being a space. */
function fold(text: string): FoldedWords {
  const places = new Int32Array(text.length + 1);
  let letters = '';
  let at = 0;
  let isBlank = false;
  for (const letter of text.replace(single, "'").replace(double, '"')) {
    const folded = foldLetter(letter);
    if (folded !== ' ' || !isBlank) {
      for (let n = 0; n < folded.length; n += 1) places[letters.length + n] = at + n;
      letters += folded;
    }
    if (folded !== '') isBlank = folded === ' ';
    at += letter.length;
  }
  places[letters.length] = at;
  return { letters, places };
}

function foldLetter(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  if (accent.test(letter)) return '';
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.length === letter.length ? plain : letter;
}
