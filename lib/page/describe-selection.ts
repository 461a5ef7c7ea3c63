import { describeQuote } from '../core/annotation/describe-quote';
import type { Selector } from '../core/annotation/selector';
import type { TextIndex } from '../core/annotation/text-index';
import { visibleText } from '../core/annotation/visible-text';
import type { PageSelection } from '../core/source/snapshot';
import { documentOf, documentUri } from './dom';
import type { TextMap } from './text-map';
import { pointsOf } from './text-points';
import { describePoint } from './xpath';

const longestExact = 100_000;
const longestParagraph = 20_000;

/**
 * A range of the map's text as a selection: the visible words with a `RangeSelector`, a
 * `TextPositionSelector` and a `TextQuoteSelector`, and the blocks of text they lie in. A range
 * longer than a clip may be is cut at its end. Null when nothing visible is in it.
 */
export function describeSelection(
  document: Document,
  map: TextMap,
  index: TextIndex,
  start: number,
  end: number,
): PageSelection | null {
  const last = Math.min(end, start + longestExact);
  const described = describeQuote(index, start, last);
  if (!described) return null;
  const { quote, position } = described;
  const points = pointsOf(map, position.start, position.end);
  const startSelector = points && describePoint(document, points.start);
  const endSelector = points && describePoint(document, points.end);
  const selector: Selector[] = [];
  if (startSelector && endSelector) {
    selector.push({ type: 'RangeSelector', startSelector, endSelector });
  }
  selector.push(position, quote);
  const frame = points && documentOf(points.start.node);
  const isCut = visibleText(map.text.slice(last, end)) !== '';
  return {
    exact: quote.exact,
    selector,
    paragraph: paragraphOf(map, position.start, position.end),
    ...(frame && frame !== document && { frameUrl: documentUri(frame).slice(0, 8_000) }),
    ...(isCut && { cut: true }),
  };
}

function paragraphOf(map: TextMap, start: number, end: number): string {
  const blocks = map.blocks.filter((block) => block.start < end && block.end > start);
  const from = Math.min(start, blocks[0]?.start ?? start);
  const to = Math.max(end, blocks.at(-1)?.end ?? end);
  const whole = visibleText(map.text.slice(from, to));
  if (whole.length <= longestParagraph) return whole;
  const spare = Math.max(0, longestParagraph - (end - start)) >> 1;
  const around = map.text.slice(Math.max(from, start - spare), Math.min(to, end + spare));
  return visibleText(around).slice(0, longestParagraph);
}
