import type { ReactNode } from 'react';
import styles from './two-panes.module.css';

export interface TwoPanesProps {
  readonly list: ReactNode;
  readonly listLabel: string;
  /** The insight that is open; what stands beside the list otherwise is `rest`. */
  readonly detail: ReactNode;
  readonly rest?: ReactNode;
  /** Esc in the open insight, outside its fields. */
  readonly onLeave: () => void;
}

/** The list and the open insight side by side; on a narrow page one of them at a time. */
export function TwoPanes({ list, listLabel, detail, rest, onLeave }: TwoPanesProps) {
  return (
    <div className={`${styles.panes} ${detail ? styles.opened : ''}`}>
      <section className={styles.list} aria-label={listLabel}>
        {list}
      </section>
      {/* Esc is a short cut for the link back to the list. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={styles.detail}
        onKeyDown={(event) => {
          const field =
            event.target instanceof Element && event.target.closest('input, textarea, select');
          if (event.key === 'Escape' && !event.defaultPrevented && !field) onLeave();
        }}
      >
        {detail ?? rest}
      </div>
    </div>
  );
}
