import { err, ok, type Result } from '../core/result';
import { pageKey } from '../core/source/page-key';
import type { CaptureFailure } from './capture-clip';
import type { MomentMarks } from './episode-ports';
import type { PageFailure, Pages } from './ports';

export interface MarkPorts {
  readonly pages: Pick<Pages, 'readPage'>;
  readonly marks: Pick<MomentMarks, 'set'>;
}

/** Why nothing was marked: the page cannot be read, or plays nothing of an episode that can be timed. */
export type MarkFailure =
  | PageFailure
  | Extract<
      CaptureFailure,
      { readonly kind: 'nothing-playing' | 'advert-playing' | 'player-elsewhere' }
    >;

/**
 * Sets the mark of a tab's episode to where its player is, in place of the one before; gives that place
 * in the player's seconds.
 */
export async function markMoment(
  { pages, marks }: MarkPorts,
  tabId: number,
): Promise<Result<number, MarkFailure>> {
  const page = await pages.readPage(tabId);
  if (!page.ok) return page;
  const { playback, playersElsewhere = [] } = page.value;
  if (!playback) {
    return err({ kind: playersElsewhere.length > 0 ? 'player-elsewhere' : 'nothing-playing' });
  }
  if (playback.advert) return err({ kind: 'advert-playing' });
  await marks.set(tabId, pageKey(page.value), playback.currentTime);
  return ok(playback.currentTime);
}
