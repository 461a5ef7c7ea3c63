import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ToastAction, ToastAnswer, ToastState } from '../../core/insight/toast';
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

const host = () => document.querySelector('counterpoint-toast');
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

  it('closes by Escape', async () => {
    openTheRoot();
    createToast(document, asked().ask).show({ ...state, focus: true });
    const { userEvent } = await import('vitest/browser');
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
      renderToast(body, shown, { ...asked(), act: asked().ask, change: () => {}, close: () => {} });
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
