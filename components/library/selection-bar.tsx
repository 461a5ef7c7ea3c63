import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import styles from './selection-bar.module.css';

export interface SelectionBarProps {
  /** How many insights the list shows. */
  readonly shown: number;
  readonly total: number;
  readonly selected: number;
  readonly onSelectAll: () => void;
  /** Present where exactly two are selected. */
  readonly onCompare?: (() => void) | undefined;
  readonly onClear: () => void;
  readonly onDownload: () => void;
  readonly onCopy: () => void;
  readonly onDelete: () => void;
  /** Present while cards of a loaded codex are chosen: makes those one's own. */
  readonly onCopyToOwn?: (() => void) | undefined;
}

/** How many insights there are, or, once some are chosen, what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { shown, total, selected, onSelectAll, onClear, onDownload, onCopy, onDelete } = props;
  const { onCompare, onCopyToOwn } = props;
  const all = tn('library_count', total);
  return (
    <div className={styles.bar}>
      <output>
        {selected > 0
          ? tn('library_selected', selected)
          : shown === total
            ? all
            : t('library_count_of', shown, total)}
      </output>
      <div className={styles.actions}>
        {selected > 0 ? (
          <>
            {onCompare ? (
              <Button variant="quiet" onClick={onCompare}>
                {t('library_compare_selected')}
              </Button>
            ) : null}
            <Button variant="quiet" onClick={onCopy}>
              {t('library_copy')}
            </Button>
            <Button variant="quiet" onClick={onDownload}>
              {selected === 1 ? t('library_download') : t('library_download_zip')}
            </Button>
            {onCopyToOwn ? (
              <Button variant="quiet" onClick={onCopyToOwn}>
                {t('library_copy_to_own')}
              </Button>
            ) : null}
            <Button variant="quiet" onClick={onDelete}>
              {t('library_delete')}
            </Button>
            <Button variant="quiet" onClick={onClear}>
              {t('library_select_none')}
            </Button>
          </>
        ) : shown > 0 ? (
          <Button variant="quiet" onClick={onSelectAll}>
            {t('library_select_all')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
