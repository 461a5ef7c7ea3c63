import type { TranscriptCue } from './transcript';

/** What a transcript calls a voice, such as `SPEAKER_01`, and the name that a person or a page gives it. */
export type SpeakerNames = Readonly<Record<string, string>>;

/** The cues with the names that a map gives their speakers; empty names are left out. */
export function renameSpeakers<T extends Pick<TranscriptCue, 'speaker'>>(
  cues: readonly T[],
  names: SpeakerNames,
): readonly T[] {
  const given = new Map(
    Object.entries(names).map(([from, to]) => [from, to.replace(/\s+/g, ' ').trim().slice(0, 400)]),
  );
  if (given.size === 0) return cues;
  return cues.map((cue) => {
    const name = cue.speaker === undefined ? undefined : given.get(cue.speaker);
    return name === undefined || name === '' ? cue : { ...cue, speaker: name };
  });
}
