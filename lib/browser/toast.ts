/** Shows the toast in a tab's page. */
import type { ToastCandidate, ToastState } from '../core/insight/toast';
import type { PageFailure } from '../actions/ports';
import type { Result } from '../core/result';
import { call, inject } from './inject';

interface ToastGlobal {
  counterpointToast?: {
    show(state: ToastState): void;
    offer(clipId: string, candidates: readonly ToastCandidate[]): void;
  };
}

export async function showToast(
  tabId: number,
  state: ToastState,
): Promise<Result<void, PageFailure>> {
  const ready = await inject(tabId, 'toast', null);
  if (!ready.ok) return ready;
  return call(
    tabId,
    (next: ToastState) => (globalThis as ToastGlobal).counterpointToast?.show(next),
    [state],
  );
}

/** Adds where the clip could belong to the toast that speaks of it, if it is still there. */
export function offerCandidates(
  tabId: number,
  clipId: string,
  candidates: ToastCandidate[],
): Promise<Result<void, PageFailure>> {
  return call(
    tabId,
    (id: string, list: ToastCandidate[]) =>
      (globalThis as ToastGlobal).counterpointToast?.offer(id, list),
    [clipId, candidates],
  );
}
