import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './insight-actions.module.css';

export interface InsightActionsProps {
  /** Where editing happens, or, while editing, where the card is read; none where it is read-only. */
  readonly switchHref?: string | undefined;
  readonly editing: boolean;
  readonly canCite: boolean;
  readonly onCopy: () => void;
  readonly onDownload: () => void;
  readonly onCite: () => void;
  /** None where it is read-only. */
  readonly onDelete?: (() => void) | undefined;
}

/** What can be done with the open insight. */
export function InsightActions(props: InsightActionsProps) {
  const { switchHref, editing, canCite, onCopy, onDownload, onCite, onDelete } = props;
  return (
    <>
      {switchHref === undefined ? null : (
        <a className={styles.switch} href={switchHref}>
          {editing ? t('library_read') : t('library_edit')}
        </a>
      )}
      <Button variant="quiet" onClick={onCopy}>
        {t('library_copy')}
      </Button>
      <Button variant="quiet" onClick={onDownload}>
        {t('library_download')}
      </Button>
      <Button variant="quiet" onClick={onCite} disabled={!canCite}>
        {t('library_copy_citation')}
      </Button>
      {onDelete ? (
        <Button variant="quiet" onClick={onDelete}>
          {t('library_delete')}
        </Button>
      ) : null}
    </>
  );
}
