import { useEffect, useId, useRef, useState } from 'react';
import { t } from '@/lib/i18n';
import styles from './saved-card.module.css';

export interface NoteFieldProps {
  readonly note: string;
  /** Keeps each key at once, for a window that is closed before the next pause; see `onSave`. */
  readonly onType: (note: string, stored: string) => void;
  /** Stores the note in place of the one that is stored; false when it could not. */
  readonly onSave: (note: string, stored: string) => Promise<boolean>;
}

/** Milliseconds without a key before what was written is stored. */
const pause = 500;

/** A note that saves itself on each pause, on leaving the field and when the page goes away. */
export function NoteField({ note, onType, onSave }: NoteFieldProps) {
  const id = useId();
  const [value, setValue] = useState(note);
  const [kept, setKept] = useState(note);
  const latest = useRef({ value, kept, onSave });

  useEffect(() => {
    latest.current = { value, kept, onSave };
  });

  const [flush] = useState(() => () => {
    const now = latest.current;
    if (now.value === now.kept) return;
    latest.current = { ...now, kept: now.value };
    void now
      .onSave(now.value, now.kept)
      .then((saved) => setKept((old) => (saved ? now.value : old)));
  });

  useEffect(() => {
    if (value === kept) return undefined;
    const timer = setTimeout(flush, pause);
    return () => clearTimeout(timer);
  }, [value, kept, flush]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [flush]);

  return (
    <div className={styles.note}>
      <label htmlFor={id}>{t('surface_note')}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        // As many as a note can hold: see `clipSchema`.
        maxLength={20_000}
        value={value}
        onChange={({ target }) => {
          onType(target.value, kept);
          setValue(target.value);
        }}
        onBlur={flush}
      />
      <p className={styles.kept} aria-live="polite">
        {kept && kept === value ? t('surface_note_kept') : ''}
      </p>
    </div>
  );
}
