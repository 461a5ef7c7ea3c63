/**
 * The room the toast lives in: an element with a closed shadow root, and in it an empty frame whose
 * document no script may run in. The page can neither read nor style it, and, because keys pressed
 * in a frame never reach the document around it, cannot listen in on a note being typed either.
 */

export interface ToastRoom {
  /** The element to build the toast in. */
  readonly body: HTMLElement;
  setHeight(pixels: number): void;
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

/** Puts an empty room into the page, above everything else there. */
export function openToastRoom(document: Document, css: string, title: string): ToastRoom {
  const host = document.createElement('counterpoint-toast');
  pin(host, hostStyle);
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
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
  return {
    body,
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
