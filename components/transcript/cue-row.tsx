import type { ReactNode } from 'react';
import type { TranscriptCue } from '@/lib/core/transcript/transcript';
import { t } from '@/lib/i18n';
import styles from './cue-list.module.css';

/** A part of a cue's text, in letters. */
export interface CuePart {
  readonly from: number;
  readonly to: number;
}

export interface CueRowProps {
  readonly cue: TranscriptCue;
  /** Where it stands in the whole transcript, and how many there are. */
  readonly place: number;
  readonly size: number;
  /** `hh:mm:ss`; absent where the transcript has no times. */
  readonly time: string | undefined;
  /** The voice, where another one begins. */
  readonly speaker: string | undefined;
  /** What the search found in it, in order; `at` is the one that the person is at. */
  readonly found: readonly CuePart[];
  readonly at: CuePart | undefined;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** A clip has these words. */
  readonly isClipped: boolean;
  /** The titles of the insights that this touches. */
  readonly touched: readonly string[];
  readonly onFocus: () => void;
  readonly onClick: (extend: boolean) => void;
}

/** What one voice says between two times: press it to go there. */
export function CueRow(props: CueRowProps) {
  const { cue, place, size, time, speaker, isCurrent, isActive, isSelected, isClipped } = props;
  const { touched, onFocus, onClick } = props;
  const notes = [
    ...(isClipped ? [t('transcript_clipped')] : []),
    ...touched.map((title) => t('transcript_touches', title)),
  ];
  return (
    // The list takes the keys; the row is what has the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      className={styles.row}
      data-place={place}
      data-clipped={isClipped || undefined}
      data-touched={touched.length > 0 || undefined}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      aria-posinset={place + 1}
      aria-setsize={size}
      tabIndex={isActive ? 0 : -1}
      title={notes.join('\n') || undefined}
      onFocus={onFocus}
      onClick={(event) => onClick(event.shiftKey)}
    >
      {time === undefined ? null : <span className={styles.time}>{time}</span>}
      <span className={styles.said} dir="auto">
        {speaker === undefined ? null : <b className={styles.speaker}>{speaker}</b>}
        <span data-text>{marked(cue.text, props)}</span>
        {notes.length > 0 ? (
          <span className="visually-hidden">{` (${notes.join('; ')})`}</span>
        ) : null}
      </span>
    </div>
  );
}

function marked(text: string, { found, at }: Pick<CueRowProps, 'found' | 'at'>): ReactNode {
  if (found.length === 0) return text;
  const parts: ReactNode[] = [];
  let done = 0;
  for (const part of found) {
    parts.push(
      text.slice(done, part.from),
      <mark key={part.from} data-at={part === at || undefined}>
        {text.slice(part.from, part.to)}
      </mark>,
    );
    done = part.to;
  }
  return [...parts, text.slice(done)];
}
