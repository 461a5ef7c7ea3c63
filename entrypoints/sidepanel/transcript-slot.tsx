import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/button';
import part from '@/components/surface/part.module.css';
import type { PageInView, SurfaceApi } from '@/components/surface/surface-api';
import { t } from '@/lib/i18n';

/** Wanted only by whoever listens. */
const TranscriptRoom = lazy(() => import('./transcript-room'));

export interface TranscriptSlotProps {
  readonly api: SurfaceApi;
  readonly page: PageInView;
}

/** Stays as it was when another page comes into view. */
let wasOpen = false;

/** The transcript of the page's episode, folded away until somebody wants it. */
export function TranscriptSlot({ api, page }: TranscriptSlotProps) {
  const [isOpen, setOpen] = useState(wasOpen);
  const [kept, setKept] = useState('');
  const keep = async () => {
    const { keepSource } = await import('./keep-source');
    setKept(await keepSource(page));
  };
  return (
    <>
      <div className={part.actions}>
        <Button
          aria-expanded={isOpen}
          onClick={() => {
            wasOpen = !isOpen;
            setOpen(wasOpen);
          }}
        >
          {isOpen ? t('transcript_hide') : t('transcript_show')}
        </Button>
        <Button onClick={() => void keep()}>{t('archive_keep')}</Button>
      </div>
      <output>{kept}</output>
      {isOpen ? (
        <Suspense>
          <TranscriptRoom api={api} page={page} />
        </Suspense>
      ) : null}
    </>
  );
}
