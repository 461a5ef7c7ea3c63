import type { Card } from '../core/codex/card';
import type { Insight } from '../core/insight/insight';
import type { Result } from '../core/result';
import type { Clock, NoteStore, StorageFailure } from './ports';

/**
 * Changes the card as it is stored at that moment: a change that touches only its own fields never
 * undoes what another page has just saved. Resolves to what is stored then, or to undefined when
 * there is no such insight.
 */
export function editCard(
  { store, clock }: { readonly store: NoteStore; readonly clock: Clock },
  key: string,
  change: (card: Card) => Card,
): Promise<Result<Insight | undefined, StorageFailure>> {
  return store.updateInsight(
    key,
    (insight) => ({ ...insight, card: change(insight.card) }),
    clock.now(),
  );
}
