import type { Selector } from '../core/annotation/selector';
import { visibleText } from '../core/annotation/visible-text';
import type { PageSelection } from '../core/source/snapshot';
import { anchorSelectors } from './anchor';
import { highlightRanges } from './highlight';
import { lazyIndex } from './lazy-index';
import { locateQuote } from './locate-quote';
import { readTextMap, type TextMap } from './text-map';
import { rangesOf } from './text-points';

/** What to point at: a passage of a snapshot, a clip's target, or words a person typed. */
export type PointRequest =
  | { readonly start: number; readonly end: number; readonly exact: string }
  | { readonly selector: readonly Selector[] }
  | { readonly locate: string };

export interface PointAnswer {
  readonly found: boolean;
  /** The page's own words at the place, for words that were typed. */
  readonly selection?: PageSelection;
}

/**
 * Finds a place on the page as it is now, scrolls to it and paints it. `exact` is the passage's text;
 * the offsets count only while it still stands there.
 */
export function pointAt(document: Document, request: PointRequest): PointAnswer {
  const map = readTextMap(document);
  const index = lazyIndex(map.text);
  if ('locate' in request) {
    const selection = locateQuote(document, map, index(), request.locate);
    if (!selection) return { found: false };
    show(document, map, index, selection.selector);
    return { found: true, selection };
  }
  if ('selector' in request) return { found: show(document, map, index, request.selector) };
  const { start, end, exact } = request;
  const words = visibleText(map.text.slice(start, end)).replaceAll('\n', ' ');
  if (words !== '' && words === visibleText(exact).replaceAll('\n', ' ')) {
    highlightRanges(document, rangesOf(map, start, end));
    return { found: true };
  }
  return {
    found: show(document, map, index, [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact },
    ]),
  };
}

function show(
  document: Document,
  map: TextMap,
  index: ReturnType<typeof lazyIndex>,
  selectors: readonly Selector[],
): boolean {
  const anchored = anchorSelectors(document, map, index, selectors);
  if (!anchored) return false;
  highlightRanges(document, anchored.ranges);
  return true;
}
