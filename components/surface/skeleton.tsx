import { useId } from 'react';
import { t } from '@/lib/i18n';
import styles from './surface.module.css';
import type { Progress } from './use-page';

export interface SkeletonProps {
  /** How much of the library is read, where it is read for the first time. */
  readonly progress?: Progress | undefined;
}

/** Holds the place of what is being looked up; drawn only after 200 ms, so that fast answers do not flash. */
export function Skeleton({ progress }: SkeletonProps) {
  const id = useId();
  return (
    <div className={styles.skeleton}>
      <span className="visually-hidden" aria-live="polite">
        {progress ? wordsOf(atQuarter(progress)) : t('surface_reading')}
      </span>
      {progress ? (
        <div className={styles.progress}>
          <label htmlFor={id}>{wordsOf(progress)}</label>
          <progress id={id} value={progress.done} max={Math.max(progress.all, 1)} />
        </div>
      ) : null}
      <span className={styles.bone} />
      <span className={styles.bone} />
      <span className={styles.bone} />
    </div>
  );
}

function wordsOf({ done, all }: Progress): string {
  return t('surface_reading_library', done.toLocaleString(), all.toLocaleString());
}

/** Where the last quarter began: what is read out changes four times, not at every step. */
function atQuarter({ done, all }: Progress): Progress {
  const quarter = all > 0 ? Math.floor((4 * done) / all) : 0;
  return { done: Math.floor((quarter * all) / 4), all };
}
