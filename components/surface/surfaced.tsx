import { lazy, Suspense, useEffect, useState } from 'react';
import type { Clip } from '@/lib/core/insight/clip';
import type { Passage } from '@/lib/core/source/snapshot';
import type { Surfacing } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { EmptyState } from '../empty-state';
import { addedClip } from './added-clip';
import { CollectionNames } from './collection-names';
import { CounterList } from './counter-list';
import { OnThisPage } from './on-this-page';
import { withRemoved } from './on-this-page-rows';
import { RelatedList } from './related-list';
import type { PageInView, SurfaceApi } from './surface-api';
import type { Attempts } from './use-attempts';
import type { ClipControl } from './use-clips';
import type { DismissalControl } from './use-dismissals';
import { withDismissed, type RelatedRow } from './with-dismissed';

const ClipPlace = lazy(() => import('./clip-place'));

export interface SurfacedProps {
  readonly api: SurfaceApi;
  readonly page: PageInView;
  readonly surfacing: Surfacing;
  /** Whether more is to come: related insights are not counted until it is there. */
  readonly isPartial: boolean;
  readonly libraryIsEmpty: boolean;
  readonly clips: ClipControl;
  readonly dismissals: DismissalControl;
  readonly report: Attempts['report'];
}

/** What the page has to do with the person's insights, in three parts; calm words where nothing does. */
export function Surfaced({
  api,
  page,
  surfacing,
  isPartial,
  libraryIsEmpty,
  clips,
  dismissals,
  report,
}: SurfacedProps) {
  const { related, counterEvidence } = withDismissed(surfacing, dismissals.dismissed);
  const groups = withRemoved(surfacing.onThisPage, clips.removed, clips.justSaved?.clip.id);
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (Object.values(surfacing).every(({ length }) => length === 0)) return;
    void api.collectionNames().then(setNames);
  }, [api, surfacing]);
  const open = (key: string) => void api.openInsight(key);
  const show = async (passage: Passage) => {
    const shown = await api.showOnPage(page.tabId, passage);
    if (!shown.ok) report(shown.error);
    else report(shown.value ? undefined : { kind: 'not-on-page' });
  };
  const dismiss = (row: RelatedRow, index: number) => {
    const counter = counterEvidence
      .map((item, at) => ({ item, index: at }))
      .filter(({ item }) => item.insight.key === row.insight.key);
    const { insight, match } = row;
    return dismissals.dismiss(page, { item: { insight, match }, index, counter });
  };

  const placeOf = (clip: Clip) =>
    // Words of a transcript stand in no text of the page, so they cannot be missing there.
    clip.quote === '' || clip.origin === 'transcript' ? null : (
      <Suspense>
        <ClipPlace api={api} page={page} clip={clip} />
      </Suspense>
    );

  if (libraryIsEmpty && !clips.justSaved && groups.length === 0) {
    return (
      <EmptyState
        title={t('surface_empty_title')}
        text={
          <>
            <p>{t('surface_empty_clip')}</p>
            <p>{t('surface_empty_listen')}</p>
          </>
        }
      />
    );
  }
  return (
    <CollectionNames value={names}>
      {groups.length > 0 ? (
        <OnThisPage
          groups={groups}
          placeOf={placeOf}
          clipTime={(clip) => api.clipTime(clip)}
          onOpen={open}
          onRemove={(taken) => void clips.remove(taken)}
          onRestore={(clip) => void clips.restore(clip)}
        />
      ) : null}
      {related.length > 0 ? (
        <RelatedList
          rows={related}
          isPartial={isPartial}
          onThisPage={surfacing.onThisPage.map(({ insight }) => insight)}
          onOpen={open}
          onShow={(passage) => void show(passage)}
          onDismiss={(row, index) => void dismiss(row, index)}
          onUndo={(key) => void dismissals.undo(key)}
        />
      ) : null}
      {counterEvidence.length > 0 ? (
        <CounterList
          items={counterEvidence}
          addedClip={(item) => addedClip(item, surfacing, clips)}
          busy={clips.busy}
          onOpen={open}
          onShow={(passage) => void show(passage)}
          onAdd={(key, what, to) => void clips.challenge(page, key, what, to)}
          onUndo={(key, clipId) => void clips.unchallenge(key, clipId)}
        />
      ) : null}
      {related.length === 0 && counterEvidence.length === 0 && !libraryIsEmpty && !isPartial ? (
        <EmptyState title={t('surface_nothing_title')} text={t('surface_nothing_text')} />
      ) : null}
    </CollectionNames>
  );
}
