/** What the toast says, in the person's language. */
import type { CaptureFailure } from '@/lib/actions/capture-clip';
import { formatTime } from '@/lib/core/transcript/format-time';
import { mayShift } from '@/lib/core/transcript/may-shift';
import type { Clip } from '@/lib/core/insight/clip';
import type { ToastLabels, ToastState } from '@/lib/core/insight/toast';
import { t, type MessageKey } from '@/lib/i18n';
import { uiLanguage } from '@/lib/wire';

function labels(): ToastLabels {
  return {
    region: t('toast_region'),
    saved: t('toast_saved'),
    undone: t('toast_undone'),
    undo: t('toast_undo'),
    redo: t('toast_redo'),
    note: t('toast_note'),
    notePlaceholder: t('toast_note_placeholder'),
    belongs: t('toast_belongs'),
    newInsight: t('toast_new_insight'),
    evidenceFor: t('toast_evidence_for'),
    counterEvidenceTo: t('toast_counter_evidence_to'),
    openInLibrary: t('toast_open_in_library'),
    close: t('toast_close'),
    unreachable: t('toast_unreachable'),
  };
}

/** The moment, and that it may lie elsewhere where it may. */
function timeText(time: NonNullable<Clip['time']>): string {
  const text = formatTime(time.start);
  return mayShift(time) ? t('clip_time_may_shift', text) : text;
}

/**
 * The toast of a stored clip; `again` when the same words were clipped before, `cut` when they are the
 * first of more than a clip may hold.
 */
export function savedToast(clip: Clip, { again = false, cut = false } = {}): ToastState {
  const detail = [
    clip.time && timeText(clip.time),
    clip.speaker,
    cut && t('clip_cut', clip.quote.length.toLocaleString()),
  ].filter(Boolean);
  return {
    tone: 'saved',
    message: again ? t('toast_saved_already') : t('toast_saved'),
    clip: {
      id: clip.id,
      quote: clip.quote,
      detail: detail.join(' · '),
      note: clip.note,
      draftKey: clip.insightKey,
      insightKey: clip.insightKey,
      role: clip.role,
    },
    candidates: [],
    labels: labels(),
    focus: again,
    ...uiLanguage(),
  };
}

/** What a toast can say went wrong. */
export type ToldFailure = CaptureFailure | { readonly kind: 'no-mark' };

/** Why something was not done, and what to do about it. */
export function failureText(failure: ToldFailure): string {
  return t(`surface_failure_${failure.kind.replaceAll('-', '_')}` as MessageKey);
}

/** The toast that says why nothing was clipped, and what to do. */
export function failureToast(failure: ToldFailure): ToastState {
  return noticeToast(failureText(failure));
}

/** A toast that says something and asks for nothing. */
export function noticeToast(message: string): ToastState {
  return { tone: 'notice', message, candidates: [], labels: labels(), ...uiLanguage() };
}
