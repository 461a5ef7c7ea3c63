import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ToastAction, ToastAnswer, ToastState } from '../../core/insight/toast';
import { createNoteDraft } from './note-draft';
import { createToast } from './show-toast';
import { renderToast } from './toast-view';
import { toastStyle } from './toast-style';

const clipId = '0197a1b2-0000-7000-8000-000000000001';

const state: ToastState = {
  tone: 'saved',
  message: 'Saved',
  clip: {
    id: clipId,
    quote: 'Prices are a promise about who the customer is.',
    detail: '00:01:32 · Ida Voss',
    note: '',
    draftKey: 'draft',
    insightKey: 'draft',
    role: 'evidence',
  },
  candidates: [],
  labels: {
    region: 'Counterpoint',
    saved: 'Saved',
    undone: 'Taken back',
    undo: 'Undo',
    redo: 'Bring back',
    note: 'Note',
    notePlaceholder: 'Why it matters',
    belongs: 'Where it belongs',
    newInsight: 'New insight',
    evidenceFor: 'Evidence for…',
    counterEvidenceTo: 'Counter-evidence to…',
    openInLibrary: 'Open in library',
    close: 'Close',
    unreachable: 'Reload this page',
  },
  language: 'en',
  direction: 'ltr',
};

const candidates = [
  { key: 'one', title: 'Price before product' },
  { key: 'two', title: 'Discounts teach customers to wait' },
];

const host = () => document.querySelector<HTMLElement>('counterpoint-toast');
const frame = () => page.frameLocator(page.getByTitle('Counterpoint'));

/** In the extension the root is closed and the page cannot do this: our world is not the page's. */
function openTheRoot(): void {
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return attach.call(this, { ...init, mode: 'open' });
  });
}

function asked() {
  const actions: ToastAction[] = [];
  const ask = async (action: ToastAction): Promise<ToastAnswer> => {
    actions.push(action);
    return { done: true, message: action.kind === 'note' ? 'Note saved' : '' };
  };
  return { actions, ask };
}

beforeEach(() => vi.restoreAllMocks());
afterEach(() => host()?.remove());

describe('the toast in its page', () => {
  it('stands in a closed shadow root', () => {
    createToast(document, asked().ask).show(state);
    expect(host()?.shadowRoot).toBeNull();
    expect(window.length, 'its frame is not among the page’s frames').toBe(0);
  });

  it('cannot be hidden by the page’s style sheets', () => {
    const sheet = document.createElement('style');
    sheet.textContent = 'counterpoint-toast, * { display: none !important; opacity: 0 !important }';
    document.head.append(sheet);
    createToast(document, asked().ask).show(state);
    expect(getComputedStyle(host()!).display).toBe('block');
    sheet.remove();
  });

  it('keeps the keys of a note from the page', async () => {
    openTheRoot();
    const heard: string[] = [];
    const listen = (event: KeyboardEvent) => heard.push(event.key);
    window.addEventListener('keydown', listen, true);
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    await frame().getByRole('textbox', { name: 'Note' }).fill('');
    await frame().getByRole('textbox', { name: 'Note' }).click();
    const { userEvent } = await import('vitest/browser');
    await userEvent.keyboard('secret');
    await vi.waitFor(() =>
      expect(actions).toContainEqual({ kind: 'note', clipId, note: 'secret' }),
    );
    window.removeEventListener('keydown', listen, true);
    expect(heard).toEqual([]);
    await expect.element(frame().getByText('Note saved')).toBeVisible();
  });

  it('takes a clip back and brings it back', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Taken back')).toBeVisible();
    await frame().getByRole('button', { name: 'Bring back' }).click();
    await expect.element(frame().getByText('Saved')).toBeVisible();
    expect(actions.map(({ kind }) => kind)).toEqual(['undo', 'redo']);
  });

  it('offers where the clip belongs, and keeps a note being written meanwhile', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    const toast = createToast(document, ask);
    toast.show(state);
    await frame().getByRole('textbox', { name: 'Note' }).fill('half a th');
    toast.offer(clipId, candidates);
    await expect.element(frame().getByRole('textbox', { name: 'Note' })).toHaveValue('half a th');
    await frame().getByText('Counter-evidence to…').click();
    await frame().getByRole('button', { name: 'Price before product' }).nth(0).click();
    await vi.waitFor(() =>
      expect(actions.at(-1)).toEqual({
        kind: 'move',
        clipId,
        insightKey: 'one',
        role: 'counter-evidence',
      }),
    );
  });

  it('takes no button from under a press by that, nor from under the keyboard', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    const toast = createToast(document, ask);
    toast.show(state);
    const undo = frame().getByRole('button', { name: 'Undo' });
    undo.element().addEventListener('pointerdown', () => {
      setTimeout(() => toast.offer(clipId, candidates), 50);
    });
    await undo.click({ delay: 300 });
    await frame().getByRole('button', { name: 'Bring back' }).click();
    expect(actions.map(({ kind }) => kind)).toEqual(['undo', 'redo']);

    (undo.element() as HTMLElement).focus();
    toast.offer(clipId, candidates);
    await expect.element(frame().getByText('Where it belongs')).toBeVisible();
    await expect.element(undo).toHaveFocus();
  });

  it('offers nothing to a clip that was taken back', async () => {
    openTheRoot();
    const toast = createToast(document, asked().ask);
    toast.show(state);
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Taken back')).toBeVisible();
    toast.offer(clipId, candidates);
    expect(frame().getByText('Where it belongs').query()).toBeNull();
  });

  it('says so when the extension is gone', async () => {
    openTheRoot();
    createToast(document, () => Promise.reject(new Error('context invalidated'))).show(state);
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Reload this page')).toBeVisible();
  });

  it('closes by Escape, but for one that an input method takes', async () => {
    openTheRoot();
    createToast(document, asked().ask).show({ ...state, focus: true });
    const { userEvent } = await import('vitest/browser');
    const taken = { key: 'Escape', isComposing: true, bubbles: true };
    inFrame()!.querySelector('textarea')!.dispatchEvent(new KeyboardEvent('keydown', taken));
    expect(host()).not.toBeNull();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(host()).toBeNull());
  });

  it('ignores clicks that no person made', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    const inner = host()?.shadowRoot?.querySelector('iframe')?.contentDocument;
    for (const button of inner?.querySelectorAll('button') ?? []) button.click();
    expect(actions).toEqual([]);
  });
});

