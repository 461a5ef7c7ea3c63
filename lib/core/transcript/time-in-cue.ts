import type { TranscriptCue } from './transcript';

/** Where the transcript does not say when a cue ends: letters a second of ordinary speech. */
const lettersASecond = 15;

/** Seconds at which a cue ends: as it says, else where the next begins, else by its length. */
export function cueEnd(cues: readonly TranscriptCue[], at: number): number | undefined {
  const cue = cues[at];
  if (cue?.start === undefined) return undefined;
  const next = cues[at + 1]?.start;
  const end = cue.end ?? next ?? cue.start + cue.text.length / lettersASecond;
  return Math.max(cue.start, end);
}

/** Seconds at which a share of a cue's text, from 0 to 1, has been said; undefined without times. */
export function timeInCue(
  cues: readonly TranscriptCue[],
  at: number,
  share: number,
): number | undefined {
  const start = cues[at]?.start;
  const end = cueEnd(cues, at);
  return start === undefined || end === undefined ? undefined : start + (end - start) * share;
}
