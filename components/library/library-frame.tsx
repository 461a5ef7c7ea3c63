import type { ReactNode } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './library-frame.module.css';

/** The rooms that the navigation leads to. */
export const libraryRooms = [
  'insights',
  'documents',
  'check',
  'collections',
  'folder',
  'import',
  'trash',
  'settings',
] as const;

export type LibraryRoom = (typeof libraryRooms)[number];

export interface LibraryFrameProps {
  /** Undefined in a room that the navigation does not lead to. */
  readonly room: LibraryRoom | undefined;
  readonly hrefOf: (room: LibraryRoom) => string;
  readonly trashCount: number;
  /** Cards of the person's folder that need a choice. */
  readonly conflictCount?: number;
  readonly onHelp: () => void;
  /** What was just done, with its undo. */
  readonly notice?: ReactNode;
  readonly children: ReactNode;
}

/** The library's page: its name, its rooms, the room itself, and what was just done. */
export function LibraryFrame(props: LibraryFrameProps) {
  const { room, hrefOf, trashCount, conflictCount = 0, onHelp, notice, children } = props;
  const labelOf = (name: LibraryRoom): string => {
    if (name === 'trash' && trashCount > 0) return t('library_room_trash_count', trashCount);
    if (name === 'folder' && conflictCount > 0) {
      return t('library_room_folder_count', conflictCount);
    }
    return t(`library_room_${name}`);
  };
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <h1 className={styles.name}>
          {t('extension_name')} <span className="visually-hidden">{t('library_name')}</span>
        </h1>
        <nav className={styles.rooms} aria-label={t('library_rooms')}>
          {libraryRooms.map((name) => (
            <a key={name} href={hrefOf(name)} aria-current={name === room ? 'page' : undefined}>
              {labelOf(name)}
            </a>
          ))}
        </nav>
        <Button variant="quiet" onClick={onHelp}>
          {t('library_keys')}
        </Button>
      </header>
      <main className={styles.main}>{children}</main>
      <div className={styles.notice} aria-live="polite">
        {notice}
      </div>
    </div>
  );
}
