import { useId, useState, type FormEvent } from 'react';
import type { PageSelection } from '@/lib/core/source/snapshot';
import type { Result } from '@/lib/core/result';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import styles from './clip-panel.module.css';
import type { Clipping, SurfaceFailure } from './surface-api';

export interface TypedQuoteProps {
  readonly busy: boolean;
  readonly onLocate: (quote: string) => Promise<Result<PageSelection | undefined, SurfaceFailure>>;
  readonly onClip: (what: Clipping) => Promise<void>;
  readonly onFailure: (failure: SurfaceFailure) => void;
  readonly onClose: () => void;
}

/** A quote typed or pasted: clipped where it stands in the page, or as typed if the person says so. */
export function TypedQuote({ busy, onLocate, onClip, onFailure, onClose }: TypedQuoteProps) {
  const id = useId();
  const [quote, setQuote] = useState('');
  const [missing, setMissing] = useState('');
  const words = quote.trim();

  const save = async (at?: PageSelection) => {
    await onClip({ kind: 'typed', quote: words, at });
    onClose();
  };

  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (!words) return;
    const found = await onLocate(words);
    if (!found.ok) onFailure(found.error);
    else if (found.value) await save(found.value);
    else setMissing(words);
  };

  return (
    <form className={styles.typed} onSubmit={(event) => void find(event)}>
      <label htmlFor={id}>{t('surface_typed_label')}</label>
      <textarea
        id={id}
        dir="auto"
        rows={3}
        className={styles.textarea}
        value={quote}
        onChange={(event) => setQuote(event.target.value)}
        aria-describedby={`${id}-hint`}
        // The person has just asked for this field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('surface_typed_hint')}
      </p>
      <div aria-live="polite">
        {missing && missing === words ? (
          <Notice
            tone="info"
            action={
              <Button disabled={busy} onClick={() => void save()}>
                {t('surface_save_as_typed')}
              </Button>
            }
          >
            {t('surface_typed_missing')}
          </Notice>
        ) : null}
      </div>
      <div className={styles.offers}>
        <Button variant="primary" type="submit" disabled={busy || !words}>
          {t('surface_find_and_clip')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {t('surface_cancel')}
        </Button>
      </div>
    </form>
  );
}
