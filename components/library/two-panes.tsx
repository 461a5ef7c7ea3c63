import type { ReactNode } from 'react';
import styles from './two-panes.module.css';

export interface TwoPanesProps {
  readonly list: ReactNode;
  readonly listLabel: string;
  /** The insight that is open; what stands beside the list otherwise is `rest`. */
  readonly detail: ReactNode;
  readonly rest?: ReactNode;
}

/** The list and the open insight side by side; on a narrow page one of them at a time. */
export function TwoPanes({ list, listLabel, detail, rest }: TwoPanesProps) {
  return (
    <div className={`${styles.panes} ${detail ? styles.opened : ''}`}>
      <section className={styles.list} aria-label={listLabel}>
        {list}
      </section>
      <div className={styles.detail}>{detail ?? rest}</div>
    </div>
  );
}
