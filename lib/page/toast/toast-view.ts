/** Builds the toast from its state. No mark-up is parsed: page text only ever becomes text nodes. */
import type { ClipRole } from '../../core/insight/clip';
import type { ToastAction, ToastAnswer, ToastClip, ToastState } from '../../core/insight/toast';
import type { NoteDraft } from './note-draft';

/** As many characters as a note can hold: see `clipSchema`. */
const longestNote = 20_000;

export interface ToastEvents {
  /** Sends what the person asked; resolves when it is on disk, or could not be put there. */
  act(action: ToastAction): Promise<ToastAnswer>;
  /** Shows the toast again with the state after an action succeeded. */
  change(state: ToastState): void;
  close(): void;
  /** False while the page has the toast where or how nobody would press it on purpose. */
  isInSight(): boolean;
  /** The clip's note; absent where the page could listen to it being typed. */
  readonly note?: NoteDraft | undefined;
}

/**
 * Fills `body` with the toast; whatever stood there is replaced. Returns what puts an answer into its
 * last line.
 */
export function renderToast(
  body: HTMLElement,
  state: ToastState,
  events: ToastEvents,
): (answer: ToastAnswer) => void {
  const make = maker(body.ownerDocument);
  const { labels, clip } = state;
  const status = make('p', { className: 'status', role: 'status' });

  const say = (answer: ToastAnswer) => {
    status.textContent = answer.message;
    status.toggleAttribute('data-bad', !answer.done);
  };
  /** A page can call click() on nothing in here, yet only what a person presses counts. */
  const button = (label: string, press: () => void) => {
    const element = make('button', { type: 'button' }, label);
    element.addEventListener('click', (event) => {
      if (event.isTrusted && events.isInSight()) press();
    });
    return element;
  };
  const run = (action: ToastAction, next: ToastState) => {
    void events.act(action).then((answer) => {
      if (answer.done) events.change({ ...next, focus: true });
      else say(answer);
    });
  };

  const undo = (of: ToastClip) =>
    button(labels.undo, () => {
      run({ kind: 'undo', clipId: of.id }, { ...state, tone: 'undone', message: labels.undone });
    });

  const redo = (of: ToastClip) =>
    button(labels.redo, () => {
      run({ kind: 'redo', clipId: of.id }, { ...state, tone: 'saved', message: labels.saved });
    });

  const noteField = (note: NoteDraft) => {
    const field = make('textarea', {
      rows: 1,
      value: note.text,
      placeholder: labels.notePlaceholder,
      maxLength: longestNote,
    });
    field.addEventListener('input', () => note.write(field.value));
    field.addEventListener('blur', () => note.flush());
    return make('label', {}, labels.note, field);
  };

  const choices = (of: ToastClip, role: ClipRole, label: string) => {
    const chosen = (key: string) => of.insightKey === key && of.role === role;
    const list = state.candidates.map(({ key, title }) => {
      const choice = button(title, () => {
        run(
          { kind: 'move', clipId: of.id, insightKey: key, role },
          { ...state, clip: { ...of, insightKey: key, role } },
        );
      });
      choice.dir = 'auto';
      choice.setAttribute('aria-pressed', String(chosen(key)));
      return choice;
    });
    return make(
      'details',
      { open: state.candidates.some(({ key }) => chosen(key)) },
      make('summary', {}, label),
      make('div', { className: 'candidates' }, ...list),
    );
  };

  const belongs = (of: ToastClip) => {
    const own = button(labels.newInsight, () => {
      run(
        { kind: 'move', clipId: of.id, insightKey: of.draftKey, role: 'evidence' },
        { ...state, clip: { ...of, insightKey: of.draftKey, role: 'evidence' } },
      );
    });
    own.setAttribute('aria-pressed', String(of.insightKey === of.draftKey));
    return make(
      'fieldset',
      {},
      make('legend', {}, labels.belongs),
      make('div', { className: 'row' }, own),
      choices(of, 'evidence', labels.evidenceFor),
      choices(of, 'counter-evidence', labels.counterEvidenceTo),
    );
  };

  const close = button('×', () => events.close());
  close.className = 'close';
  close.setAttribute('aria-label', labels.close);
  const head = make(
    'div',
    { className: 'head' },
    make('strong', { role: 'status' }, state.message),
  );

  const parts: Node[] = [head];
  if (clip && state.tone === 'saved') {
    head.append(undo(clip));
    if (clip.quote) parts.push(make('p', { className: 'quote', dir: 'auto' }, clip.quote));
    if (clip.detail) parts.push(make('p', { className: 'soft' }, clip.detail));
    if (events.note) parts.push(noteField(events.note));
    if (state.candidates.length > 0) parts.push(belongs(clip));
    const open = button(labels.openInLibrary, () => {
      void events.act({ kind: 'open', clipId: clip.id }).then(say);
    });
    parts.push(make('div', { className: 'row' }, open));
  } else if (clip) {
    head.append(redo(clip));
  }
  head.append(close);

  const toast = make('section', { className: 'toast', lang: state.language, dir: state.direction });
  toast.dataset.tone = state.tone;
  toast.setAttribute('aria-label', labels.region);
  toast.append(...parts, status);
  toast.addEventListener('keydown', (event) => {
    // Within an input method, Escape takes back what it offers.
    if (event.key === 'Escape' && !event.isComposing) events.close();
  });
  body.replaceChildren(toast);
  if (state.focus) toast.querySelector('button')?.focus();
  return say;
}

/** A small element maker bound to the document the toast lives in. */
function maker(document: Document) {
  return <K extends keyof HTMLElementTagNameMap>(
    name: K,
    properties: Partial<HTMLElementTagNameMap[K]>,
    ...children: (Node | string)[]
  ): HTMLElementTagNameMap[K] => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
}
