import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice, type NoticeTone } from '../notice';
import styles from './done-notice.module.css';

export interface DoneNoticeProps {
  readonly tone: NoticeTone;
  readonly message: string;
  readonly onUndo?: (() => void) | undefined;
  readonly onDismiss: () => void;
}

/** What was just done, with its undo. It stays until it is dismissed or something else is done. */
export function DoneNotice({ tone, message, onUndo, onDismiss }: DoneNoticeProps) {
  return (
    <Notice
      tone={tone}
      action={
        <span className={styles.actions}>
          {onUndo ? <Button onClick={onUndo}>{t('library_undo')}</Button> : null}
          <Button variant="quiet" onClick={onDismiss}>
            {t('library_dismiss')}
          </Button>
        </span>
      }
    >
      {message}
    </Notice>
  );
}
