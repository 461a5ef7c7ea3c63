/** The readers behind the interface of the capture bench: cues with their times, words and speakers. */
import { readAs } from '../../../lib/core/transcript/read-as';
import type { FileForm } from '../../../lib/core/transcript/sniff-form';

interface BenchCue {
  /** Seconds; null where the transcript has none. */
  start: number | null;
  end: number | null;
  text: string;
  /** Several where a caption has several. */
  speaker: string | string[] | null;
}

/** Reads a text as the type says, one cue for each caption of the file. */
export function parseTranscript(text: string, type: FileForm): BenchCue[] {
  const captions: BenchCue[] = [];
  for (const { start = null, end = null, text: words, speaker = null, joint } of readAs(text, type)
    .cues) {
    const last = captions.at(-1);
    if (joint === undefined || !last) {
      captions.push({ start, end, text: words, speaker });
      continue;
    }
    last.text += joint + words;
    last.end = end;
    const speakers = [last.speaker, speaker].flat().filter((name) => name !== null);
    last.speaker = speakers.length > 1 ? speakers : (speakers[0] ?? null);
  }
  return captions;
}
