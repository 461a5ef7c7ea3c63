/** One toast a page: opens it, keeps its height, and takes it away when nobody needs it any more. */
import type {
  ToastAction,
  ToastAnswer,
  ToastCandidate,
  ToastState,
} from '../../core/insight/toast';
import { openToastRoom, type ToastRoom } from './toast-frame';
import { toastStyle } from './toast-style';
import { renderToast } from './toast-view';

/** Milliseconds a toast stays that nobody points at, writes in or has the keyboard in. */
const restingTime = 12_000;

export interface Toast {
  /** Shows a state, in the place of the one before. */
  show(state: ToastState): void;
  /** Adds where the clip could belong, once that is known; whatever the person did since stays. */
  offer(clipId: string, candidates: readonly ToastCandidate[]): void;
}

/**
 * A toast for this document. `ask` carries what the person wants to the background and rejects when
 * there is no background any more, as after an update of the extension.
 */
export function createToast(
  document: Document,
  ask: (action: ToastAction) => Promise<ToastAnswer>,
): Toast {
  let room: ToastRoom | undefined;
  let current: ToastState | undefined;
  let observer: ResizeObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = () => {
    clearTimeout(timer);
    observer?.disconnect();
    room?.remove();
    room = undefined;
  };

  const stay = () => clearTimeout(timer);

  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(close, restingTime);
  };

  const open = (state: ToastState): ToastRoom => {
    const opened = openToastRoom(document, toastStyle, state.labels.region);
    const { body } = opened;
    // The frame's own observer: an error of its rounds would be raised in the page otherwise.
    const view = body.ownerDocument.defaultView ?? window;
    observer = new view.ResizeObserver(() => opened.setHeight(body.offsetHeight));
    observer.observe(body);
    for (const kind of ['pointerenter', 'focusin', 'input']) body.addEventListener(kind, stay);
    for (const kind of ['pointerleave', 'focusout']) body.addEventListener(kind, rest);
    return opened;
  };

  const show = (state: ToastState) => {
    room ??= open(state);
    const { body } = room;
    const act = (action: ToastAction) =>
      ask(action).catch(() => ({ done: false, message: state.labels.unreachable }));
    keepWriting(body, current, state, () => renderToast(body, state, { act, change: show, close }));
    current = state;
    room.setHeight(body.offsetHeight);
    rest();
  };

  const offer = (clipId: string, candidates: readonly ToastCandidate[]) => {
    if (!room || current?.clip?.id !== clipId) return;
    show({ ...current, candidates });
  };

  return { show, offer };
}

/** Whoever is in the middle of a note keeps the words, the caret and the keyboard. */
function keepWriting(
  body: HTMLElement,
  before: ToastState | undefined,
  after: ToastState,
  render: () => void,
): void {
  const field = body.querySelector('textarea');
  const sameClip = before?.clip !== undefined && before.clip.id === after.clip?.id;
  const hadFocus = field !== null && body.ownerDocument.activeElement === field;
  render();
  const next = body.querySelector('textarea');
  if (!field || !next || !sameClip) return;
  next.value = field.value;
  if (!hadFocus) return;
  next.focus();
  next.setSelectionRange(field.selectionStart, field.selectionEnd);
}
