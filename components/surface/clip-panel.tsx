import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { PageSelection, PageSnapshot } from '@/lib/core/source/snapshot';
import type { Result } from '@/lib/core/result';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { QuoteBlock } from '../quote-block';
import { excerpt } from './excerpt';
import type { Clipping, SurfaceFailure } from './surface-api';
import styles from './clip-panel.module.css';

/** Wanted only by whoever types. */
const TypedQuote = lazy(async () => ({ default: (await import('./typed-quote')).TypedQuote }));

export interface ClipPanelProps {
  readonly snapshot: PageSnapshot;
  /** The quote of the clip just made: its selection is not offered a second time. */
  readonly clippedQuote?: string | undefined;
  readonly busy: boolean;
  readonly onLocate: (quote: string) => Promise<Result<PageSelection | undefined, SurfaceFailure>>;
  /** Resolves to whether the clip is on disk. */
  readonly onClip: (what: Clipping) => Promise<boolean>;
  /** What is being typed here, or was when this page was last in view: the form opens with it. */
  readonly draftNow: () => string;
  readonly onDraft: (words: string) => void;
  readonly onFailure: (failure: SurfaceFailure) => void;
}

/** What can be clipped here and now: the selection, the last seconds heard, typed words, the page. */
export function ClipPanel(props: ClipPanelProps) {
  const { snapshot, clippedQuote, busy, onLocate, onClip, draftNow, onDraft, onFailure } = props;
  const [typing, setTyping] = useState<'asked' | 'again' | false>(
    () => draftNow() !== '' && 'again',
  );
  const typeQuote = useRef<HTMLButtonElement>(null);
  const wasTyping = useRef(false);
  const { selection, playback } = snapshot;
  const offered = selection && selection.exact !== clippedQuote ? selection : undefined;
  const heard = playback && playback.currentTime > 0;

  useEffect(() => {
    // The form is gone, and with it the keyboard's place, unless a saved clip has taken it over.
    if (wasTyping.current && document.activeElement === document.body) typeQuote.current?.focus();
    wasTyping.current = typing !== false;
  }, [typing]);

  return (
    <section className={styles.panel} aria-label={t('surface_clip_part')}>
      {offered ? (
        <div className={styles.selection}>
          <QuoteBlock quote={excerpt(offered.exact)} />
          <Button
            variant="primary"
            aria-disabled={busy}
            onClick={() => void onClip({ kind: 'selection' })}
          >
            {t('surface_clip_selection')}
          </Button>
        </div>
      ) : null}
      {!selection && !typing ? (
        <p className={styles.hint}>{t('surface_nothing_selected')}</p>
      ) : null}
      {typing ? (
        <Suspense>
          <TypedQuote
            draft={draftNow()}
            isAsked={typing === 'asked'}
            busy={busy}
            onDraft={onDraft}
            onLocate={onLocate}
            onClip={onClip}
            onFailure={onFailure}
            onClose={() => setTyping(false)}
          />
        </Suspense>
      ) : (
        <div className={styles.offers}>
          {heard ? (
            <Button
              variant={offered ? 'plain' : 'primary'}
              aria-disabled={busy}
              onClick={() => void onClip({ kind: 'recent' })}
            >
              {t('surface_clip_recent')}
            </Button>
          ) : null}
          <Button ref={typeQuote} onClick={() => setTyping('asked')}>
            {t('surface_type_quote')}
          </Button>
          <Button aria-disabled={busy} onClick={() => void onClip({ kind: 'page' })}>
            {t('surface_save_page')}
          </Button>
        </div>
      )}
    </section>
  );
}
