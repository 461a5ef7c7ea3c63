import type { SearchAnswer } from '@/lib/core/match/search-index';
import { t } from '@/lib/i18n';
import styles from './search-note.module.css';

export interface SearchNoteProps {
  /** What a search had to do to find what is shown; undefined when it found nothing. */
  readonly answer: Pick<SearchAnswer, 'asksNothing' | 'mended' | 'missing'> | undefined;
}

/** Says, also to a screen reader, where the list shows something else than was asked for. */
export function SearchNote({ answer }: SearchNoteProps) {
  const close = answer?.mended.flatMap(({ words }) => words) ?? [];
  const missing = answer?.missing.map((word) => t('library_search_word', word)) ?? [];
  return (
    <output className={styles.notes} dir="auto">
      {answer?.asksNothing ? <span>{t('library_search_nothing')}</span> : null}{' '}
      {close.length > 0 ? <span>{t('library_search_mended', close.join(', '))}</span> : null}{' '}
      {missing.length > 0 ? <span>{t('library_search_missing', missing.join(', '))}</span> : null}
    </output>
  );
}
