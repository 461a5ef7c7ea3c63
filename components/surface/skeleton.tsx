import { t } from '@/lib/i18n';
import styles from './surface.module.css';

/** Holds the place of what is being looked up; drawn only after 200 ms, so that fast answers do not flash. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} aria-live="polite">
      <span className="visually-hidden">{t('surface_reading')}</span>
      <span className={styles.bone} />
      <span className={styles.bone} />
      <span className={styles.bone} />
    </div>
  );
}
