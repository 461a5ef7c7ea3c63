import type { TranscriptCue } from './transcript';

/**
 * Cues as a player orders them: by start, of those that start together the one that lasts longest
 * first; voices of one caption stay together. Where a cue has no time the order stays as it is.
 */
export function inCueOrder(cues: readonly TranscriptCue[]): readonly TranscriptCue[] {
  const captions: TranscriptCue[][] = [];
  let ordered = true;
  for (const cue of cues) {
    if (cue.start === undefined) return cues;
    const last = captions.at(-1);
    if (cue.joint !== undefined && last) {
      last.push(cue);
      continue;
    }
    const before = last?.[0];
    if (before && compare(before, cue) > 0) ordered = false;
    captions.push([cue]);
  }
  if (ordered) return cues;
  return captions.sort(([a], [b]) => (a && b ? compare(a, b) : 0)).flat();
}

function compare(a: TranscriptCue, b: TranscriptCue): number {
  return (a.start ?? 0) - (b.start ?? 0) || (b.end ?? 0) - (a.end ?? 0);
}
