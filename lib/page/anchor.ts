import { anchorQuoteSteps, type AnchoredQuote } from '../core/annotation/anchor-quote';
import { finish } from '../core/annotation/finish';
import { foldText } from '../core/annotation/fold-text';
import type { RangeSelector, Selector, TextQuoteSelector } from '../core/annotation/selector';
import type { TextIndex } from '../core/annotation/text-index';
import { visibleText } from '../core/annotation/visible-text';
import { isElement, localName, parentNode } from './dom';
import type { TextMap } from './text-map';
import { endOffset, pointsOf, rangesOf, startOffset } from './text-points';
import { resolvePoint } from './xpath';

/** A selector's place on the page: DOM ranges, offsets in the map, and how sure it is (0 to 1). */
export interface Anchored extends Omit<AnchoredQuote, 'how'> {
  readonly ranges: Range[];
  /** What stands there now, as a reader sees it. */
  readonly words: string;
  readonly how: AnchoredQuote['how'] | 'range';
}

/**
 * Finds where selectors lead on the page as it is now. The range selector is the fast path and
 * counts only when quote and context stand there; else the quote decides. Null when it is gone.
 */
export function anchorSelectors(
  document: Document,
  map: TextMap,
  index: () => TextIndex,
  selectors: readonly Selector[],
): Anchored | null {
  return finish(anchorSelectorSteps(document, map, index, selectors));
}

/** {@link anchorSelectors} in steps of some milliseconds. The map is of one moment throughout. */
export function* anchorSelectorSteps(
  document: Document,
  map: TextMap,
  index: () => TextIndex,
  selectors: readonly Selector[],
): Generator<void, Anchored | null> {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const range = selectors.find((selector) => selector.type === 'RangeSelector');
  const direct = quote && range && anchorRange(document, map, range, quote);
  if (direct) {
    const { start, end } = direct;
    return { ...direct, ranges: rangesOf(map, start, end), words: wordsAt(map, [direct]) };
  }
  const path = range && pathNames(range.startSelector.value);
  const found = yield* anchorQuoteSteps(index(), selectors, (start) =>
    path ? pathLikeness(map, start, path) : 0,
  );
  if (!found) return null;
  const parts = [found, ...(found.elsewhere ?? [])].sort((a, b) => a.start - b.start);
  const ranges = parts.flatMap(({ start, end }) => rangesOf(map, start, end));
  return { ...found, ranges, words: wordsAt(map, parts) };
}

function wordsAt(map: TextMap, parts: readonly Pick<AnchoredQuote, 'start' | 'end'>[]): string {
  return parts.map(({ start, end }) => visibleText(map.text.slice(start, end))).join('\n');
}

/** The names of the elements on a path, the innermost first. */
function pathNames(path: string): string[] {
  return (path.split(' >>> ').at(-1) ?? '').split('/').slice(1).toReversed().map(nameOf);
}

function nameOf(step: string): string {
  return step.replace(/\[\d+\]$/, '');
}

/** Elements around a place that are compared. */
const comparedNames = 6;

/** The share of the elements around a place that are like those on a path, 0 to 1. */
function pathLikeness(map: TextMap, start: number, path: readonly string[]): number {
  let node: Node | null = pointsOf(map, start, start + 1)?.start.node ?? null;
  let alike = 0;
  for (let i = 0; i < comparedNames; i += 1) {
    node = node && parentNode(node);
    const name = node && isElement(node) ? localName(node) : undefined;
    if (name === path[i]) alike += 1;
  }
  return alike / comparedNames;
}

function anchorRange(
  document: Document,
  map: TextMap,
  { startSelector, endSelector }: RangeSelector,
  { exact, prefix = '', suffix = '' }: TextQuoteSelector,
): Omit<Anchored, 'ranges' | 'words'> | null {
  const startPoint = resolvePoint(document, startSelector);
  const endPoint = resolvePoint(document, endSelector);
  if (!startPoint || !endPoint) return null;
  const start = startOffset(map, startPoint);
  const end = endOffset(map, endPoint);
  if (start >= end || end - start > exact.length * 4 + 1_000) return null;
  // To the letter: where white space or marks moved, the path's ends are off by them.
  if (visibleText(map.text.slice(start, end)) !== exact) return null;
  const before = foldText(map.text.slice(Math.max(0, start - prefix.length * 2 - 64), start));
  const after = foldText(map.text.slice(end, end + suffix.length * 2 + 64));
  if (!before.endsWith(foldText(prefix)) || !after.startsWith(foldText(suffix))) return null;
  return { start, end, score: 1, how: 'range' };
}
