import type { PageSelection } from '../core/source/snapshot';
import { describeSelection } from './describe-selection';
import type { PageTexts } from './page-text';
import { endOffset, startOffset } from './text-points';

/**
 * A DOM range as a selection, as {@link describeSelection} gives it. What lies in a part of the page
 * that is folded away or faded out is described with what stands around it there. Null when there is
 * no text in the range.
 */
export function describeRange(
  document: Document,
  texts: PageTexts,
  { startContainer, startOffset: from, endContainer, endOffset: to }: AbstractRange,
): PageSelection | null {
  for (const unseen of [false, true]) {
    const { map, index } = texts.read(unseen);
    const start = startOffset(map, { node: startContainer, offset: from });
    const end = endOffset(map, { node: endContainer, offset: to });
    const described = start < end ? describeSelection(document, map, index(), start, end) : null;
    if (described) return described;
  }
  return null;
}
