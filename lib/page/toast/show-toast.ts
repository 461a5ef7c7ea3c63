/** One toast a page: opens it, keeps its height, and takes it away when nobody needs it any more. */
import type {
  ToastAction,
  ToastAnswer,
  ToastCandidate,
  ToastState,
} from '../../core/insight/toast';
import { openToastRoom, type ToastRoom } from './toast-frame';
import { createNoteDraft, type NoteDraft } from './note-draft';
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
 * A toast for this document. `ask` carries what the person wants to the background and rejects, or
 * answers nothing, when no background of this version is there any more, as after an update.
 */
export function createToast(
  document: Document,
  ask: (action: ToastAction) => Promise<ToastAnswer | undefined>,
): Toast {
  let room: ToastRoom | undefined;
  let current: ToastState | undefined;
  let note: NoteDraft | undefined;
  let say: (answer: ToastAnswer) => void = () => undefined;
  let observer: ResizeObserver | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Settled once no button is held down. */
  let released = Promise.resolve();

  const flush = () => note?.flush();
  const flushUnseen = () => {
    if (document.visibilityState === 'hidden') flush();
  };

  const close = () => {
    clearTimeout(timer);
    flush();
    document.defaultView?.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', flushUnseen);
    observer?.disconnect();
    room?.remove();
    room = undefined;
  };

  const stay = () => clearTimeout(timer);

  /** Whether somebody points at the toast or has the keyboard in it. */
  const isInUse = () =>
    room !== undefined &&
    (room.body.matches(':hover') || room.body.querySelector(':focus') !== null);

  const rest = () => {
    clearTimeout(timer);
    if (!isInUse()) timer = setTimeout(close, restingTime);
  };

  const open = (state: ToastState): ToastRoom => {
    const opened = openToastRoom(document, toastStyle, state.labels.region);
    const { body } = opened;
    released = Promise.resolve();
    // The frame's own observer: an error of its rounds would be raised in the page otherwise.
    const view = body.ownerDocument.defaultView ?? window;
    observer = new view.ResizeObserver(() => opened.setHeight(body.offsetHeight));
    observer.observe(body);
    for (const kind of ['pointerenter', 'focusin', 'input']) body.addEventListener(kind, stay);
    for (const kind of ['pointerleave', 'focusout']) {
      // What is in use is known only once the event is over.
      body.addEventListener(kind, () => queueMicrotask(rest));
    }
    body.addEventListener('pointerdown', () => {
      released = releaseIn(body.ownerDocument);
    });
    // What is sent now still arrives: the background outlives the page.
    document.defaultView?.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flushUnseen);
    return opened;
  };

  const draw = (state: ToastState) => {
    // The page may have thrown it out, or opened a dialog over it.
    if (room && !room.isReachable()) close();
    room ??= open(state);
    const shown = room;
    const { body, isPrivate } = shown;
    const unreachable = { done: false, message: state.labels.unreachable };
    const act = (action: ToastAction) =>
      ask(action).then(
        (answer) => answer ?? unreachable,
        () => unreachable,
      );
    if (note?.clipId !== state.clip?.id) {
      note?.flush();
      note =
        state.clip && createNoteDraft(state.clip.id, state.clip.note, act, (answer) => say(answer));
    }
    keepWriting(body, current, state, () => {
      say = renderToast(body, state, {
        act,
        change: draw,
        close,
        isInSight: () => shown.isAsPinned(),
        note: isPrivate ? note : undefined,
      });
    });
    current = state;
    room.setHeight(body.offsetHeight);
    rest();
  };

  const show = (state: ToastState) => {
    if (state.clip && note?.clipId === state.clip.id) note.refresh(state.clip.note);
    draw(state);
  };

  const add = (clipId: string, candidates: readonly ToastCandidate[]) => {
    if (!room || current?.clip?.id !== clipId) return;
    const focused = room.body.querySelector<HTMLElement>(':focus');
    draw({ ...current, candidates });
    if (focused) sameIn(room.body, focused)?.focus();
  };

  // A button that slips from under the pointer is not pressed by it.
  const offer = (clipId: string, candidates: readonly ToastCandidate[]) => {
    void released.then(() => add(clipId, candidates));
  };

  return { show, offer };
}

/** Resolves when what is held down now has been let go and the press has been heard. */
function releaseIn(document: Document): Promise<void> {
  return new Promise((resolve) => {
    for (const kind of ['pointerup', 'pointercancel']) {
      const options = { once: true, capture: true };
      document.addEventListener(kind, () => setTimeout(resolve), options);
    }
  });
}

/** What stands for an element of before in a toast that was drawn anew. */
function sameIn(body: HTMLElement, { localName, textContent }: HTMLElement) {
  const all = body.querySelectorAll<HTMLElement>(localName);
  return Array.from(all).find((each) => each.textContent === textContent);
}

/** Whoever is in the middle of a note keeps the caret and the keyboard. */
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
  if (!hadFocus) return;
  next.focus();
  next.setSelectionRange(field.selectionStart, field.selectionEnd);
}
