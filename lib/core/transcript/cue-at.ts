import type { TranscriptCue } from './transcript';

/**
 * The number of the cue that is said at a time in seconds: the last that has begun. Undefined before the
 * first, and where there are no times. Cues stand in the order they are spoken.
 */
export function cueAt(cues: readonly TranscriptCue[], seconds: number): number | undefined {
  let from = 0;
  let to = cues.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    let timed = middle;
    while (timed < to && cues[timed]?.start === undefined) timed += 1;
    const start = cues[timed]?.start;
    if (timed < to && start !== undefined && start <= seconds) from = timed + 1;
    else to = middle;
  }
  let at = from - 1;
  while (at >= 0 && cues[at]?.start === undefined) at -= 1;
  return at >= 0 ? at : undefined;
}