const note = () => frame().getByRole('textbox', { name: 'Note' });
const inFrame = () => host()?.shadowRoot?.querySelector('iframe')?.contentDocument;

describe('the note of a clip', () => {
  it.each([
    ['goes away', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('is sent at once when the page %s', async (_, leave) => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    const field = inFrame()!.querySelector('textarea')!;
    field.value = 'Ask her';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    leave();
    expect(actions).toEqual([{ kind: 'note', clipId, note: 'Ask her' }]);
  });

  it('has a placeholder in the soft ink, which can be read', () => {
    openTheRoot();
    createToast(document, asked().ask).show(state);
    const field = inFrame()!.querySelector('textarea')!;
    const view = inFrame()!.defaultView!;
    const { color, opacity } = view.getComputedStyle(field, '::placeholder');
    const label = view.getComputedStyle(field.closest('label')!);
    expect([color, opacity]).toEqual([label.color, '1']);
  });

  it('is there again after undo and bring back', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    await note().fill('Ask her');
    await frame().getByRole('button', { name: 'Undo' }).click();
    await frame().getByRole('button', { name: 'Bring back' }).click();
    await expect.element(note()).toHaveValue('Ask her');
    const notes = actions.flatMap((action) => (action.kind === 'note' ? [action.note] : []));
    expect(notes).toEqual(['Ask her']);
  });

  it('is stored while a button is held down, and the button does not slip from under the pointer', async () => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    await note().fill('Ask her');
    // A person holds a button for a tenth of a second or two; the note is on the disk before.
    await frame().getByRole('button', { name: 'Undo' }).click({ delay: 300 });
    await expect.element(frame().getByRole('button', { name: 'Bring back' })).toBeVisible();
    expect(actions.map(({ kind }) => kind)).toEqual(['note', 'undo']);
  });

  it('is sent again when it could not be stored, and longer than a clip holds it cannot be', async () => {
    openTheRoot();
    const sent: string[] = [];
    createToast(document, async (action) => {
      if (action.kind === 'note') sent.push(action.note);
      return {
        done: sent.length > 1,
        message: sent.length > 1 ? 'Note saved' : 'The disk is full',
      };
    }).show(state);
    await note().fill('Ask her');
    await expect.element(frame().getByText('The disk is full')).toBeVisible();
    await frame().getByRole('button', { name: 'Close' }).click();
    await vi.waitFor(() => expect(sent).toEqual(['Ask her', 'Ask her']));
    expect(host()).toBeNull();
  });

  it('has room for what a clip can hold', async () => {
    openTheRoot();
    createToast(document, asked().ask).show(state);
    expect(inFrame()?.querySelector('textarea')?.maxLength).toBe(20_000);
  });

  it('says so when the background takes no such message', async () => {
    openTheRoot();
    createToast(document, async () => undefined).show(state);
    await note().fill('Ask her');
    await expect.element(frame().getByText('Reload this page')).toBeVisible();
  });

  it('takes what the database has when the same clip is shown again', async () => {
    openTheRoot();
    const toast = createToast(document, asked().ask);
    toast.show(state);
    toast.show({ ...state, clip: { ...state.clip!, note: 'From the library' } });
    await expect.element(note()).toHaveValue('From the library');
  });

  it('is not asked for where the page could listen to it', async () => {
    openTheRoot();
    vi.spyOn(HTMLIFrameElement.prototype, 'contentDocument', 'get').mockReturnValue(null);
    createToast(document, asked().ask).show(state);
    const root = host()!.shadowRoot!;
    expect(root.querySelector('textarea')).toBeNull();
    expect(root.textContent).toContain('Open in library');
  });
});

