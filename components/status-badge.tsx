import type { Insight } from '@/lib/core/insight/insight';
import { t } from '@/lib/i18n';
import styles from './badge.module.css';

/** Whether the insight is a draft or ready, in words. */
export function StatusBadge({ status }: { readonly status: Insight['status'] }) {
  const draft = status === 'draft';
  return (
    <span className={`${styles.badge} ${draft ? styles.draft : ''}`}>
      {draft ? t('ui_status_draft') : t('ui_status_ready')}
    </span>
  );
}
