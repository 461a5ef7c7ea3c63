import type { Finding } from '../core/codex/check-finding';
import type { Insight } from '../core/insight/insight';
import { promoteDraft } from '../core/insight/promote-draft';
import { err, ok, type Result } from '../core/result';
import { loadProjection } from './load-projection';
import type { Clock, NoteStore, StorageFailure } from './ports';

/** The rules the card breaks, each with what to do about it; nothing was changed. */
export interface NotReady {
  readonly kind: 'not-ready';
  readonly findings: readonly Finding[];
}

/**
 * Makes a draft ready when the card rules hold for the card as it would leave, clips included.
 * Promoting a ready insight again changes nothing.
 */
export async function promote(
  { store, clock }: { readonly store: NoteStore; readonly clock: Clock },
  key: string,
): Promise<Result<Insight, NotReady | StorageFailure>> {
  for (;;) {
    const promoted = await tryPromote({ store, clock }, key);
    // The id was free when it was chosen, and another promotion or an import took it since.
    if (!promoted.ok || promoted.value.status === 'ready') return promoted;
  }
}

/** A draft comes back as it is when its new id was taken in the meantime. */
async function tryPromote(
  { store, clock }: { readonly store: NoteStore; readonly clock: Clock },
  key: string,
): Promise<Result<Insight, NotReady | StorageFailure>> {
  const { project, takenIds } = await loadProjection(store);
  const at = clock.now();
  let findings: readonly Finding[] = [];
  const updated = await store.updateInsight(
    key,
    (draft) => {
      if (draft.status === 'ready') return draft;
      const promoted = promoteDraft(draft, project(draft), takenIds, at);
      findings = promoted.ok ? [] : promoted.error;
      return promoted.ok ? promoted.value : draft;
    },
    at,
  );
  if (!updated.ok) return updated;
  if (findings.length > 0) return err({ kind: 'not-ready', findings });
  if (updated.value === undefined)
    return err({ kind: 'storage-failed', detail: 'no such insight' });
  return ok(updated.value);
}
