import { boxOf, documentElement, documentOf, isElement, scrollOf, styleOf } from './dom';
import { flatParent } from './flat-tree';

/**
 * Whether an element that is positioned absolutely or fixed is a box nobody sees: clipped to nothing
 * or to a pixel, as words for screen readers are, or laid left of the page or above it. What is only
 * scrolled out of view is seen. Boxes in the flow are not measured: there are too many.
 */
export function isUnseenBox(element: Element, style: CSSStyleDeclaration): boolean {
  if (isClippedAway(style)) return true;
  const { width, height, right, bottom } = boxOf(element);
  if ((width <= 1 || height <= 1) && style.overflow !== 'visible') return true;
  if (width === 0 || height === 0 || (right > 0 && bottom > 0)) return false;
  const scrolled = style.position === 'fixed' ? { left: 0, top: 0 } : scrollAround(element);
  return bottom + scrolled.top <= 0 || (right + scrolled.left <= 0 && !isRightToLeft(element));
}

function isClippedAway({ clip, clipPath }: CSSStyleDeclaration): boolean {
  const inset = /^inset\(([\d.]+)%/.exec(clipPath)?.[1];
  if (Number(inset ?? 0) >= 50) return true;
  const edges = /^rect\((.+)\)$/
    .exec(clip)?.[1]
    ?.split(/[\s,]+/)
    .map(parseFloat);
  if (!edges) return false;
  const [top = 0, right = 0, bottom = 0, left = 0] = edges;
  return right - left <= 1 || bottom - top <= 1;
}

/** How far everything around an element is scrolled, up to its own document. */
function scrollAround(element: Element): { readonly left: number; readonly top: number } {
  const root = documentElement(documentOf(element));
  const sum = { left: 0, top: 0 };
  for (let node = flatParent(element); node; node = flatParent(node)) {
    if (!isElement(node)) continue;
    const { left, top } = scrollOf(node);
    sum.left += left;
    sum.top += top;
    if (node === root) break;
  }
  return sum;
}

/** Left of such a page is where it goes on. */
function isRightToLeft(element: Element): boolean {
  const root = documentElement(documentOf(element));
  return root !== null && styleOf(root)?.direction === 'rtl';
}
