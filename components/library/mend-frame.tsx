import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import styles from './mend-view.module.css';

export interface MendFrameProps {
  /** Undefined until the file is read: the heading is there before it, to be arrived at. */
  readonly path: string | undefined;
  readonly backHref: string;
  readonly children: ReactNode;
}

/** The room around a file that is mended. */
export function MendFrame({ path, backHref, children }: MendFrameProps) {
  return (
    <section className={styles.view} aria-labelledby="mend-title">
      <a href={backHref}>{t('library_mend_back')}</a>
      <h2 id="mend-title" tabIndex={-1} className={styles.title}>
        {path === undefined
          ? t('library_room_mend')
          : t('library_mend_title', path.split('/').at(-1) ?? path)}
      </h2>
      {children}
    </section>
  );
}
