import { cutCue } from '../../core/transcript/cut-cue';
import type { Reading } from '../../core/transcript/reading';
import type { Transcript, TranscriptForm } from '../../core/transcript/transcript';

interface Origin {
  readonly form: TranscriptForm;
  readonly kind: Transcript['origin']['kind'];
  readonly clock: Transcript['clock'];
  readonly language?: string;
}

const mostCues = 100_000;

/** Makes a transcript of what a reader read on the page, as much of it as is kept. */
export function transcriptFrom(
  reading: Pick<Reading, 'cues'> & Partial<Reading>,
  { form, kind, clock, language = '' }: Origin,
): Transcript {
  const cues = reading.cues
    .slice(0, mostCues)
    .flatMap((_, at) => cutCue(reading.cues, at).parts)
    .slice(0, mostCues)
    .map((cue) => ({
      ...cue,
      ...(cue.speaker !== undefined && { speaker: cue.speaker.slice(0, 400) }),
    }));
  return {
    cues,
    chapters: (reading.chapters ?? []).slice(0, 2_000),
    clock: cues.some(({ start }) => start !== undefined) ? clock : 'unknown',
    ...(language !== '' && { language: language.slice(0, 40) }),
    origin: { form, kind },
  };
}