describe('a page that meddles with the toast', () => {
  it.each([
    ['makes it unseen', { opacity: '0.01' }],
    ['moves it', { inset: '0 auto auto 0' }],
  ])('gets no press when it %s', async (_, style) => {
    openTheRoot();
    const { actions, ask } = asked();
    createToast(document, ask).show(state);
    for (const [property, value] of Object.entries(style)) {
      host()!.style.setProperty(property, value, 'important');
    }
    await frame().getByRole('button', { name: 'Undo' }).click();
    expect(actions).toEqual([]);
    expect(getComputedStyle(host()!).opacity).toBe('1');
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Taken back')).toBeVisible();
  });

  it('does no harm with properties of its own naming', async () => {
    openTheRoot();
    createToast(document, asked().ask).show(state);
    host()!.style.setProperty('--some-theme', 'dark');
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Taken back')).toBeVisible();
  });

  it('gets a new toast when it threw the old one out', async () => {
    openTheRoot();
    const toast = createToast(document, asked().ask);
    toast.show(state);
    host()!.remove();
    toast.show({ ...state, message: 'Saved again' });
    await expect.element(frame().getByText('Saved again')).toBeVisible();
  });

  it('has its modal dialog open: the toast can be pressed in it', async () => {
    openTheRoot();
    const dialog = document.createElement('dialog');
    document.body.append(dialog);
    dialog.showModal();
    createToast(document, asked().ask).show(state);
    await frame().getByRole('button', { name: 'Undo' }).click();
    await expect.element(frame().getByText('Taken back')).toBeVisible();
    dialog.remove();
  });
});

it('stays while the caret stands in its note, and goes when nobody needs it', async () => {
  openTheRoot();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const toast = createToast(document, asked().ask);
    toast.show(state);
    inFrame()!.querySelector('textarea')!.focus();
    toast.offer(clipId, candidates);
    expect(inFrame()!.activeElement?.localName).toBe('textarea');
    vi.advanceTimersByTime(60_000);
    expect(host()).not.toBeNull();
    inFrame()!.querySelector('textarea')!.blur();
    await Promise.resolve();
    vi.advanceTimersByTime(60_000);
    expect(host()).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

describe.each(['light', 'dark'])('the toast in %s', (scheme) => {
  it.each([state, { ...state, candidates }, { ...state, tone: 'undone' as const }])(
    'has no serious accessibility fault',
    async (shown) => {
      const body = document.createElement('div');
      const style = document.createElement('style');
      style.textContent = toastStyle
        .replaceAll(':root, :host', '.room')
        .replaceAll('light dark', scheme);
      body.className = 'room';
      document.body.append(style, body);
      renderToast(body, shown, {
        act: asked().ask,
        change: () => {},
        close: () => {},
        isInSight: () => true,
        note: createNoteDraft(clipId, '', asked().ask, () => {}),
      });
      const { violations } = await axe.run(body);
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      body.remove();
      style.remove();
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    },
  );
});
