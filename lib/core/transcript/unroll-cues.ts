import type { TranscriptCue } from './transcript';

/** Captions roll where at least this share of them shows a line of the one before and a new one below. */
const rolling = 0.3;

/**
 * Captions that roll up the screen repeat the line before the new one; here each line stays where it
 * was shown first, and cues that show nothing new go. Other captions come back as they are, also where
 * the same is said twice.
 */
export function unrollCues(cues: readonly TranscriptCue[]): readonly TranscriptCue[] {
  const fresh = cues.map((cue, at) => freshLines(cue, cues[at - 1]));
  const rolled = cues.filter(({ text }, at) => fresh[at] !== text && fresh[at]?.trim() !== '');
  if (cues.length < 4 || rolled.length < cues.length * rolling) return cues;
  return cues.flatMap((cue, at) => {
    const text = (fresh[at] ?? '').trim();
    return text === '' ? [] : [{ ...cue, text }];
  });
}

function freshLines({ text, speaker }: TranscriptCue, before: TranscriptCue | undefined): string {
  if (before?.speaker !== speaker) return text;
  const last = before?.text.split('\n').findLast((line) => line.trim() !== '');
  if (last === undefined) return text;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines[first]?.trim() === last.trim() ? lines.slice(first + 1).join('\n') : text;
}
