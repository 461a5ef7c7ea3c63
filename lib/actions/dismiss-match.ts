import { ok, type Result } from '../core/result';
import { dismissedTerms } from '../core/match/dismissal-terms';
import type { Match } from '../core/match/match';
import { pageKey } from '../core/source/page-key';
import type { PageSnapshot } from '../core/source/snapshot';
import type { Clock, NewId, NoteStore, StorageFailure } from './ports';

/** What dismissing needs. */
export interface DismissPorts {
  readonly store: Pick<NoteStore, 'dismiss'>;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Remembers that an insight is not related to a page: it is not shown there again, and the terms the
 * match rested on count for a little less everywhere. Gives the id that takes it back.
 */
export async function dismissMatch(
  { store, clock, newId }: DismissPorts,
  snapshot: PageSnapshot,
  match: Match,
): Promise<Result<string, StorageFailure>> {
  const sourceKey = pageKey(snapshot);
  const id = newId();
  const { key: insightKey } = match;
  const at = clock.now();
  const written = await store.dismiss({
    id,
    insightKey,
    sourceKey,
    terms: dismissedTerms(match),
    at,
  });
  return written.ok ? ok(id) : written;
}
