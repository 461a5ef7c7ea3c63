/** Clips in a tab and says so in its page: the way of the shortcut and the context menu. */
import { bestMatches } from '@/lib/actions/best-matches';
import type { CaptureRequest } from '@/lib/actions/capture-clip';
import { captureOnce } from '@/lib/actions/capture-once';
import { chooseWords } from '@/lib/actions/choose-words';
import { transcriptOf } from '@/lib/actions/transcript-of';
import { pageKey } from '@/lib/core/source/page-key';
import type { PageSnapshot } from '@/lib/core/source/snapshot';
import { clearMark, ports } from '@/lib/wire';
import { offerCandidates, openPopup, showToast, type ClickedTab } from '@/lib/wire-background';
import { keeper, reader } from '@/lib/wire-keeper';
import { episodeInTime, listening, marks, transcripts } from '@/lib/wire-spoken';
import { failureToast, savedToast, type ToldFailure } from './toast-states';

/** What a person asks for from outside the popup. */
export type AskedClip =
  | {
      readonly kind: 'selection';
      /** What the browser's own menu was opened on. */
      readonly selectionText?: string | undefined;
    }
  /** What was just said, as long as the person's settings say. */
  | { readonly kind: 'recent' }
  /** From the mark to now. */
  | { readonly kind: 'since' };

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
  const page = await pages.readPage(tab.id);
  // Nothing can be shown in a page that cannot be read; the popup says why.
  if (!page.ok) return openPopup();
  const snapshot = page.value;
  const what = await whatOf(asked, snapshot, tab.id);
  if (!what) return sayWhyNot(tab, { kind: 'no-mark' });
  const transcript = await transcriptOf(transcripts, pageKey(snapshot), () =>
    episodeInTime(tab.id),
  );
  const captured = await captureOnce(ports, { snapshot, what, transcript });
  if (!captured.ok) return sayWhyNot(tab, captured.error);
  const { clip: stored, again } = captured.value;
  try {
    await clearMark();
    await shownClips.add(tab.id, stored.id);
    const cut = asked.kind === 'selection' && snapshot.selection?.cut === true;
    await showToast(tab.id, savedToast(stored, { again, cut }));
    if (again) return;
    const candidates = await bestMatches(reader, await keeper.current(), stored);
    if (candidates.length > 0) await offerCandidates(tab.id, stored.id, candidates);
    await keeper.settle();
  } catch (bug) {
    // The clip is on the disk: nothing here may say that it is not.
    reportError(bug);
  }
}

async function whatOf(
  asked: AskedClip,
  snapshot: PageSnapshot,
  tabId: number,
): Promise<CaptureRequest['what'] | undefined> {
  switch (asked.kind) {
    case 'selection':
      return chooseWords(snapshot, asked.selectionText);
    case 'recent':
      return { kind: 'recent', seconds: await listening.recentSeconds() };
    case 'since': {
      const mark = await marks.get(tabId, pageKey(snapshot));
      return mark === undefined ? undefined : { kind: 'since', mark };
    }
  }
}

/** Says in the page why nothing was done, or in the popup where the page cannot be drawn in. */
export async function sayWhyNot(tab: ClickedTab, failure: ToldFailure): Promise<void> {
  const said = await showToast(tab.id, failureToast(failure));
  if (!said.ok) await openPopup();
}
