/** What is said in an episode, from what was kept of it or from its page. */
import type { Episode } from '../core/transcript/episode';
import { namesOf, namesOfLabels } from '../core/transcript/names-of';
import { renameSpeakers, type SpeakerNames } from '../core/transcript/rename-speakers';
import type { Transcript } from '../core/transcript/transcript';
import type { TranscriptStore } from './episode-ports';

/**
 * The transcript kept for a source, with the names it was kept with, or else the one that its page holds,
 * with those that the page gives; the page is asked only where none is kept. Undefined where there is
 * neither.
 */
export async function transcriptOf(
  store: Pick<TranscriptStore, 'getTranscript'>,
  sourceKey: string,
  readEpisode: () => Promise<Episode | undefined>,
): Promise<Transcript | undefined> {
  const kept = await store.getTranscript(sourceKey);
  if (kept) return withNames(kept.transcript, kept.speakers);
  const episode = await readEpisode();
  const transcript = episode?.transcript;
  return transcript && withNames(transcript, namesFrom(transcript, episode));
}

/** The names that a page's words about its episode give to what the transcript calls its voices. */
export function namesFrom(
  { cues }: Pick<Transcript, 'cues'>,
  episode: Episode | undefined,
): SpeakerNames {
  const labels = [...new Set(cues.flatMap(({ speaker }) => speaker ?? []))];
  return namesOfLabels(labels, namesOf({ ...evidenceOf(episode), labels }));
}

/** The transcript with its voices named. */
export function withNames(transcript: Transcript, names: SpeakerNames): Transcript {
  return { ...transcript, cues: [...renameSpeakers(transcript.cues, names)] };
}

/** What namesOf takes, without the fields that a page leaves out. */
export function evidenceOf(episode: Episode | undefined): Parameters<typeof namesOf>[0] {
  return episode?.evidence ?? {};
}
