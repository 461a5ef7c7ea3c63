import { expect, it } from 'vitest';
import { aSelection, aSnapshot } from '../../test/support/builders';
import { testPorts } from '../../test/support/ports';
import type { ToastAction } from '../core/insight/toast';
import { answerToast } from './answer-toast';
import { captureClip } from './capture-clip';

const tab = 7;

async function shown(url = 'https://journal.tidewater.example/one') {
  const ports = testPorts();
  const snapshot = aSnapshot({ url, selection: aSelection('We stopped counting') });
  const captured = await captureClip(ports, { snapshot, what: { kind: 'selection' } });
  if (!captured.ok) throw new Error(captured.error.kind);
  const { clip } = captured.value;
  const opened: string[] = [];
  const all = {
    ...ports,
    tabs: { openLibrary: async (route = '/') => void opened.push(route) },
    shownClips: {
      add: async () => undefined,
      has: async (tabId: number, id: string) => tabId === tab && id === clip.id,
    },
  };
  const ask = (action: ToastAction, from = tab) => answerToast(all, action, from);
  return { ...all, clip, opened, ask };
}

it('takes back and brings back a clip shown in the tab, wherever its page has moved to', async () => {
  const { ask, clip, store } = await shown();
  expect(await ask({ kind: 'undo', clipId: clip.id })).toMatchObject({ ok: true });
  expect(await store.allClips()).toEqual([]);
  expect(await ask({ kind: 'redo', clipId: clip.id })).toMatchObject({ ok: true });
  expect(await ask({ kind: 'note', clipId: clip.id, note: 'Ask.' })).toMatchObject({ ok: true });
  expect(await store.allClips()).toMatchObject([{ id: clip.id, note: 'Ask.' }]);
});

it('opens the insight of the clip', async () => {
  const { ask, clip, opened } = await shown();
  await ask({ kind: 'open', clipId: clip.id });
  expect(opened).toEqual([`/insight/${clip.insightKey}`]);
});

it.each(['undo', 'redo', 'open'] as const)('does not %s from another tab', async (kind) => {
  const { ask, clip, store, opened } = await shown();
  const gone = { ok: false, error: { kind: 'clip-gone' } };
  expect(await ask({ kind, clipId: clip.id }, tab + 1)).toEqual(gone);
  expect(await ask({ kind: 'note', clipId: clip.id, note: 'x' }, tab + 1)).toEqual(gone);
  expect(await store.allClips()).toEqual([clip]);
  expect(opened).toEqual([]);
});

it('passes on why the store did not do it', async () => {
  const { ask, clip, store } = await shown();
  store.failWith({ kind: 'storage-full' });
  expect(await ask({ kind: 'note', clipId: clip.id, note: 'x' })).toEqual({
    ok: false,
    error: { kind: 'storage-full' },
  });
});
