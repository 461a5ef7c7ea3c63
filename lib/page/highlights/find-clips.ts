/** Looks for clips on a page as it is now, without ever keeping the page from answering. */
import { visibleLine } from '../../core/annotation/visible-text';
import type { PageClip } from '../../core/insight/companion';
import { anchorAll } from '../anchor-all';
import type { PageTexts } from '../page-text';
import type { PaintedClip } from './painted-clips';

/**
 * The clips that are on the page, in the order given; those that are not are left out. Works in slices,
 * and rejects when the signal aborts.
 */
export async function findClips(
  document: Document,
  texts: PageTexts,
  clips: readonly PageClip[],
  signal: AbortSignal,
): Promise<PaintedClip[]> {
  const targets = clips.map(({ selector }) => selector);
  const places = await anchorAll(document, targets, { texts, signal });
  return clips.flatMap((clip, at) => {
    const place = places[at];
    if (!place) return [];
    const { ranges, words, how } = place;
    const isChanged = how === 'changed' && visibleLine(words) !== visibleLine(clip.quote);
    return [{ clip, ranges, isChanged, words }];
  });
}
