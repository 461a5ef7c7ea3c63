/** When words of a page were said, and by whom. */
import type { Clip } from '../insight/clip';
import type { PageSnapshot } from '../source/snapshot';
import { alignQuote } from './align-quote';
import { heardAt } from './heard-at';
import { indexTranscript } from './index-transcript';
import { timeAbove } from './time-above';
import type { Transcript } from './transcript';

export interface QuotePlace {
  readonly snapshot: Pick<PageSnapshot, 'text' | 'metadata' | 'playback'>;
  /** With its voices named. */
  readonly transcript?: Transcript | undefined;
  /** Where in the page's text the words begin, if they stand there. */
  readonly offset?: number | undefined;
}

/**
 * The time of a quote in the order of trust: the cue that holds it, then a player being heard, then
 * the time that an episode's page prints nearest above it. Without any of them there is no time.
 */
export function momentOfQuote(
  quote: string,
  { snapshot, transcript, offset }: QuotePlace,
): Pick<Clip, 'time' | 'speaker'> {
  const { playback, metadata, text } = snapshot;
  const heard = playback && heardAt(playback);
  const spoken = transcript && alignQuote(indexTranscript(transcript), quote, heard);
  const speaker = spoken?.speaker === undefined ? {} : { speaker: spoken.speaker };
  if (transcript && spoken?.start !== undefined) {
    const { start, end = start } = spoken;
    const playedAt = heard === undefined ? {} : { playedAt: heard };
    return { time: { start, end, from: 'cue', clock: transcript.clock, ...playedAt }, ...speaker };
  }
  if (heard !== undefined) {
    const time = { start: heard, end: heard, from: 'player', clock: 'played' } as const;
    return { time, ...speaker };
  }
  const isEpisode = playback !== undefined || metadata.sourceType?.value === 'podcast';
  const printed = isEpisode && offset !== undefined ? timeAbove(text, offset) : undefined;
  if (printed === undefined) return speaker;
  return { time: { start: printed, end: printed, from: 'page', clock: 'unknown' }, ...speaker };
}
