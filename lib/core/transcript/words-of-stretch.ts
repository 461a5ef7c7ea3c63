import type { Clip } from '../insight/clip';
import { stretchOfTranscript } from './stretch-of-transcript';
import type { Transcript } from './transcript';

/** Seconds of an episode. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Where the player was when the stretch was chosen, if there was one. */
  readonly playedAt?: number | undefined;
}

/**
 * What a stretch of an episode is as a clip: the words said in it, cut at the bounds of sentences,
 * with their own time and who says them; without words, the moment itself. `language` is the page's,
 * for a transcript that names none.
 */
export function wordsOfStretch(
  { start, end, playedAt }: Stretch,
  transcript: Transcript | undefined,
  language?: string,
): Pick<Clip, 'quote' | 'origin' | 'time' | 'speaker'> {
  const played = playedAt === undefined ? {} : { playedAt };
  const said =
    transcript &&
    stretchOfTranscript(
      { cues: transcript.cues, language: transcript.language ?? language },
      start,
      end,
    );
  if (!said) {
    const time = { start, end, from: 'player', clock: 'played', ...played } as const;
    return { quote: '', origin: 'moment', time };
  }
  const { clock } = transcript;
  return {
    quote: said.text,
    origin: 'transcript',
    time: { start: said.start, end: said.end, from: 'cue', clock, ...played },
    ...(said.speaker !== undefined && { speaker: said.speaker }),
  };
}
