import { useId } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { isComposing } from '../is-composing';
import styles from './transcript-panel.module.css';

export interface TranscriptSearchProps {
  readonly query: string;
  readonly count: number;
  /** Which of them the person is at, from 0; -1 for none. */
  readonly at: number;
  readonly onQuery: (query: string) => void;
  readonly onStep: (by: 1 | -1) => void;
}

/** Looks for words in the transcript: Enter goes to the next place, Shift+Enter to the one before. */
export function TranscriptSearch({ query, count, at, onQuery, onStep }: TranscriptSearchProps) {
  const id = useId();
  return (
    <search className={styles.search}>
      <label htmlFor={id} className="visually-hidden">
        {t('transcript_search')}
      </label>
      <input
        id={id}
        type="search"
        dir="auto"
        className={styles.input}
        value={query}
        placeholder={t('transcript_search')}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === 'Escape' && query !== '') onQuery('');
          else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      <Button
        disabled={count === 0}
        aria-label={t('transcript_previous')}
        onClick={() => onStep(-1)}
      >
        ↑
      </Button>
      <Button disabled={count === 0} aria-label={t('transcript_next')} onClick={() => onStep(1)}>
        ↓
      </Button>
      <output className={styles.count}>{query === '' ? '' : countText(count, at)}</output>
    </search>
  );
}

function countText(count: number, at: number): string {
  if (count === 0) return t('transcript_none_found');
  return t('transcript_found', Math.max(0, at) + 1, count);
}
