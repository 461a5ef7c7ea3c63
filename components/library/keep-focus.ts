/** How many of the elements that had the focus are known again. */
const remembered = 16;
const controls = 'a[href], button:not(:disabled)';
/** Items of lists, and clips. */
const rows = 'li, article';
const title = 'h2[tabindex="-1"]';

/**
 * Where an element that has the focus is taken away (a notice with its Undo, the row whose button was
 * pressed), brings the keyboard to the next best place, where the browser would start again at the
 * top of the page: from a row to the row after or before it; from a notice or a dialog to what had the
 * focus in `main` before; else to what came in its place, the heading, or the list. Returns the way to
 * stop it.
 */
export function keepFocus(document: Document): () => void {
  const { body } = document;
  const earlier: Element[] = [];
  /** What has the focus, until the person leaves it for nothing. */
  let current: Element | undefined;
  let byKeyboard = false;

  const arrive = ({ target }: FocusEvent) => {
    if (!(target instanceof Element)) return;
    if (current && current !== target) earlier.push(current);
    if (earlier.length > remembered) earlier.shift();
    current = target;
    byKeyboard = target.matches(':focus-visible');
  };
  const leave = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof Element)) return;
    // A browser may say this of what it is just taking away, too.
    setTimeout(() => {
      if (target === current && target.isConnected && document.activeElement === body) {
        earlier.push(target);
        current = undefined;
      }
    });
  };
  const observer = new MutationObserver((records) => {
    const lost = current;
    if (!lost || lost.isConnected || document.activeElement !== body) return;
    const record = records.find(({ removedNodes }) =>
      [...removedNodes].some((node) => node.contains(lost)),
    );
    if (!record) return;
    // Whoever pressed with the mouse looks at what they pressed, and is not scrolled away from it.
    placeAfter(lost, record, earlier)?.focus({ preventScroll: !byKeyboard });
  });

  document.addEventListener('focusin', arrive);
  document.addEventListener('focusout', leave);
  observer.observe(body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('focusout', leave);
    observer.disconnect();
  };
}

function placeAfter(
  lost: Element,
  { target, removedNodes, nextSibling, previousSibling }: MutationRecord,
  earlier: readonly Element[],
): HTMLElement | null | undefined {
  const removed = [...removedNodes].find((node) => node.contains(lost));
  if (removed instanceof Element && removed.matches(rows)) {
    for (const row of [nextSibling, previousSibling]) {
      const isRow = row instanceof Element && row.isConnected && row.matches(rows);
      const found = isRow ? inside(row, controls) : null;
      if (found) return found;
    }
  }
  const main = document.querySelector('main');
  const isAside = lost.closest('dialog') !== null || !main?.contains(target);
  const before = earlier.findLast((each) => main?.contains(each));
  if (isAside && before instanceof HTMLElement) return before;
  const around = target instanceof Element && main?.contains(target) ? target : main;
  if (around && around !== main) {
    const near = inside(around, title) ?? inside(around, controls);
    if (near) return near;
  }
  return (
    main && (inside(main, title) ?? inside(main, 'li a[tabindex="0"]') ?? inside(main, controls))
  );
}

function inside(element: Element, selector: string): HTMLElement | null {
  return element.querySelector<HTMLElement>(selector);
}
