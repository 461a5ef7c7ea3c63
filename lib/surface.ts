/** What the popup and the side panel ask for, made of the actions and the ports. */
import type { SurfaceApi, SurfaceFailure } from '../components/surface/surface-api';
import type { StorageFailure } from './actions/ports';
import { err, ok, type Result } from './core/result';
import { timedLink } from './core/source/timed-link';
import { formatTime } from './core/transcript/format-time';
import { mayShift } from './core/transcript/may-shift';
import { t } from './i18n';
import type { NoteKeeper } from './note-keeper';
import { putText } from './unsaved-slot';
import { collectionNames, createMatcher, ports, watchNotes } from './wire';

/** What a quote that is being typed is called in local storage, before the page's address. */
const draftName = 'surface-quote ';

/** What is not needed to show the first words: fetched while the page is being read. */
const loadActions = async () => ({
  ...(await import('./surface-clip')),
  ...(await import('./surface-places')),
  ...(await import('./actions/dismiss-match')),
  ...(await import('./surface-notes')),
});

/** The api of one window; it reads the tab in front of that window. */
export function createSurfaceApi(place: SurfaceApi['place']): SurfaceApi {
  const { store, clock, pages, tabs } = ports;
  const matcher = createMatcher();
  // The side panel opens only in direct answer to a click, with no question asked in between.
  let windowId: number | undefined;
  const actions = loadActions();
  // There before any clip, and so before any note.
  let notes: NoteKeeper | undefined;
  const noted = actions.then(({ startNotes }) => (notes = startNotes()));

  return {
    place,

    async readPage() {
      const tab = await tabs.activeTab();
      if (!tab) return err({ kind: 'page-not-readable' });
      windowId = tab.windowId;
      const read = await pages.readPage(tab.id);
      return read.ok ? ok({ tabId: tab.id, snapshot: read.value }) : read;
    },

    surface: (snapshot, watch) => matcher.ask('surface', snapshot, watch),
    collectionNames,
    libraryIsEmpty: async () => (await matcher.ask('ready', null)) === 0,
    bestFor: (clip) => matcher.ask('best', clip),

    async clip(page, what, into) {
      return (await actions).clipFrom(page, what, into);
    },

    quoteDraft: (url) => localStorage.getItem(draftName + url) ?? '',
    keepQuoteDraft(url, words) {
      if (words === '') localStorage.removeItem(draftName + url);
      else putText(draftName + url, words);
    },

    undoClip: async (id) => done(await store.undoCapture(id, clock.now())),
    redoClip: async (id) => done(await store.redoCapture(id)),
    keepNote: (id, note, stored) => notes?.keep(id, note, stored),
    setNote: async (id, note, stored) => done(await (await noted).save(id, note, stored)),

    async moveClip(id, { insightKey, role }) {
      const gone = (await store.getClip(id)) ? 'insight-gone' : 'clip-gone';
      return done(await store.moveClip(id, insightKey, role, clock.now()), gone);
    },

    async dismiss({ snapshot }, _key, match) {
      return (await actions).dismissMatch(ports, snapshot, match);
    },
    async undismiss(id) {
      const undone = await store.undismiss(id);
      return undone.ok ? ok(undefined) : undone;
    },

    locate: (tabId, quote) => pages.locate(tabId, quote),
    showOnPage: (tabId, { start, end, text }) =>
      pages.showOnPage(tabId, { start, end, exact: text }),

    clipPlace: async (page, clip) => (await actions).clipPlace(page, clip),
    showClip: async (tabId, clip) => (await actions).showClip(tabId, clip),
    reattach: async (page, clip) => (await actions).reattach(page, clip),

    clipTime({ time, target }) {
      if (!time) return undefined;
      const moment = formatTime(time.start);
      const text = mayShift(time) ? t('clip_time_may_shift', moment) : moment;
      return { text, href: timedLink(target.source, time.start) };
    },

    openLibrary: () => tabs.openLibrary(),
    openSiteSettings: (url) =>
      tabs.openLibrary(`/settings/${encodeURIComponent(new URL(url).hostname)}`),
    openInsight: (key) => tabs.openLibrary(`/insight/${encodeURIComponent(key)}`),

    async openSidePanel() {
      const id = windowId ?? (await tabs.activeTab())?.windowId;
      return id !== undefined && tabs.openSidePanel(id);
    },

    onDataChange: watchNotes,
    onTabChange: (changed) =>
      place === 'side-panel'
        ? tabs.onActiveTabChange((where) => {
            if ((windowId ?? where.windowId) === where.windowId) changed(where.tabId);
          })
        : () => undefined,
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
