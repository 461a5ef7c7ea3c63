import { useId, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './transcript-panel.module.css';

/** A transcript, or a feed that may name one, that is fetched when the person asks. */
export interface SourceChoice {
  readonly key: string;
  /** What the button says, with the host it asks. */
  readonly action: string;
  /** What is known of it: its form, its language. */
  readonly about?: string | undefined;
  /** Why it cannot be fetched, and what to do. */
  readonly problem?: string | undefined;
}

export interface TranscriptSourcesProps {
  readonly choices: readonly SourceChoice[];
  /** The one that is being fetched. */
  readonly fetching: string | undefined;
  readonly onFetch: (key: string) => void;
  readonly onCancel: () => void;
  /** A text that the person pasted or opened, with the name of its file if it has one. */
  readonly onText: (text: string, name?: string) => void;
}

/** Where a transcript may come from: what the page links, a feed, the clipboard, a file. */
export function TranscriptSources(props: TranscriptSourcesProps) {
  const { choices, fetching, onFetch, onCancel, onText } = props;
  const id = useId();
  const [pasted, setPasted] = useState('');
  return (
    <div className={styles.sources}>
      {choices.length > 0 ? (
        <ul className={styles.choices}>
          {choices.map(({ key, action, about, problem }) => (
            <li key={key}>
              {problem === undefined ? (
                <Button disabled={fetching !== undefined} onClick={() => onFetch(key)}>
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
        <p className={styles.bar}>
          <span>{t('transcript_fetching')}</span>
          <Button onClick={onCancel}>{t('transcript_cancel')}</Button>
        </p>
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
          accept=".vtt,.srt,.json,.html,.htm,.txt,.md,text/*,application/json"
          onChange={(event) => {
            const input = event.currentTarget;
            const [file] = input.files ?? [];
            if (file) void file.text().then((text) => onText(text, file.name));
            input.value = '';
          }}
        />
      </label>
    </div>
  );
}
