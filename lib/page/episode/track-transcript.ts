import { readCaptions, type Caption } from '../../core/transcript/read-captions';
import type { Chapter, Transcript } from '../../core/transcript/transcript';
import { unrollCues } from '../../core/transcript/unroll-cues';
import { captionTracks } from '../media-element';
import { cuesOfTrack, preferredTrack } from '../text-track';
import type { EpisodePage } from './episode-page';

/** Milliseconds a text track may take to load. */
const longest = 3_000;
const mostCues = 100_000;
const longestPayload = 50_000;

/** The whole of the player's own captions, loaded and put back; undefined where there are none. */
export async function trackTranscript(page: EpisodePage): Promise<Transcript | undefined> {
  const { player, language } = page;
  const track = player && preferredTrack(captionTracks(player), language);
  if (!player || !track) return undefined;
  const captions = await cuesOfTrack(player, track, longest, captionsOf);
  const cues = unrollCues(readCaptions(captions ?? []))
    .filter(({ text }) => text !== '')
    .slice(0, mostCues);
  if (cues.length === 0) return undefined;
  return {
    cues: [...cues],
    chapters: [],
    clock: 'played',
    ...(track.language !== '' && { language: track.language.slice(0, 40) }),
    origin: { form: 'vtt', kind: 'track' },
  };
}

/** The chapters of the player's own track of that kind, loaded and put back. */
export async function trackChapters({ player }: EpisodePage): Promise<Chapter[]> {
  const track = player && Array.from(player.textTracks).find(({ kind }) => kind === 'chapters');
  if (!player || !track) return [];
  const captions = await cuesOfTrack(player, track, longest, captionsOf);
  return (captions ?? []).slice(0, 2_000).flatMap((caption) => {
    const title = readCaptions([caption])
      .map(({ text, speaker }) => (speaker === undefined ? text : `${speaker}: ${text}`))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 2_000);
    const { start, end } = caption;
    return title === '' ? [] : [{ start, ...(end > start && { end }), title }];
  });
}

function captionsOf(list: TextTrackCueList): Caption[] {
  return Array.from(list).flatMap((cue) => {
    if (!('text' in cue)) return [];
    const start = Math.max(0, cue.startTime);
    // The end of an open cue is Infinity, which no number in JSON says.
    const end = Number.isFinite(cue.endTime) ? Math.max(start, cue.endTime) : start;
    return [{ start, end, payload: String(cue.text).slice(0, longestPayload) }];
  });
}
