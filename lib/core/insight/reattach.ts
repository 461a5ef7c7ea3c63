import type { Target } from '../annotation/selector';
import type { Clip } from './clip';

/** More former places than this nobody asks for. */
const mostFormer = 50;

/**
 * The clip attached to another place from the instant `at` on; its former place stands last among those
 * kept. The clip itself comes back when it is attached there already.
 */
export function reattach(clip: Clip, target: Target, at: string): Clip {
  if (JSON.stringify(clip.target) === JSON.stringify(target)) return clip;
  const formerly = [...(clip.formerly ?? []), { target: clip.target, until: at }];
  return { ...clip, target, formerly: formerly.slice(-mostFormer) };
}
