/** Does what a toast asks and words the answer. */
import { answerToast as answer } from '@/lib/actions/answer-toast';
import type { ToastAction, ToastAnswer } from '@/lib/core/insight/toast';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { failureText } from './toast-states';

/** Answers in words what `answerToast` of lib/actions did; a database that refuses a read, too. */
export async function answerToast(action: ToastAction, tabId: number): Promise<ToastAnswer> {
  const answered = await answer(ports, action, tabId).catch(
    (error: unknown) =>
      ({ ok: false, error: { kind: 'storage-failed', detail: String(error) } }) as const,
  );
  if (answered.ok)
    return { done: true, message: action.kind === 'note' ? t('toast_note_saved') : '' };
  const { error } = answered;
  return {
    done: false,
    message: error.kind === 'clip-gone' ? t('toast_gone') : failureText(error),
  };
}
