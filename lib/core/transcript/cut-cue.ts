import { shareTime } from './share-time';
import { cueEnd } from './time-in-cue';
import type { TranscriptCue } from './transcript';

/** In letters; see the schema. */
const longest = 50_000;

export interface CutCue {
  readonly parts: readonly TranscriptCue[];
  /** False where a run of letters was longer than is kept: the rest is left out from there. */
  readonly isWhole: boolean;
}

/**
 * A cue as it is kept: one that is too long becomes several, parted at the end of a line or else between
 * words, with its share of the time each. Linear.
 */
export function cutCue(cues: readonly TranscriptCue[], at: number): CutCue {
  const cue = cues[at];
  if (!cue || cue.text.length <= longest) return { parts: cue ? [cue] : [], isWhole: true };
  const { start, text, joint, speaker, language } = cue;
  const { texts, isWhole } = cutText(text);
  const voice = {
    ...(speaker !== undefined && { speaker }),
    ...(language !== undefined && { language }),
  };
  const parts = texts.map((each, n) => ({
    ...voice,
    text: each,
    ...(n === 0 && joint !== undefined && { joint }),
  }));
  // Without an end each part would begin with the first.
  return { parts: shareTime({ start, end: cueEnd(cues, at) }, parts), isWhole };
}

function cutText(text: string): { readonly texts: readonly string[]; readonly isWhole: boolean } {
  const texts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const head = rest.slice(0, longest + 1);
    const line = head.lastIndexOf('\n');
    const end = line > 0 ? line : head.lastIndexOf(' ');
    if (end <= 0) return { texts: [...texts, rest.slice(0, longest)], isWhole: false };
    texts.push(rest.slice(0, end));
    rest = rest.slice(end + 1);
  }
  return { texts: [...texts, rest], isWhole: true };
}
