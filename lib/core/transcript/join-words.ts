import type { TranscriptCue } from './transcript';

/** A list is one of single words from this many on, where they average less than this. */
const fewest = 4;
const wordsEach = 1.5;
/** A silence of so many seconds parts two cues, and none is longer, in seconds and in letters. */
const silence = 2;
const longest = 8;
const mostLetters = 160;
/** Some services make an entry of every mark. */
const mark = /^[.,;:?!%\u2026\u3002\uff0c\uff1f\uff01)\]}\u201d\u2019]+$/;
/** Scripts that set no spaces between words, and their marks. */
const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\u3000-\\u303f\\uff00-\\uffef]';
const endsUnspaced = new RegExp(`${unspaced}$`, 'u');
const beginsUnspaced = new RegExp(`^${unspaced}`, 'u');
const sentenceEnd = /[.?!\u2026\u3002\uff1f\uff01]["'\u201d\u2019)]*$/;

/**
 * Joins the cues of a transcript that gives every word its own into cues of a sentence or some
 * seconds, each of one speaker. Any other transcript comes back as it is.
 */
export function joinWords(cues: readonly TranscriptCue[]): readonly TranscriptCue[] {
  const words = cues.reduce((sum, { text }) => sum + text.trim().split(/\s+/).length, 0);
  if (cues.length < fewest || words > cues.length * wordsEach) return cues;
  // Services that keep the spaces with the words have words that go on without one.
  const spaced = cues.some(({ text }) => /^\s/.test(text));
  const joined: TranscriptCue[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    if (last && goesOn(last, cue)) {
      const end = cue.end ?? last.end;
      const said = spaced ? cue.text : cue.text.trim();
      const isOneRun = endsUnspaced.test(last.text) && beginsUnspaced.test(said);
      joined[joined.length - 1] = {
        ...last,
        text: last.text + (spaced || isOneRun || mark.test(said) ? '' : ' ') + said,
        ...(end !== undefined && { end }),
      };
    } else {
      joined.push({ ...cue, text: cue.text.trimStart() });
    }
  }
  return joined;
}

function goesOn(last: TranscriptCue, cue: TranscriptCue): boolean {
  if (last.speaker !== cue.speaker || sentenceEnd.test(last.text.trimEnd())) return false;
  if (last.text.length + cue.text.length > mostLetters) return false;
  if (last.start === undefined || cue.start === undefined) return true;
  return (
    cue.start - (last.end ?? last.start) < silence && (cue.end ?? cue.start) - last.start <= longest
  );
}
