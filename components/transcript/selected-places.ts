import type { CuePlace } from '@/lib/core/transcript/words-of-cues';

export interface CueSelection {
  readonly from: CuePlace;
  readonly to: CuePlace;
}

/** What is selected with the pointer in a list of cues, to the letter; undefined when nothing is. */
export function selectedPlaces(list: HTMLElement): CueSelection | undefined {
  const selection = list.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(list)) return undefined;
  const from = placeOf(list, range.startContainer, range.startOffset);
  const to = placeOf(list, range.endContainer, range.endOffset);
  return from && to ? { from, to } : undefined;
}

/** The place of a boundary point; one that stands beside a cue's text counts as its beginning or end. */
function placeOf(list: HTMLElement, node: Node, offset: number): CuePlace | undefined {
  const element = node instanceof Element ? node : node.parentElement;
  const row = element?.closest<HTMLElement>('[data-place]');
  const text = row?.querySelector('[data-text]');
  if (!row || !text || !list.contains(row)) return undefined;
  const before = list.ownerDocument.createRange();
  before.selectNodeContents(text);
  const cue = Number(row.dataset['place']);
  const side = before.comparePoint(node, offset);
  if (side < 0) return { cue, offset: 0 };
  if (side === 0) before.setEnd(node, offset);
  return { cue, offset: before.toString().length };
}
