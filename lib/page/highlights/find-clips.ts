/** Looks for clips on a page as it is now, without ever keeping the page from answering. */
import type { PageClip } from '../../core/insight/companion';
import { visibleText } from '../../core/annotation/visible-text';
import { anchorSelectors } from '../anchor';
import { lazyIndex } from '../lazy-index';
import { readTextMap } from '../text-map';
import type { PaintedClip } from './painted-clips';

/** Milliseconds of work between two looks at what else the page has to do. */
const slice = 12;

/**
 * The clips that are on the page, in the order given; those that are not are left out. Works in slices,
 * and gives up with what it has once `isOver` says so.
 */
export async function findClips(
  document: Document,
  clips: readonly PageClip[],
  isOver: () => boolean = () => false,
): Promise<PaintedClip[]> {
  const map = readTextMap(document);
  const index = lazyIndex(map.text);
  const found: PaintedClip[] = [];
  let since = performance.now();
  for (const clip of clips) {
    if (performance.now() - since > slice) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    if (isOver()) return found;
    const anchored = anchorSelectors(document, map, index, clip.selector);
    if (!anchored) continue;
    const words = visibleText(map.text.slice(anchored.start, anchored.end));
    const isChanged = anchored.how === 'changed' && words !== clip.quote;
    found.push({ clip, ranges: anchored.ranges, isChanged, words });
  }
  return found;
}
