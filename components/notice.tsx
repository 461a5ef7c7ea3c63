import type { ReactNode } from 'react';
import styles from './notice.module.css';

export type NoticeTone = 'info' | 'good' | 'against' | 'bad';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly children: ReactNode;
  /** What the person can do next, usually a button. */
  readonly action?: ReactNode;
}

/** One calm message. A `bad` one is read out at once; the others are left to the page's own live region. */
export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : undefined}>
      <div className={styles.text}>{children}</div>
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}
