/** Which of a page's media elements is meant when somebody says "the player". */
import { closest, getAttribute, queryAll } from './dom';
import { openRoots } from './flat-tree';

/** What counts as the player: one that somebody started; `any`, also one that has something to play. */
export type WantedMedia = 'started' | 'any';

/**
 * The page's player: the one that plays and can be heard, else one that plays, else the one somebody
 * started, the longest first. Those in open shadow roots and in same-origin frames count; silent
 * loops are decoration. It is looked up anew each time, so that an element a site puts in another's
 * place, for an advert or the next video, is the one that is read. Undefined when there is none.
 */
export function chooseMedia(
  document: Document,
  wanted: WantedMedia = 'started',
  roots = openRoots(document),
): HTMLMediaElement | undefined {
  const candidates = roots
    .flatMap((root) => queryAll(root, 'audio, video') as HTMLMediaElement[])
    .filter((element) => !(element.muted && element.loop))
    .filter((element) => wasStarted(element) || isWanted(element, wanted));
  return candidates.sort((a, b) => rank(b) - rank(a) || length(b) - length(a))[0];
}

/** Whether it is playing; one that seeks goes on when it has arrived. */
export function isPlaying({ paused, ended, readyState, seeking }: HTMLMediaElement): boolean {
  return !paused && !ended && (readyState >= 2 || seeking);
}

/** What players put on themselves while an advert runs in the place of the video. */
const advertShown = '.ad-showing, .ad-interrupting, .vjs-ad-playing, .jw-flag-ads, .ima-ad-playing';

/** Whether the player around an element says that it shows an advert. */
export function showsAdvert(element: HTMLMediaElement): boolean {
  return closest(element, advertShown) !== null;
}

/** The captions of an element, be they loaded or not. */
export function captionTracks(element: HTMLMediaElement): TextTrack[] {
  return Array.from(element.textTracks).filter(
    ({ kind }) => kind === 'captions' || kind === 'subtitles',
  );
}

function isWanted(element: HTMLMediaElement, wanted: WantedMedia): boolean {
  return wanted === 'any' && (captionTracks(element).length > 0 || hasSource(element));
}

function hasSource(element: HTMLMediaElement): boolean {
  return (
    element.currentSrc !== '' ||
    (getAttribute(element, 'src') ?? '') !== '' ||
    element.srcObject !== null ||
    queryAll(element, 'source[src]', 1).length > 0
  );
}

function wasStarted(element: HTMLMediaElement): boolean {
  return isPlaying(element) || element.currentTime > 0;
}

function rank(element: HTMLMediaElement): number {
  if (!isPlaying(element)) return wasStarted(element) ? 0 : -1;
  return element.muted ? 1 : 2;
}

function length({ duration }: HTMLMediaElement): number {
  return Number.isNaN(duration) ? 0 : duration;
}
