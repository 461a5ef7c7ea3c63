import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { t, tn } from '@/lib/i18n';
import { Button } from '../button';
import styles from './transcript-panel.module.css';

/** A transcript, chapters, or a feed that may name them: fetched when the person asks. */
export interface SourceChoice {
  readonly key: string;
  /** What the button says, with the host it asks. */
  readonly action: string;
  /** What is known of it: its form, its language. */
  readonly about?: string | undefined;
  /** Why it cannot be fetched, and what to do. */
  readonly problem?: string | undefined;
}

/** What is being fetched, from where, and how much has come. */
export interface FetchInProgress {
  /** Of the choice. */
  readonly key: string;
  readonly host: string;
  readonly kilobytes: number;
}

export interface TranscriptSourcesProps {
  readonly choices: readonly SourceChoice[];
  readonly fetching: FetchInProgress | undefined;
  readonly onFetch: (key: string) => void;
  readonly onCancel: () => void;
  /** A text that the person pasted. */
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
}

/** Where a transcript may come from: what the page links, a feed, the clipboard, a file. */
export function TranscriptSources(props: TranscriptSourcesProps) {
  const { choices, fetching, onFetch, onCancel, onText, onFile } = props;
  const id = useId();
  const [pasted, setPasted] = useState('');
  const room = useRef<HTMLDivElement>(null);
  useFocusBeside(room, fetching?.key);
  return (
    <div ref={room} className={styles.sources}>
      {choices.length > 0 ? (
        <ul className={styles.choices}>
          {choices.map(({ key, action, about, problem }) => (
            <li key={key}>
              {problem === undefined ? (
                <Button
                  data-choice={key}
                  disabled={fetching !== undefined}
                  onClick={() => onFetch(key)}
                >
                  {action}
                </Button>
              ) : (
                <p>{problem}</p>
              )}
              {about ? <span className={styles.about}>{about}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {fetching === undefined ? null : (
        <div className={styles.fetching}>
          <output>{t('transcript_fetching_from', fetching.host)}</output>
          <progress aria-label={t('transcript_fetching_from', fetching.host)} />
          <span className={styles.about}>
            {fetching.kilobytes > 0 ? tn('transcript_received', fetching.kilobytes) : null}
          </span>
          <Button data-choice="cancel" onClick={onCancel}>
            {t('transcript_cancel')}
          </Button>
        </div>
      )}
      <form
        className={styles.paste}
        onSubmit={(event) => {
          event.preventDefault();
          if (pasted.trim() === '') return;
          onText(pasted);
          setPasted('');
        }}
      >
        <label htmlFor={`${id}-paste`}>{t('transcript_paste')}</label>
        <textarea
          id={`${id}-paste`}
          dir="auto"
          rows={3}
          value={pasted}
          aria-describedby={`${id}-forms`}
          onChange={(event) => setPasted(event.target.value)}
        />
        <p id={`${id}-forms`} className={styles.about}>
          {t('transcript_forms')}
        </p>
        <Button type="submit" disabled={pasted.trim() === ''}>
          {t('transcript_use')}
        </Button>
      </form>
      <label className={styles.file}>
        {t('transcript_open_file')}
        <input
          type="file"
          accept=".vtt,.srt,.sbv,.json,.html,.htm,.txt,.md,text/*,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) onFile(file);
            input.value = '';
          }}
        />
      </label>
    </div>
  );
}

/**
 * While something is fetched its button cannot have the keyboard: Cancel has it then, and afterwards the
 * button again, unless the person has gone elsewhere.
 */
function useFocusBeside(room: RefObject<HTMLElement | null>, fetching: string | undefined): void {
  const before = useRef<string>(undefined);
  useEffect(() => {
    const wanted = fetching === undefined ? before.current : 'cancel';
    before.current = fetching;
    if (wanted === undefined) return;
    const active = document.activeElement;
    const isHere = !active || active === document.body || active.hasAttribute('data-choice');
    if (!isHere) return;
    const buttons = room.current?.querySelectorAll<HTMLElement>('[data-choice]') ?? [];
    const all = [...buttons];
    (all.find(({ dataset }) => dataset['choice'] === wanted) ?? all[0])?.focus();
  }, [room, fetching]);
}
