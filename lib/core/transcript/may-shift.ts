import type { Clip } from '../insight/clip';

/**
 * Whether the moment may lie elsewhere for whoever plays the episode: adverts are put into it anew, and
 * times that a transcript or a page gives do not count them.
 */
export function mayShift(time: NonNullable<Clip['time']>): boolean {
  return time.clock === 'transcript' || time.clock === 'unknown';
}
