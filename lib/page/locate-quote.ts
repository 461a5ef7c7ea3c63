import { anchorQuote } from '../core/annotation/anchor-quote';
import type { TextIndex } from '../core/annotation/text-index';
import type { PageSelection } from '../core/source/snapshot';
import { visibleText } from '../core/annotation/visible-text';
import { addDirective } from './add-directive';
import { describeSelection } from './describe-selection';
import type { TextMap } from './text-map';

/**
 * Finds words that a person typed or pasted, and gives the page's own words at that place as a
 * selection. Small slips are forgiven; of several places the first is taken. Null when the page
 * does not say them.
 */
export function locateQuote(
  document: Document,
  map: TextMap,
  index: TextIndex,
  quote: string,
): PageSelection | null {
  const exact = visibleText(quote).slice(0, 100_000);
  if (exact === '') return null;
  const found = anchorQuote(index, [{ type: 'TextQuoteSelector', exact }]);
  const described = found && describeSelection(document, map, index, found.start, found.end);
  return described && addDirective(document, map, described);
}
