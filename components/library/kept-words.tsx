import { t } from '@/lib/i18n';
import { Button } from '../button';
import { fieldLabels } from './field-labels';
import type { KeptField, KeptValue } from './kept-field';
import styles from './kept-words.module.css';
import { scoreLabels } from './section-labels';

/** Words that were typed and never stored: the field has been changed since, or they do not fit. */
export interface ShownKept {
  /** Names it in the list. */
  readonly name: string;
  /** The insight, or the quote whose note it is. */
  readonly title: string;
  readonly href: string | undefined;
  readonly fields: readonly KeptField[];
  /** The store would not take them: they can be copied or discarded. */
  readonly refused?: boolean;
}

export interface KeptWordsProps {
  readonly kept: readonly ShownKept[];
  readonly onTake: (name: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onDiscard: (name: string) => void;
}

/** Both texts are there, the stored one in its place and the typed one here; the person chooses. */
export function KeptWords({ kept, onTake, onCopy, onDiscard }: KeptWordsProps) {
  if (kept.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={t('library_kept')}>
      {kept.map(({ name, title, href, fields, refused }) => (
        <li key={name}>
          <p>{t(refused ? 'library_kept_refused' : 'library_kept_why')}</p>
          <p dir="auto" className={styles.title}>
            {href ? <a href={href}>{title}</a> : title}
          </p>
          <dl>
            {fields.map(({ field, value }) => (
              <div key={field}>
                <dt className={styles.label}>{t(fieldLabels[field])}</dt>
                <dd dir="auto" className={styles.value}>
                  {textOf(value)}
                </dd>
              </div>
            ))}
          </dl>
          <div className={styles.actions}>
            {refused ? (
              <Button
                aria-label={t('library_kept_copy_named', title)}
                onClick={() => onCopy(fields.map(({ value }) => textOf(value)).join('\n\n'))}
              >
                {t('library_kept_copy')}
              </Button>
            ) : (
              <Button aria-label={t('library_kept_take_named', title)} onClick={() => onTake(name)}>
                {t('library_kept_take')}
              </Button>
            )}
            <Button
              variant="quiet"
              aria-label={t('library_kept_discard_named', title)}
              onClick={() => onDiscard(name)}
            >
              {t('library_kept_discard')}
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function textOf(value: KeptValue): string {
  if (value === null) return t('library_kept_empty');
  if (typeof value === 'string') return value.trim() || t('library_kept_empty');
  if ('originality' in value) {
    const names = Object.keys(scoreLabels) as (keyof typeof scoreLabels)[];
    return names.map((name) => `${t(scoreLabels[name])} ${value[name]}`).join(', ');
  }
  return value.join(', ') || t('library_kept_empty');
}
