import { useRef } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './transcript-panel.module.css';

export interface MarkBarProps {
  /** Where the mark is, `hh:mm:ss`; undefined where there is none. */
  readonly mark: string | undefined;
  /** Whole seconds of the episode from the mark to the player, negative where the mark is ahead of it. */
  readonly since: number | undefined;
  readonly onMark: () => void;
  readonly onClip: () => void;
  readonly onRemove: () => void;
}

/** Marks where the player is, and clips from there to where it has come. */
export function MarkBar({ mark, since, onMark, onClip, onRemove }: MarkBarProps) {
  const marker = useRef<HTMLButtonElement>(null);
  return (
    // A native field set would be a form's.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div role="group" className={styles.bar} aria-label={t('transcript_moment')}>
      <Button ref={marker} onClick={onMark}>
        {t('transcript_mark')}
      </Button>
      {/* Its own press takes the mark away: a button that is disabled would lose the keyboard. */}
      <Button aria-disabled={mark === undefined} onClick={() => mark !== undefined && onClip()}>
        {t('transcript_clip_since')}
      </Button>
      {mark === undefined ? null : (
        <>
          <span className={styles.about}>{markText(mark, since)}</span>
          <Button
            variant="quiet"
            onClick={() => {
              onRemove();
              // This button goes with the mark; the focus must not.
              marker.current?.focus();
            }}
          >
            {t('transcript_mark_remove')}
          </Button>
        </>
      )}
    </div>
  );
}

function markText(mark: string, since: number | undefined): string {
  const seconds = Math.abs(since ?? 0);
  // Within a second of it nobody can say on which side: the player is looked at twice a second.
  if (since === undefined || seconds === 0) return t('transcript_marked_at', mark);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const far =
    minutes > 0 ? t('transcript_minutes', minutes, rest) : t('transcript_seconds', seconds);
  return since < 0
    ? t('transcript_marked_ahead', mark, far)
    : t('transcript_marked_ago', mark, far);
}
