import type { Selector } from '../core/annotation/selector';
import { visibleLine, visibleText } from '../core/annotation/visible-text';
import type { FoundClip, SoughtClip } from '../core/insight/sought-clip';
import type { PageSelection } from '../core/source/snapshot';
import { anchorOne } from './anchor-all';
import { highlightRanges } from './highlight';
import { locateQuote } from './locate-quote';
import { watchPageText, type PageTexts } from './page-text';
import { rangesOf } from './text-points';

/** What to point at: a passage of a snapshot, a clip's target, or words a person typed. */
export type PointRequest =
  | { readonly start: number; readonly end: number; readonly exact: string }
  | { readonly selector: readonly Selector[] }
  | { readonly locate: string }
  /** Clips to be looked for, none of them shown. */
  | { readonly find: readonly SoughtClip[] };

export interface PointAnswer {
  readonly found: boolean;
  /** The page's own words at the place, for words that were typed. */
  readonly selection?: PageSelection;
  /** In the order asked, where clips were looked for. */
  readonly clips?: readonly FoundClip[];
}

/**
 * Finds a place on the page as it is now, scrolls to it and paints it. `exact` is the passage's text;
 * the offsets count only while it still stands there.
 */
export function pointAt(document: Document, request: PointRequest): PointAnswer {
  const texts = watchPageText(document);
  try {
    return pointWithin(document, texts, request);
  } finally {
    texts.stop();
  }
}

function pointWithin(document: Document, texts: PageTexts, request: PointRequest): PointAnswer {
  if ('selector' in request) return { found: show(document, texts, request.selector) };
  const { map, index } = texts.read();
  if ('locate' in request) {
    const selection = locateQuote(document, map, index(), request.locate);
    if (!selection) return { found: false };
    show(document, texts, selection.selector);
    return { found: true, selection };
  }
  if ('find' in request) {
    const clips = request.find.map((sought) => findClip(document, texts, sought));
    return { found: clips.every(({ state }) => state !== 'missing'), clips };
  }
  const { start, end, exact } = request;
  const words = visibleText(map.text.slice(start, end)).replaceAll('\n', ' ');
  if (words !== '' && words === visibleText(exact).replaceAll('\n', ' ')) {
    highlightRanges(document, rangesOf(map, start, end));
    return { found: true };
  }
  return {
    found: show(document, texts, [
      { type: 'TextPositionSelector', start, end },
      { type: 'TextQuoteSelector', exact },
    ]),
  };
}

function findClip(
  document: Document,
  texts: PageTexts,
  { id, selector, quote }: SoughtClip,
): FoundClip {
  const anchored = anchorOne(document, texts, selector);
  if (!anchored) return { id, state: 'missing' };
  const words = anchored.words.slice(0, 100_000);
  const isChanged = anchored.how === 'changed' && visibleLine(words) !== visibleLine(quote);
  return { id, state: isChanged ? 'changed' : 'found', words };
}

function show(document: Document, texts: PageTexts, selectors: readonly Selector[]): boolean {
  const anchored = anchorOne(document, texts, selectors);
  if (!anchored) return false;
  highlightRanges(document, anchored.ranges);
  return true;
}
