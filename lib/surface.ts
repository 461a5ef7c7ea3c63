/** What the popup and the side panel ask for, made of the actions and the ports. */
import type {
  Belonging,
  Clipping,
  PageInView,
  SavedClip,
  SurfaceApi,
  SurfaceFailure,
} from '../components/surface/surface-api';
import { captureClip, type CaptureRequest } from './actions/capture-clip';
import { findSameClip } from './actions/find-same-clip';
import type { StorageFailure } from './actions/ports';
import { describeQuote } from './core/annotation/describe-quote';
import { err, ok, type Result } from './core/result';
import type { PageSelection, PageSnapshot, Passage } from './core/source/snapshot';
import { timedLink } from './core/source/timed-link';
import { formatTime } from './core/transcript/format-time';
import { ports, watchNotes } from './wire';

/** The match engine, fetched while the page is being read: clipping does not wait for it. */
const loadMatching = () =>
  Promise.all([import('./actions/surface-page'), import('./actions/best-matches')]);

/** The api of one window; it reads the tab in front of that window. */
export function createSurfaceApi(place: SurfaceApi['place']): SurfaceApi {
  const { store, clock, pages, tabs } = ports;
  // The side panel opens only in direct answer to a click, with no question asked in between.
  let windowId: number | undefined;
  const matching = loadMatching();

  return {
    place,

    async readPage() {
      const tab = await tabs.activeTab();
      if (!tab) return err({ kind: 'page-not-readable' });
      windowId = tab.windowId;
      const read = await pages.readPage(tab.id);
      return read.ok ? ok({ tabId: tab.id, snapshot: read.value }) : read;
    },

    async surface(snapshot) {
      const [{ surfacePage }] = await matching;
      return surfacePage(store, snapshot);
    },

    libraryIsEmpty: async () => (await store.allInsights()).length === 0,

    async bestFor(clip) {
      const [, { bestMatches }] = await matching;
      return bestMatches(store, clip);
    },

    clip: clipFrom,
    undoClip: async (id) => done(await store.undoCapture(id, clock.now())),
    redoClip: async (id) => done(await store.redoCapture(id, clock.now())),
    setNote: async (id, note) => done(await store.setNote(id, note)),

    async moveClip(id, { insightKey, role }) {
      const gone = (await store.getClip(id)) ? 'insight-gone' : 'clip-gone';
      return done(await store.moveClip(id, insightKey, role, clock.now()), gone);
    },

    locate: (tabId, quote) => pages.locate(tabId, quote),
    showOnPage: (tabId, { start, end, text }) =>
      pages.showOnPage(tabId, { start, end, exact: text }),

    clipTime({ time, target }) {
      if (!time) return undefined;
      return { text: formatTime(time.start), href: timedLink(target.source, time.start) };
    },

    openLibrary: () => tabs.openLibrary(),
    openInsight: (key) => tabs.openLibrary(`/insight/${encodeURIComponent(key)}`),
    openSidePanel: async () =>
      tabs.openSidePanel(windowId ?? (await tabs.activeTab())?.windowId ?? 0),
    onDataChange: watchNotes,
    onTabChange: (changed) =>
      place === 'side-panel' ? tabs.onActiveTabChange(changed) : () => undefined,
  };
}

async function clipFrom(
  page: PageInView,
  wanted: Clipping,
  into?: Belonging,
): Promise<Result<SavedClip, SurfaceFailure>> {
  const { store } = ports;
  const request = await requestOf(page, wanted);
  if (!request.ok) return request;
  const { snapshot, what } = request.value;

  const same = into ? undefined : await findSameClip(store, snapshot, what);
  if (same) {
    const insight = await store.getInsight(same.insightKey);
    const draftKey = insight?.status === 'draft' ? insight.key : undefined;
    return ok({ clip: same, draftKey, again: true });
  }
  const captured = await captureClip(ports, { snapshot, what, ...(into && { into }) });
  if (!captured.ok) return captured;
  return ok({ clip: captured.value.clip, draftKey: captured.value.draft?.key });
}

/** What to clip in the words of the action, and the snapshot that holds it. */
async function requestOf(
  { tabId, snapshot }: PageInView,
  wanted: Clipping,
): Promise<Result<Pick<CaptureRequest, 'snapshot' | 'what'>, SurfaceFailure>> {
  switch (wanted.kind) {
    case 'selection':
    case 'page':
      return ok({ snapshot, what: { kind: wanted.kind } });
    case 'typed': {
      const { quote, at } = wanted;
      if (at) return ok({ snapshot, what: { kind: 'located', selection: at } });
      return ok({ snapshot, what: { kind: 'typed', quote } });
    }
    case 'passage': {
      const { passage } = wanted;
      const found = await ports.pages.locate(tabId, passage.text);
      const selection = (found.ok && found.value) || describePassage(snapshot, passage);
      return ok({ snapshot, what: { kind: 'located', selection } });
    }
    case 'last-30-seconds': {
      // The player has moved on since the page was read, and the cues were not asked for then.
      const now = await ports.pages.readPage(tabId, { cues: 'recent' });
      if (!now.ok) return now;
      return ok({ snapshot: now.value, what: { kind: 'recent', seconds: 30 } });
    }
  }
}

/** The passage as the snapshot knows it, for a page that has changed since it was read. */
function describePassage(
  { text }: PageSnapshot,
  { start, end, text: words }: Passage,
): PageSelection {
  const described = describeQuote(text, start, end);
  const exact = described?.quote.exact ?? words;
  return {
    exact,
    selector: described
      ? [described.quote, described.position]
      : [{ type: 'TextQuoteSelector', exact }],
    paragraph: words.slice(0, 20_000),
  };
}

/** False from the store means that what was spoken of is not there. */
function done(
  answer: Result<boolean, StorageFailure>,
  missing: SurfaceFailure['kind'] = 'clip-gone',
): Result<void, SurfaceFailure> {
  if (!answer.ok) return answer;
  return answer.value ? ok(undefined) : err({ kind: missing });
}
