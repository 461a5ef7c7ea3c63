import type { TranscriptCue } from './transcript';

/** Captions roll where at least this share of them begins with a line of the one before. */
const rolling = 0.3;

/**
 * Captions that roll up the screen repeat the line before the new one; here each line stays where it
 * was shown first, and cues that show nothing new go. Other captions come back as they are.
 */
export function unrollCues(cues: readonly TranscriptCue[]): readonly TranscriptCue[] {
  const fresh = cues.map((cue, at) => freshLines(cue.text, cues[at - 1]?.text));
  const repeats = cues.filter(({ text }, at) => text.trim() !== '' && fresh[at] !== text).length;
  if (cues.length < 4 || repeats < cues.length * rolling) return cues;
  return cues.flatMap((cue, at) => {
    const text = (fresh[at] ?? '').trim();
    return text === '' ? [] : [{ ...cue, text }];
  });
}

function freshLines(text: string, before: string | undefined): string {
  const last = before?.split('\n').findLast((line) => line.trim() !== '');
  if (last === undefined) return text;
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines[first]?.trim() === last.trim() ? lines.slice(first + 1).join('\n') : text;
}
