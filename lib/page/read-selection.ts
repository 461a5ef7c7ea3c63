import type { TextIndex } from '../core/annotation/text-index';
import { visibleText } from '../core/annotation/visible-text';
import type { PageSelection } from '../core/source/snapshot';
import { addDirective } from './add-directive';
import { describeSelection } from './describe-selection';
import {
  activeElement,
  documentOf,
  frameDocument,
  isDocument,
  isShadowRoot,
  localName,
  openShadowRoot,
  selectionOf,
} from './dom';
import { openRoots } from './flat-tree';
import type { TextMap } from './text-map';
import { endOffset, startOffset, type BoundaryPoint } from './text-points';

interface SelectedRange {
  readonly start: BoundaryPoint;
  readonly end: BoundaryPoint;
}

/** `Selection.getComposedRanges` and Chromium's older way into a shadow root. */
type ComposedSelection = Omit<Selection, 'getComposedRanges'> & {
  getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[];
};
type SelectingRoot = ShadowRoot & { getSelection?: () => Selection | null };

/**
 * What the person has selected: in a focused text field, else in the document that has the focus,
 * else in the page, its open shadow roots or its same-origin frames. The words of a field have no place in the page and carry a quote only.
 * Undefined when nothing visible is selected.
 */
export function readSelection(
  document: Document,
  map: TextMap,
  index: () => TextIndex,
  roots = openRoots(document),
): PageSelection | undefined {
  const focused = focusedElement(document);
  const field = focused && isField(focused) ? focused : undefined;
  const inField = field && selectedInField(field);
  if (inField) return inField;
  for (const frame of startingWith(focusedDocument(focused), roots.filter(isDocument))) {
    const selection = selectionOf(frame);
    if (!selection) continue;
    const range = selectedRange(selection, roots.filter(isShadowRoot));
    if (!range) continue;
    const start = startOffset(map, range.start);
    const end = endOffset(map, range.end);
    const described = start < end && describeSelection(document, map, index(), start, end);
    if (described) return addDirective(document, map, described);
    // While a field has the focus this may be what stands in it, which may be a secret.
    const words = field ? undefined : plainSelection(selection.toString(), '');
    if (words) return words;
  }
  return undefined;
}

function selectedRange(selection: ComposedSelection, roots: ShadowRoot[]): SelectedRange | null {
  if (typeof selection.getComposedRanges === 'function') {
    const [range] = selection.getComposedRanges({ shadowRoots: roots });
    return range && !range.collapsed ? pointsOfRange(range) : null;
  }
  for (const root of roots as SelectingRoot[]) {
    const inner = root.getSelection?.();
    if (inner && inner.rangeCount > 0 && !inner.isCollapsed)
      return pointsOfRange(inner.getRangeAt(0));
  }
  if (selection.rangeCount === 0 || selection.isCollapsed) return null;
  return pointsOfRange(selection.getRangeAt(0));
}

function pointsOfRange(range: AbstractRange): SelectedRange {
  return {
    start: { node: range.startContainer, offset: range.startOffset },
    end: { node: range.endContainer, offset: range.endOffset },
  };
}

/** Types of input whose text may be read; a password is none of them. */
const textTypes = /^(text|search|url|tel)$/;

function focusedElement(document: Document): Element | null {
  let focused = activeElement(document);
  for (let inner = focused; inner;) {
    focused = inner;
    const frame = frameDocument(inner);
    inner = frame ? activeElement(frame) : (openShadowRoot(inner)?.activeElement ?? null);
  }
  return focused;
}

/** Whether the focus is in a frame of another origin, of whose selection the browser tells nothing. */
export function focusIsElsewhere(document: Document): boolean {
  const focused = focusedElement(document);
  return (
    focused !== null && /^i?frame$/.test(localName(focused)) && frameDocument(focused) === null
  );
}

function focusedDocument(focused: Element | null): Document | null {
  return focused && (frameDocument(focused) ?? documentOf(focused));
}

function startingWith(first: Document | null, documents: readonly Document[]): Document[] {
  const others = documents.filter((other) => other !== first);
  return first && others.length < documents.length ? [first, ...others] : others;
}

function isField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return localName(element) === 'textarea' || localName(element) === 'input';
}

function selectedInField(field: HTMLInputElement | HTMLTextAreaElement): PageSelection | undefined {
  if (localName(field) === 'input' && !textTypes.test(field.type)) return undefined;
  const { selectionStart, selectionEnd, value } = field;
  if (selectionStart === null || selectionEnd === null) return undefined;
  return plainSelection(value.slice(selectionStart, selectionEnd), value);
}

function plainSelection(words: string, around: string): PageSelection | undefined {
  const whole = visibleText(words);
  const exact = whole.slice(0, 100_000);
  if (exact === '') return undefined;
  return {
    exact,
    selector: [{ type: 'TextQuoteSelector', exact }],
    paragraph: visibleText(around).slice(0, 20_000),
    ...(whole.length > exact.length && { cut: true }),
  };
}
