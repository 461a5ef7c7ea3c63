import { lazy, Suspense, useState } from 'react';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { Notice } from '../notice';
import { PageView, type PageViewProps } from './page-view';
import { Skeleton } from './skeleton';
import type { SurfaceApi } from './surface-api';
import styles from './surface.module.css';
import { usePage } from './use-page';

/** Wanted only where a page cannot be read. */
const Unreadable = lazy(async () => ({ default: (await import('./unreadable')).Unreadable }));

export interface SurfaceAppProps {
  readonly api: SurfaceApi;
  /** What shows the episode of a page, where there is room for it. */
  readonly Episode?: PageViewProps['Episode'];
}

/** The popup and the side panel: clip from the page in view, and see what it touches. */
export function SurfaceApp({ api, Episode }: SurfaceAppProps) {
  const { state, reread } = usePage(api);
  const [noPanel, setNoPanel] = useState(false);
  return (
    <>
      <header className={styles.header}>
        <h1 className={styles.name}>{t('extension_name')}</h1>
        <nav className={styles.nav} aria-label={t('surface_nav')}>
          <Button variant="quiet" onClick={() => void api.openLibrary()}>
            {t('surface_open_library')}
          </Button>
          {api.place === 'popup' ? (
            <Button
              variant="quiet"
              onClick={() => void api.openSidePanel().then((opened) => setNoPanel(!opened))}
            >
              {t('surface_open_side_panel')}
            </Button>
          ) : null}
        </nav>
      </header>
      <main className={styles.main}>
        <div aria-live="polite" className={styles.announced}>
          {noPanel ? <Notice tone="info">{t('surface_no_side_panel')}</Notice> : null}
        </div>
        {state.status === 'loading' ? <Skeleton /> : null}
        {state.status === 'failed' ? (
          <Suspense>
            <Unreadable failure={state.failure} place={api.place} onRetry={reread} />
          </Suspense>
        ) : null}
        {state.status === 'ready' ? (
          <PageView
            key={state.page.snapshot.url}
            api={api}
            Episode={Episode}
            page={state.page}
            surfacing={state.surfacing}
            isPartial={state.isPartial === true}
            progress={state.progress}
            libraryIsEmpty={state.libraryIsEmpty}
          />
        ) : null}
      </main>
    </>
  );
}
