/**
 * The room the toast lives in: an element with a closed shadow root, and in it an empty frame whose
 * document no script may run in. The page can neither read nor style it, and, because keys pressed
 * in a frame never reach the document around it, cannot listen in on a note being typed either.
 * Where a page is itself sandboxed there is no such frame, and `isPrivate` says so. The element
 * itself stands in the page: the page can write its style attribute, move and cover it.
 */

export interface ToastRoom {
  /** The element to build the toast in. */
  readonly body: HTMLElement;
  /** False where keys pressed in the body pass the page's listeners. */
  readonly isPrivate: boolean;
  setHeight(pixels: number): void;
  /**
   * Whether the toast looks and stands as it was put there; if not, it is put there again, so that
   * the next press counts.
   */
  isAsPinned(): boolean;
  /** Whether it can be reached: in the page, and in the modal dialog if one is open. */
  isReachable(): boolean;
  remove(): void;
}

const hostStyle: Record<string, string> = {
  all: 'initial',
  position: 'fixed',
  inset: 'auto 16px 16px auto',
  margin: '0',
  padding: '0',
  border: '0',
  width: 'min(380px, calc(100vw - 32px))',
  height: 'auto',
  background: 'transparent',
  overflow: 'visible',
  'z-index': '2147483647',
  display: 'block',
  'color-scheme': 'light dark',
};

function pin(element: HTMLElement, style: Record<string, string>): void {
  for (const [property, value] of Object.entries(style)) {
    // An important declaration in the style attribute is above every author rule (css-cascade-5, 6.1).
    element.style.setProperty(property, value, 'important');
  }
}

/** Properties of the style attribute as the browser writes them; custom ones have no effect here. */
function declared({ style }: HTMLElement): string {
  return Array.from(style)
    .filter((property) => !property.startsWith('--'))
    .map((property) => {
      const priority = style.getPropertyPriority(property);
      return `${property}:${style.getPropertyValue(property)}!${priority}`;
    })
    .sort()
    .join(';');
}

/** Pixels the toast may move by itself: a scroll bar that comes or goes. */
const playRoom = 24;

/** Pixels between the element and the window's right and lower edges. */
function gaps(element: HTMLElement): readonly [number, number] {
  const view = element.ownerDocument.defaultView ?? window;
  const { right, bottom } = element.getBoundingClientRect();
  return [view.innerWidth - right, view.innerHeight - bottom];
}

/** What is not inside an open modal dialog can be neither pressed nor focused (HTML, 6.3.1). */
function mountPoint(document: Document): Element {
  return Array.from(document.querySelectorAll('dialog:modal')).at(-1) ?? document.documentElement;
}

/** Puts an empty room into the page, above everything else there. */
export function openToastRoom(document: Document, css: string, title: string): ToastRoom {
  const host = document.createElement('counterpoint-toast');
  pin(host, hostStyle);
  const root = host.attachShadow({ mode: 'closed' });
  mountPoint(document).append(host);
  if ('popover' in host) {
    host.popover = 'manual';
    host.showPopover();
  }

  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin');
  frame.title = title;
  pin(frame, {
    display: 'block',
    width: '100%',
    height: '0',
    border: '0',
    background: 'transparent',
    'color-scheme': 'light dark',
  });
  root.append(frame);

  const inner = frame.contentDocument;
  // A page that is itself sandboxed denies us the frame's document; the shadow root must do.
  if (!inner) frame.remove();
  const body = document.createElement('div');
  body.className = 'room';
  (inner?.body ?? root).append(body);
  adopt(inner ?? root, css);
  const pinned = declared(host);
  const [gapRight, gapBottom] = gaps(host);
  return {
    body,
    isPrivate: inner !== null,
    isAsPinned() {
      const [right, bottom] = gaps(host);
      const moved = Math.max(Math.abs(right - gapRight), Math.abs(bottom - gapBottom));
      if (declared(host) === pinned && moved <= playRoom) return true;
      host.removeAttribute('style');
      pin(host, hostStyle);
      return false;
    },
    isReachable: () => host.isConnected && host.parentElement === mountPoint(document),
    setHeight: (pixels) => pin(frame, { height: `${pixels}px` }),
    remove: () => host.remove(),
  };
}

/** A constructed style sheet is not bound by the page's content security policy. */
function adopt(root: Document | ShadowRoot, css: string): void {
  const view = (root instanceof ShadowRoot ? root.ownerDocument : root).defaultView;
  const Sheet = view?.CSSStyleSheet ?? CSSStyleSheet;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}
