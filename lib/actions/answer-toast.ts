/** Does what a toast asks, for clips it was shown and no others. */
import type { ToastAction } from '../core/insight/toast';
import { err, ok, type Result } from '../core/result';
import type { Clock, NoteStore, ShownClips, StorageFailure, Tabs } from './ports';

export interface AnswerPorts {
  readonly store: NoteStore;
  readonly clock: Clock;
  readonly tabs: Pick<Tabs, 'openLibrary'>;
  readonly shownClips: ShownClips;
}

/**
 * A toast is our script in a hostile house: it may speak only of clips whose toast was shown in the
 * tab the question comes from. The tab is what the browser says, and unlike the page's address it
 * does not change while an application moves from view to view. `clip-gone` for any other clip, and
 * for one that is not there any more.
 */
export async function answerToast(
  { store, clock, tabs, shownClips }: AnswerPorts,
  action: ToastAction,
  tabId: number,
): Promise<Result<void, StorageFailure | { readonly kind: 'clip-gone' }>> {
  const { clipId } = action;
  if (!(await shownClips.has(tabId, clipId))) return err({ kind: 'clip-gone' });
  switch (action.kind) {
    case 'undo':
      return done(await store.undoCapture(clipId, clock.now()));
    case 'redo':
      return done(await store.redoCapture(clipId));
    case 'note':
      return done(await store.setNote(clipId, action.note));
    case 'move':
      return done(await store.moveClip(clipId, action.insightKey, action.role, clock.now()));
    case 'open': {
      const clip = await store.getClip(clipId);
      if (!clip) return err({ kind: 'clip-gone' });
      await tabs.openLibrary(`/insight/${encodeURIComponent(clip.insightKey)}`);
      return ok(undefined);
    }
  }
}

/** False from the store means that what was spoken of is not there. */
function done(
  answer: Result<boolean, StorageFailure>,
): Result<void, StorageFailure | { readonly kind: 'clip-gone' }> {
  if (!answer.ok) return answer;
  return answer.value ? ok(undefined) : err({ kind: 'clip-gone' });
}
