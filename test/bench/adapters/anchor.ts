import type { Selector } from '../../../lib/core/annotation/selector';
import { anchorSelectors } from '../../../lib/page/anchor';
import { describeSelection } from '../../../lib/page/describe-selection';
import { watchPageText } from '../../../lib/page/page-text';
import { endOffset, startOffset } from '../../../lib/page/text-points';

const watched = new WeakMap<Document, ReturnType<typeof watchPageText>>();

function textOf(document: Document): ReturnType<ReturnType<typeof watchPageText>['read']> {
  let watch = watched.get(document);
  if (!watch) watched.set(document, (watch = watchPageText(document)));
  return watch.read();
}

export function describe(root: Element, range: Range): readonly Selector[] | null {
  const document = root.ownerDocument;
  const { map, index } = textOf(document);
  const start = startOffset(map, { node: range.startContainer, offset: range.startOffset });
  const end = endOffset(map, { node: range.endContainer, offset: range.endOffset });
  return describeSelection(document, map, index(), start, end)?.selector ?? null;
}

export function anchor(root: Element, selectors: readonly Selector[]): Range | Range[] | null {
  const document = root.ownerDocument;
  const { map, index } = textOf(document);
  const ranges = anchorSelectors(document, map, index, selectors)?.ranges;
  if (!ranges || ranges.length === 0) return null;
  return ranges.length === 1 ? (ranges[0] ?? null) : ranges;
}
