import { lazy, Suspense, type ComponentType } from 'react';
import type { Surfacing } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { Button } from '../button';
import { SourceLine } from '../source-line';
import { ClipPanel } from './clip-panel';
import { FailureNotice } from './failure-notice';
import { Skeleton } from './skeleton';
import { Surfaced } from './surfaced';
import type { PageInView, SurfaceApi } from './surface-api';
import styles from './surface.module.css';
import { useAttempts } from './use-attempts';
import { useClips } from './use-clips';
import { useDismissals } from './use-dismissals';
import type { Progress } from './use-page';

/** Wanted only once something was clipped. */
const SavedCard = lazy(async () => ({ default: (await import('./saved-card')).SavedCard }));

export interface PageViewProps {
  readonly api: SurfaceApi;
  readonly page: PageInView;
  readonly Episode:
    ComponentType<{ readonly api: SurfaceApi; readonly page: PageInView }> | undefined;
  /** Absent until the first matches are there. */
  readonly surfacing: Surfacing | undefined;
  /** Whether more is to come than `surfacing` has. */
  readonly isPartial: boolean;
  /** How much of the library is read for them, where it has to be. */
  readonly progress: Progress | undefined;
  readonly libraryIsEmpty: boolean;
}

/** One page: what can be clipped from it, what was just clipped, what it touches. */
export function PageView(props: PageViewProps) {
  const { api, page, Episode, surfacing, isPartial, progress, libraryIsEmpty } = props;
  const attempts = useAttempts();
  const clips = useClips(api, attempts, surfacing);
  const dismissals = useDismissals(api, attempts, surfacing);
  const { justSaved } = clips;
  const { metadata, url } = page.snapshot;
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {attempts.said}
      </p>
      {attempts.failure ? <FailureNotice failure={attempts.failure} /> : null}
      <div>
        <SourceLine
          operator={metadata.site?.value}
          title={metadata.title?.value ?? url}
          date={metadata.published?.value}
        />
        {/^https?:/.test(url) ? (
          <Button
            variant="quiet"
            className={styles.site}
            onClick={() => void api.openSiteSettings(url)}
          >
            {t('surface_site_settings')}
          </Button>
        ) : null}
      </div>
      {justSaved ? (
        <Suspense>
          <SavedCard
            key={justSaved.clip.id}
            saved={justSaved}
            time={api.clipTime(justSaved.clip)}
            onToggle={() => void clips.toggleSaved()}
            onMove={(to) => void clips.moveSaved(to)}
            onType={(note, stored) => api.keepNote(justSaved.clip.id, note, stored)}
            onNote={(note, stored) => clips.setNote(justSaved.clip.id, note, stored)}
          />
        </Suspense>
      ) : null}
      <ClipPanel
        snapshot={page.snapshot}
        clippedQuote={justSaved && !justSaved.undone ? justSaved.clip.quote : undefined}
        busy={clips.busy}
        onLocate={(quote) => api.locate(page.tabId, quote)}
        onClip={(what) => clips.clip(page, what)}
        draftNow={() => api.quoteDraft(url)}
        onDraft={(words) => api.keepQuoteDraft(url, words)}
        onFailure={attempts.report}
      />
      {Episode ? <Episode api={api} page={page} /> : null}
      {surfacing ? (
        <Surfaced
          api={api}
          page={page}
          surfacing={surfacing}
          isPartial={isPartial}
          libraryIsEmpty={libraryIsEmpty}
          clips={clips}
          dismissals={dismissals}
          report={attempts.report}
        />
      ) : null}
      {surfacing && !isPartial ? null : <Skeleton progress={progress} />}
    </>
  );
}
