import type { Clip } from '../insight/clip';
import { mainSpeaker } from './main-speaker';
import { timeInCue } from './time-in-cue';
import type { Transcript } from './transcript';

/** A place in a transcript: a cue and a letter of its text. */
export interface CuePlace {
  readonly cue: number;
  readonly offset: number;
}

/**
 * What stands between two places of a transcript as a clip: the words, white space folded, with their
 * time and who says most of them. Undefined where no words stand between them.
 */
export function wordsOfCues(
  { cues, clock }: Pick<Transcript, 'cues' | 'clock'>,
  from: CuePlace,
  to: CuePlace,
): Pick<Clip, 'quote' | 'origin' | 'time' | 'speaker'> | undefined {
  const parts = cues.slice(from.cue, to.cue + 1).map(({ text, speaker, joint }, at) => {
    const end = from.cue + at === to.cue ? to.offset : text.length;
    return {
      said: text.slice(at === 0 ? from.offset : 0, end),
      speaker,
      before: at === 0 ? '' : (joint ?? ' '),
    };
  });
  const quote = parts
    .map(({ before, said }) => before + said)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100_000);
  if (quote === '') return undefined;
  const speaker = mainSpeaker(
    parts.map(({ said, speaker: voice }) => ({ speaker: voice, share: said.length })),
  );
  const timeOf = ({ cue, offset }: CuePlace) =>
    timeInCue(cues, cue, Math.min(1, offset / Math.max(1, cues[cue]?.text.length ?? 0)));
  const start = timeOf(from);
  const end = timeOf(to);
  return {
    quote,
    origin: 'transcript',
    ...(speaker !== undefined && { speaker }),
    ...(start !== undefined && {
      time: { start, end: Math.max(start, end ?? start), from: 'cue', clock },
    }),
  };
}
