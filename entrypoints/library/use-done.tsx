import { useCallback, useRef, useState, type ReactNode } from 'react';
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
  /** True when the write happened; otherwise says why not, and offers an undo that failed again. */
  check(result: Result<unknown, StorageFailure>): boolean;
}

type Undo = () => Promise<void>;

interface Said {
  readonly tone: NoticeTone;
  readonly message: string;
  readonly undo?: Undo | undefined;
}

/** The one line that tells a person what just happened. */
export function useDone(): Done {
  const [said, setSaid] = useState<Said>();
  /** The undo under way. */
  const undoing = useRef<Undo>(undefined);
  const say = useCallback((message: string, undo?: Undo) => {
    setSaid({ tone: 'info', message, undo });
  }, []);
  const refuse = useCallback((message: string) => setSaid({ tone: 'bad', message }), []);
  const check = useCallback((result: Result<unknown, StorageFailure>) => {
    if (!result.ok) {
      // For some of what is done, a removed link for one, it is the only way back.
      const undo = undoing.current;
      setSaid({ tone: 'bad', message: storageFailureText(result.error), undo });
    }
    return result.ok;
  }, []);
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
            undoing.current = undo;
            void undo().finally(() => {
              if (undoing.current === undo) undoing.current = undefined;
            });
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
