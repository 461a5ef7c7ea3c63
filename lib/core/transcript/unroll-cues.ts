import type { TranscriptCue } from './transcript';

/** Captions roll where at least this share of them shows lines of the one before and a new one below. */
const rolling = 0.3;
/** As many lines as captions show at once. */
const mostLines = 4;

/**
 * Captions that roll up the screen repeat the lines before the new one; here each line stays where it
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
  if (!before || before.speaker !== speaker) return text;
  const shown = shownLines(before.text);
  const now = shownLines(text);
  for (let most = Math.min(shown.length, now.length, mostLines); most > 0; most -= 1) {
    const stayed = shown.slice(-most);
    if (stayed.every((line, at) => line === now[at])) return now.slice(most).join('\n');
  }
  return text;
}

function shownLines(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
