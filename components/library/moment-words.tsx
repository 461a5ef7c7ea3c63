import { useId, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import styles from './clip-editor.module.css';

export interface MomentWordsProps {
  /** The moment as it stands, `hh:mm:ss`. */
  readonly time: string;
  /** Resolves to what is wrong with it, if anything is. */
  readonly onFill: (words: string, time: string) => Promise<string | undefined>;
}

/** The words of a moment that has none yet, typed or pasted, and its time where it was another. */
export function MomentWords({ time, onFill }: MomentWordsProps) {
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(time);
  const [problem, setProblem] = useState<string>();
  return (
    <form
      className={styles.note}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== '') void onFill(words, at).then(setProblem);
      }}
    >
      <label htmlFor={`${id}-words`}>{t('library_moment_words')}</label>
      <textarea
        id={`${id}-words`}
        rows={2}
        dir="auto"
        value={words}
        aria-describedby={`${id}-hint`}
        onChange={(event) => setWords(event.target.value)}
      />
      <p id={`${id}-hint`}>{t('library_moment_hint')}</p>
      <label htmlFor={`${id}-time`}>{t('library_moment_time')}</label>
      <input
        id={`${id}-time`}
        dir="ltr"
        className={styles.time}
        value={at}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onChange={(event) => setAt(event.target.value)}
      />
      <output id={`${id}-problem`}>{problem ?? ''}</output>
      <div>
        <Button type="submit" disabled={words.trim() === ''}>
          {t('library_moment_fill')}
        </Button>
      </div>
    </form>
  );
}
