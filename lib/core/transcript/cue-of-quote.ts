/** When in an episode words were said: the cue, or the run of cues, that holds them. */
import type { Cue } from '../source/snapshot';
import { mainSpeaker } from './main-speaker';

export interface SpokenQuote {
  /** Seconds: from the start of the first cue that holds the words to the end of the last. */
  readonly start: number;
  readonly end: number;
  /** Who says most of it, where the cues name anybody. */
  readonly speaker?: string;
}

interface Word {
  readonly text: string;
  readonly cue: Cue;
}

/** Words that many speakers say prove nothing: from five on they do, and from two on if said once. */
const several = 5;
const fewest = 2;

/**
 * The cues that hold the quote's words one after the other, whatever the case, the white space and
 * the punctuation between them. Words said more than once are taken where they stand nearest to
 * `near`, the player's position in seconds. Undefined when they are not all there; and where they
 * prove nothing: one word, or fewer than five that are said more than once.
 */
export function cueOfQuote(
  cues: readonly Cue[],
  quote: string,
  near: number,
): SpokenQuote | undefined {
  const wanted = wordsOf(quote);
  const spoken: Word[] = cues.flatMap((cue) => wordsOf(cue.text).map((text) => ({ text, cue })));
  const size = wanted.reduce((sum, word) => sum + sizeOf(word), 0);
  if (size < fewest) return undefined;

  let places = 0;
  let nearest: readonly Word[] | undefined;
  let nearestBy = Infinity;
  for (let at = 0; at + wanted.length <= spoken.length; at += 1) {
    if (!wanted.every((word, n) => spoken[at + n]?.text === word)) continue;
    places += 1;
    if (places > 1 && size < several) return undefined;
    const run = spoken.slice(at, at + wanted.length);
    const by = distance(run, near);
    if (by < nearestBy) [nearest, nearestBy] = [run, by];
  }

  const [first, last] = [nearest?.at(0), nearest?.at(-1)];
  if (!nearest || !first || !last) return undefined;
  const speaker = mainSpeaker(nearest.map(({ cue }) => ({ speaker: cue.speaker, share: 1 })));
  return { start: first.cue.start, end: last.cue.end, ...(speaker !== undefined && { speaker }) };
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** A run of letters in a script without spaces is several words, of some two letters each. */
function sizeOf(word: string): number {
  return unspaced.test(word) ? Math.floor(word.length / 2) : 1;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** Seconds between the run and the position; 0 while it is being said. */
function distance(run: readonly Word[], position: number): number {
  const start = run.at(0)?.cue.start ?? 0;
  const end = run.at(-1)?.cue.end ?? 0;
  return Math.max(0, start - position, position - end);
}
