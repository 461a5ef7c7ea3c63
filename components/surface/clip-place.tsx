import { useEffect, useState } from 'react';
import type { WordChange } from '@/lib/core/annotation/changed-words';
import type { Clip } from '@/lib/core/insight/clip';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { isChecked } from '../is-checked';
import { QuoteCheck } from '../quote-check';
import styles from './clip-place.module.css';
import part from './part.module.css';
import type { ClipPlaceState, PageInView, SurfaceApi } from './surface-api';

export interface ClipPlaceProps {
  readonly api: SurfaceApi;
  readonly page: PageInView;
  readonly clip: Clip;
}

/** Whether the page ever had a clip's words, and where they stand on it by now: found, found in other words, or missing, and the way back. */
export default function ClipPlace({ api, page, clip }: ClipPlaceProps) {
  const [place, setPlace] = useState<ClipPlaceState>();
  const [said, setSaid] = useState('');
  const { tabId } = page;
  useEffect(() => {
    let isGone = false;
    void api.clipPlace(page, clip).then((found) => {
      if (!isGone && found.ok) setPlace(found.value);
    });
    return () => {
      isGone = true;
    };
  }, [api, page, clip]);
  // That the page had the words needs no saying here.
  const check =
    clip.verified === 'absent' && isChecked(clip) ? <QuoteCheck verified="absent" /> : null;
  if (!place) return check;

  const show = async () => {
    const shown = await api.showClip(tabId, clip);
    if (!shown.ok || !shown.value) setPlace({ state: 'missing' });
  };
  const attach = async () => {
    const attached = await api.reattach(page, clip);
    if (!attached.ok) {
      setSaid(
        t(attached.error.kind === 'nothing-selected' ? 'place_select_first' : 'place_failed'),
      );
      return;
    }
    setSaid(t('place_attached'));
    setPlace(attached.value);
  };
  return (
    <div className={styles.place}>
      {check}
      {place.state === 'changed' ? (
        <>
          <p className={styles.state}>{t('place_changed')}</p>
          <p dir="auto">
            {(place.parts ?? []).map(({ kind, text }, at) => (
              // The parts of one quote never change places.
              // oxlint-disable-next-line react/no-array-index-key
              <Words key={at} kind={kind} text={text} />
            ))}
          </p>
        </>
      ) : null}
      {place.state === 'missing' ? <p className={styles.state}>{t('place_missing')}</p> : null}
      <div className={part.actions}>
        {place.state === 'missing' ? (
          <Button variant="quiet" onClick={() => void attach()}>
            {t('place_attach')}
          </Button>
        ) : (
          <Button variant="quiet" onClick={() => void show()}>
            {t('surface_show_on_page')}
          </Button>
        )}
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
    </div>
  );
}

function Words({ kind, text }: WordChange) {
  if (kind === 'old') return <del>{text}</del>;
  if (kind === 'new') return <ins>{text}</ins>;
  return <span>{text}</span>;
}
