import { useId, useRef, useState, type FormEvent } from 'react';
import type { PageSelection } from '@/lib/core/source/snapshot';
import type { Result } from '@/lib/core/result';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import styles from './clip-panel.module.css';
import type { Clipping, SurfaceFailure } from './surface-api';

export interface TypedQuoteProps {
  /** What the field begins with. */
  readonly draft: string;
  /** The person has just asked for this field: the keyboard goes there. */
  readonly isAsked: boolean;
  readonly busy: boolean;
  /** Called at each key; with nothing once the words are clipped, or given up. */
  readonly onDraft: (words: string) => void;
  readonly onLocate: (quote: string) => Promise<Result<PageSelection | undefined, SurfaceFailure>>;
  readonly onClip: (what: Clipping) => Promise<boolean>;
  readonly onFailure: (failure: SurfaceFailure) => void;
  readonly onClose: () => void;
}

/** A quote typed or pasted: clipped where it stands in the page, or as typed if the person says so. */
export function TypedQuote(props: TypedQuoteProps) {
  const { draft, isAsked, busy, onDraft, onLocate, onClip, onFailure, onClose } = props;
  const id = useId();
  const [quote, setQuote] = useState(draft);
  const [missing, setMissing] = useState('');
  // Pressed again while the page is looked through, it would clip twice.
  const [finding, setFinding] = useState(false);
  const isGone = useRef(false);
  const words = quote.trim();

  const save = async (at?: PageSelection) => {
    if (await onClip({ kind: 'typed', quote: words, at })) leave();
  };

  const leave = () => {
    isGone.current = true;
    onDraft('');
    onClose();
  };

  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (!words || busy || finding) return;
    setFinding(true);
    const found = await onLocate(words).finally(() => setFinding(false));
    // Given up while it was looked for.
    if (isGone.current) return;
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
        // As many as a clip can hold: more would be refused in words that speak of something else.
        maxLength={100_000}
        className={styles.textarea}
        value={quote}
        onChange={({ target }) => {
          onDraft(target.value);
          setQuote(target.value);
        }}
        aria-describedby={`${id}-hint`}
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={isAsked}
      />
      <p id={`${id}-hint`} className={styles.hint}>
        {t('surface_typed_hint')}
      </p>
      <div aria-live="polite">
        {missing && missing === words ? (
          <Notice
            tone="info"
            action={
              <Button aria-disabled={busy} onClick={() => void save()}>
                {t('surface_save_as_typed')}
              </Button>
            }
          >
            {t('surface_typed_missing')}
          </Notice>
        ) : null}
      </div>
      <div className={styles.offers}>
        <Button variant="primary" type="submit" disabled={!words} aria-disabled={busy || finding}>
          {t('surface_find_and_clip')}
        </Button>
        <Button variant="quiet" onClick={leave}>
          {t('surface_cancel')}
        </Button>
      </div>
    </form>
  );
}
