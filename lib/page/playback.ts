import type { Playback } from '../core/source/snapshot';
import type { OpenRoots } from './flat-tree';
import { chooseMedia, isPlaying, showsAdvert } from './media-element';

/**
 * What the page's media element is doing: the one that plays, else the one somebody started. While a
 * player says that it shows an advert, the times are the advert's own. Undefined when there is none.
 */
export function readPlayback(document: Document, roots?: OpenRoots): Playback | undefined {
  const element = chooseMedia(document, 'started', roots);
  if (!element) return undefined;
  const { currentTime, duration, playbackRate: rate } = element;
  return {
    kind: element.localName === 'video' ? 'video' : 'audio',
    currentTime: Math.max(0, currentTime),
    ...(Number.isFinite(duration) && duration > 0 && { duration }),
    playing: isPlaying(element),
    ...(rate !== 1 && rate > 0 && { rate }),
    ...((element.muted || element.volume === 0) && { muted: true }),
    ...(element.ended && { ended: true }),
    ...(showsAdvert(element) && { advert: true }),
  };
}
