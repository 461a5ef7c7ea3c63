import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './import-view.module.css';

/** How far an import has come, in files. */
export interface ImportProgress {
  readonly stage: 'reading' | 'importing' | 'storing';
  readonly done: number;
  readonly total: number;
}

export interface ImportProgressBarProps {
  readonly progress: ImportProgress;
  readonly onCancel: () => void;
}

/**
 * How far the import is, with its end. Storing is one step that cannot be called off. Not read out
 * as it moves: whoever wants to know goes to the bar.
 */
export function ImportProgressBar({ progress, onCancel }: ImportProgressBarProps) {
  const { stage, done, total } = progress;
  const isStoring = stage === 'storing';
  return (
    <div className={styles.progress} aria-live="off">
      <label htmlFor="import-progress">
        {isStoring
          ? t('library_import_storing')
          : stage === 'importing'
            ? t('library_import_reading', done, total)
            : t('library_import_progress', done, total)}
      </label>
      <progress
        id="import-progress"
        value={isStoring ? undefined : done}
        max={Math.max(total, 1)}
      />
      {isStoring ? null : (
        <Button variant="quiet" onClick={onCancel}>
          {t('library_import_cancel')}
        </Button>
      )}
    </div>
  );
}
