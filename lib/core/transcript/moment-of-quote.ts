/** When words of a page were said, and by whom. */
import type { Clip } from '../insight/clip';
import type { PageSnapshot } from '../source/snapshot';
import { alignQuote } from './align-quote';
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
  // Where a player was left standing, moves unheard or shows an advert, says nothing about words.
  const isHeard = playback?.playing && !playback.muted && !playback.advert;
  const heardAt = isHeard ? playback.currentTime : undefined;
  const spoken =
    transcript && alignQuote(indexTranscript(transcript), quote, playback?.currentTime);
  const speaker = spoken?.speaker === undefined ? {} : { speaker: spoken.speaker };
  if (transcript && spoken?.start !== undefined) {
    const { start, end = start } = spoken;
    const playedAt = heardAt === undefined ? {} : { playedAt: heardAt };
    return { time: { start, end, from: 'cue', clock: transcript.clock, ...playedAt }, ...speaker };
  }
  if (heardAt !== undefined) {
    const time = { start: heardAt, end: heardAt, from: 'player', clock: 'played' } as const;
    return { time, ...speaker };
  }
  const isEpisode = playback !== undefined || metadata.sourceType?.value === 'podcast';
  const printed = isEpisode && offset !== undefined ? timeAbove(text, offset) : undefined;
  if (printed === undefined) return speaker;
  return { time: { start: printed, end: printed, from: 'page', clock: 'unknown' }, ...speaker };
}
