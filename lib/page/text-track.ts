import { queryAll } from './dom';

/**
 * The cues of a track. One that is off is loaded and put back as it was if it may take `longest`
 * milliseconds; without, only cues already there are read. Undefined where there are none.
 */
export async function cuesOfTrack<T>(
  element: HTMLMediaElement,
  track: TextTrack,
  longest: number | undefined,
  read: (cues: TextTrackCueList) => T,
): Promise<T | undefined> {
  const { mode } = track;
  if (mode === 'disabled' && longest === undefined) return undefined;
  // Only a track that is not disabled has cues; hidden ones are not drawn.
  if (mode === 'disabled') track.mode = 'hidden';
  try {
    if (longest !== undefined) await loaded(element, track, longest);
    return track.cues ? read(track.cues) : undefined;
  } finally {
    if (track.mode !== mode) track.mode = mode;
  }
}

/** Of some tracks the one that is shown, else one in the page's language, else the first. */
export function preferredTrack(
  tracks: readonly TextTrack[],
  language: string,
): TextTrack | undefined {
  const [short = ''] = language.toLowerCase().split(/[-_]/);
  return (
    tracks.find(({ mode }) => mode === 'showing') ??
    tracks.find((track) => short !== '' && track.language.toLowerCase().startsWith(short)) ??
    tracks[0]
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
