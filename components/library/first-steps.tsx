import { t } from '@/lib/i18n';
import { EmptyState } from '../empty-state';
import styles from './first-steps.module.css';

export interface FirstStepsProps {
  readonly importHref: string;
  /** The key that clips a selection, as it is set now; empty when none is. */
  readonly clipKey: string;
}

/** The library before there is anything in it: the two ways to a first insight. */
export function FirstSteps({ importHref, clipKey }: FirstStepsProps) {
  return (
    <EmptyState
      title={t('library_empty_title')}
      text={
        <ol className={styles.steps}>
          <li>{t('library_empty_select')}</li>
          <li>{clipKey ? t('library_empty_clip_key', clipKey) : t('library_empty_clip')}</li>
          <li>{t('library_empty_refine')}</li>
        </ol>
      }
      action={
        <p>
          {t('library_empty_import')} <a href={importHref}>{t('library_import_title')}</a>
        </p>
      }
    />
  );
}
