/** Does what a toast asks, for clips of the page it stands in and no others. */
import { sourceKey } from '@/lib/core/source/canonical-url';
import type { ToastAction, ToastAnswer } from '@/lib/core/insight/toast';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { failureText } from './toast-states';

/**
 * A toast is our script in a hostile house: it may speak only of clips taken from the page at
 * `pageUrl`, the address the browser gives for the message's sender.
 */
export async function answerToast(action: ToastAction, pageUrl: string): Promise<ToastAnswer> {
  const { store, clock, tabs } = ports;
  const clip = await store.getClip(action.clipId);
  if (!clip || !isFrom(clip.target.source, pageUrl))
    return { done: false, message: t('toast_gone') };

  switch (action.kind) {
    case 'undo':
      return answer(await store.undoCapture(clip.id, clock.now()), '');
    case 'redo':
      return answer(await store.redoCapture(clip.id, clock.now()), '');
    case 'note':
      return answer(await store.setNote(clip.id, action.note), t('toast_note_saved'));
    case 'move': {
      const { insightKey, role } = action;
      return answer(await store.moveClip(clip.id, insightKey, role, clock.now()), '');
    }
    case 'open':
      await tabs.openLibrary(`/insight/${clip.insightKey}`);
      return { done: true, message: '' };
  }
}

function isFrom(source: string, pageUrl: string): boolean {
  return sourceKey(source) === sourceKey(pageUrl) || source === pageUrl;
}

function answer(
  result: Awaited<ReturnType<typeof ports.store.undoCapture>>,
  message: string,
): ToastAnswer {
  if (!result.ok) return { done: false, message: failureText(result.error) };
  if (!result.value) return { done: false, message: t('toast_gone') };
  return { done: true, message };
}
