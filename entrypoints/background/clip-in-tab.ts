/** Clips in a tab and says so in its page: the way of the shortcut and the context menu. */
import { bestMatches } from '@/lib/actions/best-matches';
import type { CaptureFailure, CaptureRequest } from '@/lib/actions/capture-clip';
import { captureOnce } from '@/lib/actions/capture-once';
import { chooseWords } from '@/lib/actions/choose-words';
import { clearMark, ports } from '@/lib/wire';
import { offerCandidates, openPopup, showToast, type ClickedTab } from '@/lib/wire-background';
import { keeper, reader } from '@/lib/wire-keeper';
import { noticeToast, savedToast } from './toast-states';

/** What a person asks for from outside the popup. */
export type AskedClip =
  | {
      readonly kind: 'selection';
      /** What the browser's own menu was opened on. */
      readonly selectionText?: string | undefined;
    }
  | Extract<CaptureRequest['what'], { kind: 'recent' }>;

/**
 * One look at the page, one write, then the toast. Whatever goes wrong before the clip is stored is
 * said in the page, or in the popup where the page cannot be drawn in; the bug behind it, if it is
 * one, is raised after that.
 */
export async function clipInTab(tab: ClickedTab, asked: AskedClip): Promise<void> {
  try {
    await clip(tab, asked);
  } catch (bug) {
    await sayWhyNot(tab, { kind: 'storage-failed', detail: String(bug) });
    throw bug;
  }
}

async function clip(tab: ClickedTab, asked: AskedClip): Promise<void> {
  const { pages, shownClips } = ports;
  const page = await pages.readPage(tab.id, { cues: asked.kind === 'recent' ? 'recent' : 'all' });
  // Nothing can be shown in a page that cannot be read; the popup says why.
  if (!page.ok) return openPopup();
  const snapshot = page.value;
  const what = asked.kind === 'recent' ? asked : chooseWords(snapshot, asked.selectionText);

  const captured = await captureOnce(ports, { snapshot, what });
  if (!captured.ok) return sayWhyNot(tab, captured.error);
  const { clip: stored, again } = captured.value;
  try {
    await clearMark();
    await shownClips.add(tab.id, stored.id);
    await showToast(tab.id, savedToast(stored, { again }));
    if (again) return;
    const candidates = await bestMatches(reader, await keeper.current(), stored);
    if (candidates.length > 0) await offerCandidates(tab.id, stored.id, candidates);
    await keeper.settle();
  } catch (bug) {
    // The clip is on the disk: nothing here may say that it is not.
    reportError(bug);
  }
}

async function sayWhyNot(tab: ClickedTab, failure: CaptureFailure): Promise<void> {
  const said = await showToast(tab.id, noticeToast(failure));
  if (!said.ok) await openPopup();
}
