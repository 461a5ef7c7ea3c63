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
 * gives every place where words are said, whatever their case, accents and quotation marks, also across
 * cues: then the part that stands in the first of them is given. Nothing for an empty search.
 */
export function findInCues(cues: readonly TranscriptCue[]): (query: string) => FoundInCue[] {
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const { text } of cues) {
    starts.push(length);
    parts.push(fold(text));
    length += text.length + 1;
  }
  const all = `${parts.join(' ')} `;
  return (query) => {
    const wanted = fold(query.replace(/\s+/g, ' ').trim());
    const found: FoundInCue[] = [];
    let cue = 0;
    let at = wanted === '' ? -1 : all.indexOf(wanted);
    while (at !== -1 && found.length < most) {
      while (cue + 1 < starts.length && (starts[cue + 1] ?? 0) <= at) cue += 1;
      const start = starts[cue] ?? 0;
      const end = cues[cue]?.text.length ?? 0;
      found.push({ cue, from: at - start, to: Math.min(end, at - start + wanted.length) });
      at = all.indexOf(wanted, at + wanted.length);
    }
    return found;
  };
}

/** Transcripts are typeset as often as not; a keyboard has straight marks only. */
const single = /[\u2018\u2019\u201a\u02bc]/g;
const double = /[\u201c\u201d\u201e]/g;

/** The text without case and accents, letter for letter, quotes straight, a line break being a space. */
function fold(text: string): string {
  let folded = '';
  for (const letter of text.replace(single, "'").replace(double, '"')) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    folded += /\s/.test(letter) ? ' ' : plain.length === letter.length ? plain : letter;
  }
  return folded;
}
