import type { Playback } from '../source/snapshot';

/**
 * The second of its own time at which a player is being heard. Undefined where it was left standing or
 * has ended, plays unheard or shows an advert: where that is says nothing about words.
 */
export function heardAt(playback: Playback): number | undefined {
  const { currentTime, playing, muted = false, ended = false, advert = false } = playback;
  return playing && !muted && !ended && !advert ? currentTime : undefined;
}
