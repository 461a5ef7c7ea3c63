import { t, type MessageKey } from '@/lib/i18n';
import { Notice } from '../notice';
import type { SurfaceFailure } from './surface-api';
import styles from './surface.module.css';

const sentences: Record<SurfaceFailure['kind'], MessageKey> = {
  'page-not-readable': 'surface_failure_page_not_readable',
  'page-not-granted': 'surface_failure_page_not_granted',
  'page-answer-invalid': 'surface_failure_page_answer_invalid',
  'nothing-selected': 'surface_failure_nothing_selected',
  'nothing-playing': 'surface_failure_nothing_playing',
  'not-on-page': 'surface_failure_not_on_page',
  'insight-gone': 'surface_failure_insight_gone',
  'clip-gone': 'surface_failure_clip_gone',
  'storage-full': 'surface_failure_storage_full',
  'storage-failed': 'surface_failure_storage_failed',
  'newer-database': 'surface_failure_newer_database',
  'read-only-collection': 'surface_failure_read_only_collection',
};

/** One sentence that says what happened and what to do next. */
export function FailureNotice({ failure }: { readonly failure: SurfaceFailure }) {
  return (
    <Notice tone="bad">
      <p>{t(sentences[failure.kind])}</p>
      {failure.detail ? <p className={styles.detail}>{failure.detail}</p> : null}
    </Notice>
  );
}
