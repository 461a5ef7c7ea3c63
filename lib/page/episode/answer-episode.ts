import type { Episode, Position } from '../../core/transcript/episode';
import { chooseMedia, isPlaying } from '../media-element';
import { readEpisode } from './read-episode';

/** What the extension asks of the page's episode. */
export type EpisodeRequest =
  | { readonly read: true }
  | { readonly at: true }
  /** Seconds of the player's own time to go to. */
  | { readonly seek: number };

type EpisodeAnswer = Episode | { readonly position?: Position } | { readonly done: boolean };

/** Answers a request with plain data; `seek` alone changes something, the player's position. */
export async function answerEpisode(
  document: Document,
  url: string,
  request: EpisodeRequest,
): Promise<EpisodeAnswer> {
  if ('read' in request) return readEpisode(document, url);
  const player = chooseMedia(document, 'any');
  if ('at' in request) return player ? { position: positionOf(player) } : {};
  if (!player || !Number.isFinite(request.seek)) return { done: false };
  player.currentTime = Math.max(0, request.seek);
  return { done: true };
}

function positionOf(player: HTMLMediaElement): Position {
  const { currentTime, duration, playbackRate } = player;
  return {
    currentTime: Math.max(0, currentTime),
    ...(Number.isFinite(duration) && duration > 0 && { duration }),
    playing: isPlaying(player),
    rate: playbackRate > 0 ? playbackRate : 1,
  };
}
