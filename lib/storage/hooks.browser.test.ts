import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { instant, someClip, someDraft, someLink, someSource } from '../../test/support/notes';
import { openDatabase } from './database';
import {
  useClips,
  useClipsOfSource,
  useInsight,
  useInsights,
  useLinks,
  useSources,
  useClipsTrashedWith,
  useTrash,
  useTrashedClips,
} from './hooks';
import { createNoteStore } from './note-store';

type Seen = ReturnType<typeof useEverything>;

const source = someSource();
const draft = someDraft();
const clip = someClip();
const trashed = { ...draft, deletedAt: instant(5) };
const trash = [trashed];

function useEverything() {
  return {
    insights: useInsights(),
    trash: useTrash(),
    trashedClips: useTrashedClips(),
    along: useClipsTrashedWith(trash),
    insight: useInsight(draft.key),
    clips: useClips(),
    ofSource: useClipsOfSource(source.key),
    links: useLinks(),
    sources: useSources(),
  };
}

it('shows the database live: loading, empty, written, trashed', async () => {
  await openDatabase().delete();
  await openDatabase().open();
  const store = createNoteStore(openDatabase());
  const seen: Seen[] = [];
  const Probe = () => {
    seen.push(useEverything());
    return null;
  };
  const root = createRoot(document.createElement('div'));
  root.render(createElement(Probe));

  await vi.waitFor(() => expect(seen).not.toEqual([]));
  expect(new Set(Object.values(seen[0] ?? {}))).toEqual(new Set([undefined]));
  const empty = {
    insights: [],
    trash: [],
    trashedClips: [],
    along: [],
    clips: [],
    ofSource: [],
    links: [],
    sources: [],
  };
  await vi.waitFor(() => expect(seen.at(-1)).toEqual({ ...empty, insight: null }));

  await store.saveCapture({ source, clip, draft });
  await store.saveLink(someLink());
  await vi.waitFor(() =>
    expect(seen.at(-1)).toEqual({
      insights: [draft],
      trash: [],
      trashedClips: [],
      along: [],
      insight: draft,
      clips: [clip],
      ofSource: [clip],
      links: [someLink()],
      sources: [source],
    }),
  );

  await store.trashInsights([draft.key], instant(5));
  await vi.waitFor(() =>
    expect(seen.at(-1)).toEqual({
      ...empty,
      trash,
      along: [{ ...clip, deletedAt: instant(5) }],
      insight: trashed,
      links: [someLink()],
      sources: [source],
    }),
  );
  root.unmount();
});
