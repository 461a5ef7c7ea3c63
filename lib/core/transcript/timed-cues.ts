import { sentenceRanges } from '../match/sentences';
import { shareTime } from './share-time';
import { cueEnd } from './time-in-cue';
import type { TranscriptCue } from './transcript';

/** A stretch of speech that is known to begin and end, in seconds. */
export interface TimedCue {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly speaker?: string;
}

/** Seconds. A longer cue is cut into its sentences. */
const longest = 12;

/**
 * The cues of a transcript that have a time and words, with an end each, in seconds: as it says, else
 * where the next begins, else by the pace of ordinary speech. A long one becomes its sentences, each
 * with its share of the time by its letters, so that a stretch can be cut out of it.
 */
export function timedCues({ cues }: { readonly cues: readonly TranscriptCue[] }): TimedCue[] {
  return cues.flatMap((cue, at) => {
    const { start, text, speaker } = cue;
    const end = cueEnd(cues, at);
    if (start === undefined || end === undefined || text.trim() === '') return [];
    const ranges = end - start > longest ? sentenceRanges(text) : [];
    const texts =
      ranges.length > 1 ? ranges.map((range) => text.slice(range.start, range.end)) : [text];
    const shared = shareTime(
      { start, end },
      texts.map((each) => ({ text: each })),
    );
    return shared.map((part) => ({
      start: part.start ?? start,
      end: part.end ?? end,
      text: part.text.slice(0, 10_000),
      ...(speaker !== undefined && { speaker }),
    }));
  });
}
