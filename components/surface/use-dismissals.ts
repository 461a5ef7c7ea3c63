import { useRef, useState } from 'react';
import type { Surfacing } from '@/lib/core/match/surfacing';
import { t } from '@/lib/i18n';
import { titleOf } from '../library/title-of';
import type { PageInView, SurfaceApi } from './surface-api';
import type { Attempts } from './use-attempts';
import type { Dismissed } from './with-dismissed';

export interface DismissalControl {
  readonly dismissed: readonly Dismissed[];
  readonly dismiss: (page: PageInView, taken: Omit<Dismissed, 'id'>) => Promise<void>;
  readonly undo: (insightKey: string) => Promise<void>;
}

/** The matches that a person calls not related here; each can be undone while the page is shown. */
export function useDismissals(
  api: SurfaceApi,
  { attempt }: Attempts,
  surfacing: Surfacing | undefined,
): DismissalControl {
  const [dismissed, setDismissed] = useState<readonly Dismissed[]>([]);
  const [seen, setSeen] = useState(surfacing);
  const writing = useRef(new Set<string>());

  // One that was brought back is held here only until a surfacing has found it again.
  if (surfacing !== seen) {
    setSeen(surfacing);
    const found = new Set(surfacing?.related.map(({ insight }) => insight.key));
    setDismissed(
      dismissed.filter(({ item, id }) => id !== undefined || !found.has(item.insight.key)),
    );
  }

  const drop = (key: string) =>
    setDismissed((all) => all.filter(({ item }) => item.insight.key !== key));
  const put = (one: Dismissed) =>
    setDismissed((all) => [
      ...all.filter(({ item }) => item.insight.key !== one.item.insight.key),
      one,
    ]);
  /** A second press before the first is answered must not write twice. */
  const once = async (key: string, write: () => Promise<void>) => {
    if (writing.current.has(key)) return;
    writing.current.add(key);
    await write();
    writing.current.delete(key);
  };

  const dismiss = (page: PageInView, taken: Omit<Dismissed, 'id'>) => {
    const { insight, match } = taken.item;
    return once(insight.key, async () => {
      // A surfacing may know of the dismissal before its answer is here: the match keeps its place.
      put({ ...taken, id: undefined });
      const said = t('surface_said_dismissed', titleOf(insight));
      const done = await attempt(api.dismiss(page, insight.key, match), said);
      if (done) put({ ...taken, id: done.value });
      else drop(insight.key);
    });
  };

  const undo = (key: string) =>
    once(key, async () => {
      const taken = dismissed.find(({ item }) => item.insight.key === key);
      if (taken?.id === undefined) return;
      const said = t('surface_said_undismissed', titleOf(taken.item.insight));
      if (await attempt(api.undismiss(taken.id), said)) put({ ...taken, id: undefined });
    });

  return { dismissed, dismiss, undo };
}
