/** What was said between two moments of an episode, as a quote that reads whole. */
import type { TimedCue } from './timed-cues';

export interface StretchQuote {
  /** The cues' words in order, white space folded; never a word that the cues do not have. */
  readonly text: string;
  /** Who says all of it; absent when several do, or nobody is named. */
  readonly speaker?: string;
}

/** A voice that fills this much of a stretch is the one it was clipped for. */
const mostOfIt = 2 / 3;

/**
 * The text of the cues that overlap the stretch from `start` to `end`, in seconds. Where one voice
 * fills most of the stretch without a break, the words of others before and after it are left out,
 * so that nobody is quoted with what another said; else all words stay and no speaker is named. A
 * sentence that the stretch cuts through is left out where at least half of the words remain without
 * it, the one at the front first. `language` is a BCP 47 tag for finding the sentences. Undefined when nothing
 * was said.
 */
export function quoteOfStretch(
  cues: readonly TimedCue[],
  start: number,
  end: number,
  language?: string,
): StretchQuote | undefined {
  const overlapping = cues.flatMap((cue, n) => (cue.end > start && cue.start < end ? [n] : []));
  const turn = longestTurn(cues, overlapping, start, end);
  const first = (turn ?? overlapping).at(0);
  const last = (turn ?? overlapping).at(-1);
  if (first === undefined || last === undefined) return undefined;

  // Others may have said something between them that is over before the stretch begins.
  const text = textOf((turn ?? overlapping).flatMap((n) => cues[n] ?? []));
  if (text === '') return undefined;
  // One cue more on either side shows whether the stretch begins and ends with a sentence.
  const before = textOf(cues.slice(Math.max(0, first - 1), first));
  const after = textOf(cues.slice(last + 1, last + 2));
  const speaker = turn && cues[first]?.speaker;
  return {
    text: wholeSentences(before, text, after, language),
    ...(speaker !== undefined && { speaker }),
  };
}

/** The cues of the voice that fills most of the stretch in one run, if there is such a voice. */
function longestTurn(
  cues: readonly TimedCue[],
  overlapping: readonly number[],
  start: number,
  end: number,
): number[] | undefined {
  const heard = (n: number) => {
    const cue = cues[n];
    return cue ? Math.min(cue.end, end) - Math.max(cue.start, start) : 0;
  };
  const turns: number[][] = [];
  for (const n of overlapping) {
    const turn = turns.at(-1);
    if (turn && cues[turn[0] ?? n]?.speaker === cues[n]?.speaker) turn.push(n);
    else turns.push([n]);
  }
  const seconds = (turn: readonly number[]) => turn.reduce((sum, n) => sum + heard(n), 0);
  const all = seconds(overlapping);
  return turns.find(
    (turn) => cues[turn[0] ?? -1]?.speaker !== undefined && seconds(turn) >= all * mostOfIt,
  );
}

function textOf(cues: readonly TimedCue[]): string {
  return fold(cues.map(({ text }) => text).join(' '));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function wholeSentences(before: string, text: string, after: string, language?: string): string {
  const lead = before === '' ? 0 : before.length + 1;
  const context = fold(`${before} ${text} ${after}`);
  const starts = Array.from(segmenter(language).segment(context), ({ index }) => index - lead);
  // A sentence that starts right behind the text also ends it, with the space between them.
  const bounds = [...starts, context.length - lead].filter(
    (bound) => bound >= 0 && bound <= text.length + 1,
  );
  const front = bounds.at(0) ?? 0;
  const back = bounds.at(-1) ?? text.length;
  const choices = [text.slice(front, back), text.slice(front), text.slice(0, back)].map(fold);
  return choices.find((choice) => choice.length * 2 >= text.length) ?? text;
}

function segmenter(language: string | undefined): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch (error) {
    // A page may name a language that is none; sentences are then found as in any.
    if (error instanceof RangeError) return new Intl.Segmenter('en', { granularity: 'sentence' });
    throw error;
  }
}
