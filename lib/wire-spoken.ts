/** What clipping from an episode needs beside `wire.ts`: its transcript, the mark, the setting. */
import type { Episode } from './core/transcript/episode';
import { openDatabase } from './storage/database';
import { createTranscriptStore } from './storage/transcript-store';
import { episodePages } from './wire-episode';

export { listening, recentLengths } from './browser/listening';
export { marks } from './browser/moment-marks';

export const transcripts = createTranscriptStore(openDatabase());

/** Milliseconds that a clip waits for the page's transcript: its captions may still have to be loaded. */
const longest = 1_500;

/** The episode of a tab's page, unless it takes too long to read or cannot be. */
export function episodeInTime(tabId: number): Promise<Episode | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), longest);
    episodePages
      .readEpisode(tabId)
      .then((answer) => resolve(answer.ok ? answer.value : undefined), reject)
      .finally(() => clearTimeout(timer));
  });
}
