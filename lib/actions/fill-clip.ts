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

/** What a person says of a moment: its words, and the second at which it was. */
export interface TypedWords {
  readonly words: string;
  readonly saidAt: number;
}

/**
 * Gives a clip without words those that a person typed or pasted; where the transcript has them too,
 * the clip takes their time and voice from there, and else keeps its own, unless the person named
 * another second. False when there is no such clip, or when it has words by now.
 */
export function fillClip(
  store: Pick<EpisodeStore, 'fillClip'>,
  clip: Clip,
  { words, saidAt }: TypedWords,
  transcript: Transcript | undefined,
): Promise<Result<boolean, StorageFailure>> {
  const quote = words.trim();
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
      : timeSaid(clip, saidAt);
  return store.fillClip(clip.id, {
    quote,
    origin: 'typed',
    ...(found?.speaker !== undefined && { speaker: found.speaker }),
    ...(time && { time }),
    times: time ? [writeTimeFragment(time.start, time.end)] : [],
  });
}

/** The clip's own time where it lies in the second that the person says, else that second. */
function timeSaid({ time }: Clip, saidAt: number): Clip['time'] {
  if (time && Math.floor(time.start) === Math.floor(saidAt)) return time;
  return { start: saidAt, end: saidAt, from: 'person', clock: 'unknown' };
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
