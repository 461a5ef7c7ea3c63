/** Clips in a tab and says so in its page: the way of the shortcut and the context menu. */
import { bestMatches } from '@/lib/actions/best-matches';
import { captureClip, type CaptureRequest } from '@/lib/actions/capture-clip';
import { findSameClip } from '@/lib/actions/find-same-clip';
import { offerCandidates, openPopup, ports, showToast, type ClickedTab } from '@/lib/wire';
import { noticeToast, savedToast } from './toast-states';

/**
 * One look at the page, one write, then the toast. `selectionText` is what the browser's own menu
 * says is selected: all there is when the words stand in a frame of another origin.
 */
export async function clipInTab(
  tab: ClickedTab,
  what: CaptureRequest['what'],
  selectionText?: string,
): Promise<void> {
  const page = await ports.pages.readPage(tab.id, what.kind === 'recent' ? { cues: 'recent' } : {});
  // Nothing can be shown in a page that cannot be read; the popup says why.
  if (!page.ok) return openPopup();
  const snapshot = page.value;
  const wanted: CaptureRequest['what'] =
    what.kind === 'selection' && !snapshot.selection && selectionText?.trim()
      ? { kind: 'typed', quote: selectionText.trim() }
      : what;

  const same = await findSameClip(ports.store, snapshot, wanted);
  if (same) {
    await showToast(tab.id, savedToast(same, { again: true }));
    return;
  }

  const captured = await captureClip(ports, { snapshot, what: wanted });
  if (!captured.ok) {
    await showToast(tab.id, noticeToast(captured.error));
    return;
  }
  const { clip } = captured.value;
  await showToast(tab.id, savedToast(clip));
  const candidates = await bestMatches(ports.store, clip);
  if (candidates.length > 0) await offerCandidates(tab.id, clip.id, candidates);
}
