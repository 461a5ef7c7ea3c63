import { windowOf } from '../dom';

export interface SelectionButton {
  /** From now on the button is offered under this name; undefined for not at all. */
  offer(label: string | undefined): void;
}

/** Pixels: the button's own size, and how far it stands from the selection. */
const size = { width: 32, height: 32 };
const gap = 6;

const css = `
  button { all: initial; box-sizing: border-box; width: ${size.width}px; height: ${size.height}px;
    display: grid; place-items: center; border-radius: 8px; cursor: pointer;
    background: light-dark(#fffdf7, #2b2822); border: 1px solid light-dark(#b9b2a1, #6d6657);
    box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
  button:hover { background: light-dark(#fff3cf, #453f30); }
  svg { width: 18px; height: 18px; stroke: light-dark(#3a3427, #f1ead9); fill: none; stroke-width: 2; }
`;

/** What of a page is there to be pressed or written in: the button never covers it. */
const controls =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [role="menuitem"], [contenteditable=""], [contenteditable="true"], [tabindex]:not([tabindex="-1"])';

/**
 * A button beside what is selected with the pointer. It takes neither focus nor selection, is not in the
 * page's tab order (the shortcut key does the same), goes with the selection, and where every place
 * beside it belongs to the page's own controls it does not show at all.
 */
export function createSelectionButton(document: Document, onPress: () => void): SelectionButton {
  const view = windowOf(document);
  let label: string | undefined;
  let host: HTMLElement | undefined;

  const hide = (): void => {
    host?.remove();
    host = undefined;
  };

  const show = (place: { readonly x: number; readonly y: number }): void => {
    hide();
    host = document.createElement('counterpoint-button');
    const style = {
      all: 'initial',
      position: 'fixed',
      left: `${place.x}px`,
      top: `${place.y}px`,
      'z-index': '2147483647',
      'color-scheme': 'light dark',
    };
    for (const [name, value] of Object.entries(style)) {
      host.style.setProperty(name, value, 'important');
    }
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const button = document.createElement('button');
    button.type = 'button';
    button.tabIndex = -1;
    button.title = label ?? '';
    button.setAttribute('aria-label', label ?? '');
    button.append(quoteMark(document));
    // Pressing must not take the selection away.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      hide();
      onPress();
    });
    root.append(button);
    document.documentElement.append(host);
  };

  const look = (): void => {
    if (label === undefined || !view) return;
    const selection = view.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
    if (!range || range.collapsed || selection?.toString().trim() === '' || isWriting(document)) {
      hide();
      return;
    }
    const place = freePlace(document, view, range);
    if (place) show(place);
    else hide();
  };

  const onPointerUp = (event: Event): void => {
    if (event.isTrusted && event.target !== host) view?.setTimeout(look);
  };
  const onSelection = (): void => {
    if (host && view?.getSelection()?.isCollapsed) hide();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };
  const listen = (on: boolean): void => {
    const change = on ? 'addEventListener' : 'removeEventListener';
    document[change]('pointerup', onPointerUp, true);
    document[change]('selectionchange', onSelection);
    document[change]('keydown', onKey as EventListener, true);
    document[change]('scroll', hide, true);
  };

  return {
    offer(wanted) {
      if ((wanted === undefined) !== (label === undefined)) listen(wanted !== undefined);
      label = wanted;
      if (wanted === undefined) hide();
    },
  };
}

/** Below the selection's end, above its start, or beside it: the first place that covers no control. */
function freePlace(
  document: Document,
  view: Window,
  range: Range,
): { x: number; y: number } | undefined {
  const rects = Array.from(range.getClientRects()).filter(({ width }) => width > 0);
  const [first, last] = [rects[0], rects.at(-1)];
  if (!first || !last) return undefined;
  const places = [
    { x: last.right - size.width, y: last.bottom + gap },
    { x: first.left, y: first.top - size.height - gap },
    { x: last.right + gap, y: last.top },
    { x: first.left - size.width - gap, y: first.top },
  ];
  return places
    .map(({ x, y }) => ({ x: Math.max(0, x), y: Math.max(0, y) }))
    .find(
      ({ x, y }) =>
        x + size.width <= view.innerWidth &&
        y + size.height <= view.innerHeight &&
        !coversControl(document, x, y),
    );
}

function coversControl(document: Document, x: number, y: number): boolean {
  const points = [0, 0.5, 1].flatMap((right) =>
    [0, 0.5, 1].map((down) => [x + right * size.width, y + down * size.height] as const),
  );
  return points.some(([left, top]) => {
    const element = document.elementFromPoint(left, top);
    return element !== null && element.closest(controls) !== null;
  });
}

/** Words being written are not a quote. */
function isWriting(document: Document): boolean {
  const focused = document.activeElement;
  return (
    focused instanceof HTMLElement &&
    (focused.isContentEditable || focused.matches('input, textarea'))
  );
}

function quoteMark(document: Document): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const mark = document.createElementNS(space, 'svg');
  mark.setAttribute('viewBox', '0 0 24 24');
  mark.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', 'M10 7c-3 0-5 2-5 5v5h5v-5H6M20 7c-3 0-5 2-5 5v5h5v-5h-4');
  mark.append(path);
  return mark;
}
