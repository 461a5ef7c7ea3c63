import type { Cue, Playback } from '../core/source/snapshot';
import { cuesBetween } from './cues';
import { documentElement, getAttribute } from './dom';
import { captionTracks, chooseMedia, isPlaying, showsAdvert } from './media-element';
import { cuesOfTrack, preferredTrack } from './text-track';

export interface PlaybackOptions {
  /** Also load the element's text track; the cues around the position, or all of them. */
  readonly cues?: 'recent' | 'all' | undefined;
}

/** Seconds before and after the present position whose cues are read. */
const before = 300;
const after = 60;
/** How long a text track may take to load, in milliseconds: all of it is asked for in passing only. */
const longestLoad = { recent: 3_000, all: 1_500 };
/**
 * What the page's media element is doing: the one that plays, else the one somebody started. With
 * it the cues from five minutes before to one after, from the element's own text track: with `cues`
 * a track that is off is loaded and put back as it was, without, only cues already there are read.
 * `cues: 'all'` reads the whole track, 5,000 cues around now at most, and that of an element with
 * captions nobody has started when no other was. While a player says that it shows an advert, the
 * times are the advert's own, and no cues are read. Undefined when there is no such element.
 */
export async function readPlayback(
  document: Document,
  options: PlaybackOptions = {},
): Promise<Playback | undefined> {
  const element = chooseMedia(document, options.cues === 'all' ? 'captioned' : 'started');
  if (!element) return undefined;
  const { currentTime, duration, playbackRate: rate } = element;
  const root = documentElement(document);
  const language = root ? (getAttribute(root, 'lang') ?? '') : '';
  const advert = showsAdvert(element);
  const cues = advert ? undefined : await readCues(element, language, options.cues);
  return {
    kind: element.localName === 'video' ? 'video' : 'audio',
    currentTime: Math.max(0, currentTime),
    ...(Number.isFinite(duration) && duration > 0 && { duration }),
    playing: isPlaying(element),
    ...(rate !== 1 && rate > 0 && { rate }),
    ...((element.muted || element.volume === 0) && { muted: true }),
    ...(element.ended && { ended: true }),
    ...(advert && { advert: true }),
    ...(cues && { cues }),
  };
}

async function readCues(
  element: HTMLMediaElement,
  language: string,
  wanted: PlaybackOptions['cues'],
): Promise<Cue[] | undefined> {
  const track = preferredTrack(captionTracks(element), language);
  if (!track) return undefined;
  return cuesOfTrack(element, track, wanted && longestLoad[wanted], (list) => {
    const { currentTime: now, duration } = element;
    const all = wanted === 'all';
    return cuesBetween(list, {
      from: all ? 0 : now - before,
      to: all ? Infinity : now + after,
      now,
      end: all ? duration : now + after,
    });
  });
}
