/** What the background does for companions: paints a page's clips, counts its matches, clips on request. */
import { clipsOfPage } from '@/lib/actions/clips-of-page';
import type { CompanionReach } from '@/lib/actions/companion-ports';
import { countMatches } from '@/lib/actions/count-matches';
import type { SourceNotes } from '@/lib/actions/ports';
import type {
  CompanionMessage,
  CompanionWelcome,
  HighlightLabels,
  PageClip,
} from '@/lib/core/insight/companion';
import { librarySize } from '@/lib/core/match/match-index';
import { sourceKey } from '@/lib/core/source/canonical-url';
import { pageKey } from '@/lib/core/source/page-key';
import { holdsSite } from '@/lib/core/source/site-pattern';
import { t } from '@/lib/i18n';
import { ports, uiLanguage } from '@/lib/wire';
import { openPopup, showToast, type ClickedTab } from '@/lib/wire-background';
import {
  companionSites,
  onCompanionMessage,
  onNewStart,
  readPassages,
  registerCompanion,
  showCount,
  showHighlights,
  type CompanionTab,
  type OneDocument,
} from '@/lib/wire-companion';
import { keeper, reader } from '@/lib/wire-keeper';
import { clipInTab } from './clip-in-tab';
import { noticeToast } from './toast-states';

/** What was chosen, as long as nobody chose anew: every page asks. */
let reach: Promise<CompanionReach> | undefined;

function currentReach(): Promise<CompanionReach> {
  reach ??= companionSites.reach().catch((error: unknown) => {
    reach = undefined;
    throw error;
  });
  return reach;
}

/** Registers what listens to companions and to where they may be. */
export function startCompanions(): void {
  const register = (): void => void registerCompanion().catch(reportError);
  onNewStart(register);
  companionSites.watch(() => {
    reach = undefined;
    register();
  });
  onCompanionMessage((message, tab) => {
    switch (message.kind) {
      case 'companion-arrived':
        return welcome(message, tab);
      case 'companion-clip':
        return clipInTab(tab, { kind: 'selection' }).then(() => undefined);
      case 'companion-open':
        return open(message.clipId, tab);
      default:
        return message satisfies never;
    }
  });
}

/**
 * Paints the clips of the page in a tab where they are not yet, and walks to the next of them; says so
 * where there is none.
 */
export async function walkClips(tab: ClickedTab): Promise<void> {
  const page = await ports.pages.readPage(tab.id);
  // Nothing can be shown in a page that cannot be read; the popup says why.
  if (!page.ok) return openPopup();
  // Where there are none, too: what is painted may be gone by now.
  await paint(tab, clipsOfPage(await reader.notesOfSource(pageKey(page.value))));
  const painted = await showHighlights(tab, { walk: true });
  if (painted === 0) await showToast(tab.id, noticeToast(t('toast_no_clips')));
}

/** The last page that arrived in each tab: whoever leafs through pages is told of the one they stay on. */
const lastIn = new Map<number, symbol>();

async function welcome(
  { url, canonical }: Extract<CompanionMessage, { kind: 'companion-arrived' }>,
  tab: CompanionTab,
): Promise<CompanionWelcome | undefined> {
  const own = Symbol(url);
  lastIn.set(tab.id, own);
  const isOver = (): boolean => lastIn.get(tab.id) !== own;
  const { sites, excluded, button } = await currentReach();
  // A page may say whatever it likes of itself, but not that it is another site.
  const address = isSameOrigin(url, tab.url) ? url : tab.url;
  if (!holdsSite(sites, address) || holdsSite(excluded, address)) return undefined;
  await showCount(tab.id, 0);
  const key = sourceKey(address, canonical);
  if (key !== undefined) {
    const notes = await reader.notesOfSource(key);
    const clips = clipsOfPage(notes);
    if (clips.length > 0 && !isOver()) await paint(tab, clips);
    if (!isOver()) void count(isOver, tab, key, notes).catch(reportError);
  }
  return button ? { button: t('companion_button') } : {};
}

async function paint(tab: OneDocument, clips: readonly PageClip[]): Promise<void> {
  await showHighlights(tab, { paint: clips, labels: labels(), ...uiLanguage() });
}

async function count(
  isOver: () => boolean,
  tab: OneDocument,
  key: string,
  { insights }: SourceNotes,
): Promise<void> {
  const index = await keeper.current();
  if (librarySize(index) === 0 || isOver()) return;
  const passages = await readPassages(tab);
  if (!passages || isOver()) return;
  const page = { passages, sourceKey: key };
  const found = await countMatches(reader, index, page, insights);
  if (!isOver()) await showCount(tab.id, found);
  await keeper.settle();
}

async function open(clipId: string, tab: ClickedTab): Promise<undefined> {
  // At once, or the browser no longer takes it for an answer to the click.
  const opened = await ports.tabs.openSidePanel(tab.windowId).catch(() => false);
  if (opened) return;
  const clip = await ports.store.getClip(clipId);
  if (clip) await ports.tabs.openLibrary(`/insight/${encodeURIComponent(clip.insightKey)}`);
}

function labels(): HighlightLabels {
  return {
    region: t('highlight_region'),
    evidence: t('highlight_evidence'),
    counterEvidence: t('highlight_counter_evidence'),
    changed: t('highlight_changed'),
    open: t('highlight_open'),
    next: t('highlight_next'),
    previous: t('highlight_previous'),
    close: t('highlight_close'),
  };
}

function isSameOrigin(one: string, other: string): boolean {
  return URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;
}
