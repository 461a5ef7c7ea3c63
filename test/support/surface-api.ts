/** A `SurfaceApi` that holds its answers in plain fields and notes what was asked of it. */
import type {
  Candidate,
  ClipPlaceState,
  SurfaceApi,
  SurfaceFailure,
} from '../../components/surface/surface-api.ts';
import type { Surfacing } from '../../lib/core/match/surfacing.ts';
import { err, ok, type Result } from '../../lib/core/result.ts';
import type { PageSelection, PageSnapshot } from '../../lib/core/source/snapshot.ts';
import { aClip, anId, aSnapshot } from './builders.ts';

export interface FakeSurface {
  readonly api: SurfaceApi;
  /** Every call that changes or shows something, in order: its name and what it was given. */
  readonly calls: unknown[][];
  /** What was kept of notes being typed, in order: clip, note, the note it replaces. */
  readonly keptNotes: string[][];
  /** Quotes being typed, by the page's address. */
  readonly quoteDrafts: Map<string, string>;
  snapshot: PageSnapshot;
  surfacing: Surfacing;
  /** How often it was asked for. */
  surfaced: number;
  libraryIsEmpty: boolean;
  /** Names of loaded codexes by id. */
  collectionNames: ReadonlyMap<string, string>;
  best: Candidate[];
  located: PageSelection | undefined;
  shown: boolean;
  /** Where every clip stands. */
  clipPlace: ClipPlaceState;
  hasPanel: boolean;
  /** The next clip is one that was there already. */
  again: boolean;
  /** Reading fails with this while it is set. */
  unreadable: SurfaceFailure | undefined;
  /** Writes fail with this while it is set. */
  failure: SurfaceFailure | undefined;
  /** Reading waits for this. */
  gate: Promise<void>;
  changeData(): void;
  changeTab(): void;
  /** The tab in view has loaded another page, or a frame of this one. */
  loadInTab(): void;
}

export const nothingSurfaced: Surfacing = { onThisPage: [], related: [], counterEvidence: [] };

export function fakeSurface(
  parts: Partial<Omit<FakeSurface, 'api' | 'calls' | 'keptNotes'>> & {
    place?: SurfaceApi['place'];
  } = {},
): FakeSurface {
  const data = new Set<() => void>();
  const tab = new Set<(tabId?: number) => void>();
  let clipped = 200;
  let dismissals = 300;
  const { place = 'popup', ...given } = parts;
  const write = <T>(call: unknown[], value: T): Promise<Result<T, SurfaceFailure>> => {
    fake.calls.push(call);
    return Promise.resolve(fake.failure ? err(fake.failure) : ok(value));
  };
  const note = (...call: unknown[]) => {
    fake.calls.push(call);
    return Promise.resolve();
  };
  const watch =
    <Listener>(listeners: Set<Listener>) =>
    (listener: Listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    };
  const api: SurfaceApi = {
    place,
    async readPage() {
      await fake.gate;
      return fake.unreadable ? err(fake.unreadable) : ok({ tabId: 7, snapshot: fake.snapshot });
    },
    surface: () => {
      fake.surfaced += 1;
      return Promise.resolve(fake.surfacing);
    },
    collectionNames: () => Promise.resolve(fake.collectionNames),
    libraryIsEmpty: () => Promise.resolve(fake.libraryIsEmpty),
    bestFor: () => Promise.resolve(fake.best),
    clip(page, what, into) {
      clipped += 1;
      const selected = what.kind === 'selection' ? page.snapshot.selection?.exact : undefined;
      const passage = what.kind === 'passage' ? what.passage.text : undefined;
      const quote = selected ?? passage ?? (what.kind === 'typed' ? what.quote : '');
      const insightKey = into?.insightKey ?? anId(clipped + 1000);
      const role = into?.role ?? 'evidence';
      const time =
        what.kind === 'recent' ? { start: 751, end: 781, from: 'player' as const } : undefined;
      const clip = aClip({ id: anId(clipped), quote, insightKey, role, ...(time && { time }) });
      return write(['clip', what, into], {
        clip,
        draftKey: into ? undefined : insightKey,
        again: fake.again,
      });
    },
    quoteDraft: (url) => fake.quoteDrafts.get(url) ?? '',
    keepQuoteDraft: (url, words) => void fake.quoteDrafts.set(url, words),
    undoClip: (id) => write(['undoClip', id], undefined),
    redoClip: (id) => write(['redoClip', id], undefined),
    keepNote: (...kept) => void fake.keptNotes.push(kept),
    setNote: (id, text) => write(['setNote', id, text], undefined),
    moveClip: (id, to) => write(['moveClip', id, to], undefined),
    dismiss(_page, insightKey, match) {
      dismissals += 1;
      return write(['dismiss', insightKey, match], anId(dismissals));
    },
    undismiss: (id) => write(['undismiss', id], undefined),
    locate: (_tabId, quote) => write(['locate', quote], fake.located),
    showOnPage: (_tabId, passage) => write(['showOnPage', passage], fake.shown),
    clipPlace: () => Promise.resolve(ok(fake.clipPlace)),
    showClip: (_tabId, clip) => write(['showClip', clip.id], fake.shown),
    reattach: (_page, clip) => write(['reattach', clip.id], { state: 'found' as const }),
    clipTime: ({ time }) => {
      if (!time) return undefined;
      const text = new Date(time.start * 1000).toISOString().slice(11, 19);
      return { text, href: `https://radio.example/episode?t=${time.start}` };
    },
    openLibrary: () => note('openLibrary'),
    openSiteSettings: (url) => note('openSiteSettings', url),
    openInsight: (key) => note('openInsight', key),
    openSidePanel: async () => {
      await note('openSidePanel');
      return fake.hasPanel;
    },
    onDataChange: watch(data),
    onTabChange: watch(tab),
  };
  const fake: FakeSurface = {
    api,
    calls: [],
    keptNotes: [],
    quoteDrafts: new Map(),
    snapshot: aSnapshot(),
    surfacing: nothingSurfaced,
    surfaced: 0,
    libraryIsEmpty: false,
    collectionNames: new Map(),
    best: [],
    located: undefined,
    shown: true,
    clipPlace: { state: 'found' },
    hasPanel: true,
    again: false,
    unreadable: undefined,
    failure: undefined,
    gate: Promise.resolve(),
    changeData: () => data.forEach((listener) => listener()),
    changeTab: () => tab.forEach((listener) => listener(8)),
    loadInTab: () => tab.forEach((listener) => listener()),
    ...given,
  };
  return fake;
}
