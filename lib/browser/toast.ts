/** Shows the toast in a tab's page. */
import type { ToastCandidate, ToastRequest, ToastState } from '../core/insight/toast';
import type { PageFailure } from '../actions/ports';
import { ok, type Result } from '../core/result';
import { inject } from './inject';

/** Shows this state in the place of the one before. */
export function showToast(tabId: number, state: ToastState): Promise<Result<void, PageFailure>> {
  return ask(tabId, { show: state });
}

/** Adds where the clip could belong to the toast that speaks of it, if it is still there. */
export function offerCandidates(
  tabId: number,
  clipId: string,
  candidates: readonly ToastCandidate[],
): Promise<Result<void, PageFailure>> {
  return ask(tabId, { offer: { clipId, candidates } });
}

async function ask(tabId: number, request: ToastRequest): Promise<Result<void, PageFailure>> {
  const answer = await inject(tabId, 'toast', request);
  return answer.ok ? ok(undefined) : answer;
}
