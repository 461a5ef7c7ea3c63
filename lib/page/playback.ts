import type { Cue, Playback } from '../core/source/snapshot';
import { cuesBetween } from './cues';
import { documentElement, getAttribute, queryAll } from './dom';
import { openRoots } from './flat-tree';

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
 * captions nobody has started when no other was. Undefined when there is no such element.
 */
export async function readPlayback(
  document: Document,
  options: PlaybackOptions = {},
): Promise<Playback | undefined> {
  const element = chooseElement(document, options.cues === 'all');
  if (!element) return undefined;
  const { currentTime, duration } = element;
  const root = documentElement(document);
  const language = root ? (getAttribute(root, 'lang') ?? '') : '';
  const cues = await readCues(element, language, options.cues);
  return {
    kind: element instanceof HTMLVideoElement || element.localName === 'video' ? 'video' : 'audio',
    currentTime: Math.max(0, currentTime),
    ...(Number.isFinite(duration) && duration > 0 && { duration }),
    playing: isPlaying(element),
    ...((element.muted || element.volume === 0) && { muted: true }),
    ...(element.ended && { ended: true }),
    ...(cues && { cues }),
  };
}

function isPlaying({ paused, ended, readyState }: HTMLMediaElement): boolean {
  return !paused && !ended && readyState >= 2;
}

function chooseElement(document: Document, unstarted: boolean): HTMLMediaElement | undefined {
  const candidates = openRoots(document)
    .flatMap((root) => queryAll(root, 'audio, video') as HTMLMediaElement[])
    // A silent loop is decoration.
    .filter((element) => !(element.muted && element.loop))
    .filter((element) => wasStarted(element) || (unstarted && captionTracks(element).length > 0));
  return candidates.sort((a, b) => rank(b) - rank(a) || length(b) - length(a))[0];
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

async function readCues(
  element: HTMLMediaElement,
  language: string,
  wanted: PlaybackOptions['cues'],
): Promise<Cue[] | undefined> {
  const track = chooseTrack(element, language);
  if (!track) return undefined;
  const { mode } = track;
  if (mode === 'disabled' && !wanted) return undefined;
  // Only a track that is not disabled has cues; hidden ones are not drawn.
  if (mode === 'disabled') track.mode = 'hidden';
  try {
    if (wanted) await loaded(element, track, longestLoad[wanted]);
    const { currentTime: now, duration } = element;
    if (!track.cues) return undefined;
    const all = wanted === 'all';
    return cuesBetween(track.cues, {
      from: all ? 0 : now - before,
      to: all ? Infinity : now + after,
      now,
      end: all ? duration : now + after,
    });
  } finally {
    if (track.mode !== mode) track.mode = mode;
  }
}

function chooseTrack(element: HTMLMediaElement, language: string): TextTrack | undefined {
  const tracks = captionTracks(element);
  const [short = ''] = language.toLowerCase().split(/[-_]/);
  return (
    tracks.find(({ mode }) => mode === 'showing') ??
    tracks.find((track) => short !== '' && track.language.toLowerCase().startsWith(short)) ??
    tracks[0]
  );
}

function captionTracks(element: HTMLMediaElement): TextTrack[] {
  return Array.from(element.textTracks).filter(
    ({ kind }) => kind === 'captions' || kind === 'subtitles',
  );
}

const loading = 1;

/** Resolves when the track's file is read, could not be, or took too long. */
function loaded(element: HTMLMediaElement, track: TextTrack, longest: number): Promise<void> {
  const source = (queryAll(element, 'track') as HTMLTrackElement[]).find(
    (candidate) => candidate.track === track,
  );
  if (!source || source.readyState > loading) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      source.removeEventListener('load', done);
      source.removeEventListener('error', done);
      resolve();
    };
    const timer = setTimeout(done, longest);
    source.addEventListener('load', done);
    source.addEventListener('error', done);
  });
}
