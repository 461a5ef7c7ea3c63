/** Words for clips that have none yet: a moment that was marked before there was a transcript. */
import { writeTimeFragment } from '../core/annotation/time-fragment';
import type { Clip } from '../core/insight/clip';
import { ok, type Result } from '../core/result';
import { alignQuote } from '../core/transcript/align-quote';
import { indexTranscript } from '../core/transcript/index-transcript';
import type { Transcript } from '../core/transcript/transcript';
import { wordsOfStretch } from '../core/transcript/words-of-stretch';
import type { EpisodeStore } from './transcript-ports';
import type { StorageFailure } from './ports';

/** Whether the clip is a moment of an episode that still waits for its words. */
export function awaitsWords({ quote, time, origin }: Clip): boolean {
  return quote === '' && origin === 'moment' && time !== undefined;
}

/**
 * Gives a clip without words those that a person typed or pasted; where the transcript has them too,
 * the clip takes their time and voice from there. False when there is no such clip.
 */
export function fillClip(
  store: Pick<EpisodeStore, 'fillClip'>,
  clip: Clip,
  typed: string,
  transcript: Transcript | undefined,
): Promise<Result<boolean, StorageFailure>> {
  const quote = typed.trim();
  const found = transcript && alignQuote(indexTranscript(transcript), quote, clip.time?.start);
  const playedAt = clip.time?.playedAt;
  const time =
    transcript && found?.start !== undefined
      ? {
          start: found.start,
          end: found.end ?? found.start,
          from: 'cue' as const,
          clock: transcript.clock,
          ...(playedAt !== undefined && { playedAt }),
        }
      : clip.time;
  return store.fillClip(clip.id, {
    quote,
    origin: 'typed',
    ...(found?.speaker !== undefined && { speaker: found.speaker }),
    ...(time && { time }),
    times: time ? [writeTimeFragment(time.start, time.end)] : [],
  });
}

/**
 * Gives the moments among the clips the words that the transcript has at their time. Returns how many
 * have words by then: where nothing is said a moment stays one.
 */
export async function fillMoments(
  store: Pick<EpisodeStore, 'fillClip'>,
  clips: readonly Clip[],
  transcript: Transcript,
): Promise<Result<number, StorageFailure>> {
  let filled = 0;
  for (const clip of clips) {
    if (!awaitsWords(clip) || !clip.time) continue;
    const { quote, origin, time, speaker } = wordsOfStretch(clip.time, transcript);
    if (quote === '' || !time) continue;
    const done = await store.fillClip(clip.id, {
      quote,
      origin,
      time,
      ...(speaker !== undefined && { speaker }),
      times: [writeTimeFragment(time.start, time.end)],
    });
    if (!done.ok) return done;
    if (done.value) filled += 1;
  }
  return ok(filled);
}
