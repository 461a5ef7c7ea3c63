import { useCallback, useState, type ReactNode } from 'react';
import { DoneNotice } from '@/components/library/done-notice';
import type { NoticeTone } from '@/components/notice';
import type { StorageFailure } from '@/lib/actions/ports';
import type { Result } from '@/lib/core/result';
import { t } from '@/lib/i18n';

export interface Done {
  readonly notice: ReactNode;
  /** Says what was done, with its undo; it stays until it is dismissed or the next thing is done. */
  say(message: string, undo?: () => Promise<void>): void;
  /** Says why something was not done. */
  refuse(message: string): void;
  /** True when the write happened; otherwise says why not. */
  check(result: Result<unknown, StorageFailure>): boolean;
}

interface Said {
  readonly tone: NoticeTone;
  readonly message: string;
  readonly undo?: (() => Promise<void>) | undefined;
}

/** The one line that tells a person what just happened. */
export function useDone(): Done {
  const [said, setSaid] = useState<Said>();
  const say = useCallback((message: string, undo?: () => Promise<void>) => {
    setSaid({ tone: 'info', message, undo });
  }, []);
  const refuse = useCallback((message: string) => setSaid({ tone: 'bad', message }), []);
  const check = useCallback(
    (result: Result<unknown, StorageFailure>) => {
      if (!result.ok) refuse(storageFailureText(result.error));
      return result.ok;
    },
    [refuse],
  );
  const { tone, message, undo } = said ?? {};
  const notice =
    tone && message !== undefined ? (
      <DoneNotice
        tone={tone}
        message={message}
        onUndo={
          undo &&
          (() => {
            setSaid(undefined);
            void undo();
          })
        }
        onDismiss={() => setSaid(undefined)}
      />
    ) : null;
  return { notice, say, refuse, check };
}

/** A failed write in plain words. */
export function storageFailureText(failure: StorageFailure): string {
  switch (failure.kind) {
    case 'storage-full':
      return t('library_failed_full');
    case 'read-only-collection':
      return t('library_failed_read_only');
    case 'newer-database':
      return t('library_failed_newer');
    case 'storage-failed':
      return t('library_failed', failure.detail);
    default:
      return failure satisfies never;
  }
}
