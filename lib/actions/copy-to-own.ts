/** Makes insights of one's own from insights of loaded codexes. */
import { copyInsight, originOf } from '../core/insight/copy-insight';
import { ownCollection, type Insight } from '../core/insight/insight';
import { ok, type Result } from '../core/result';
import type { CollectionStore, Copy } from './collection-ports';
import type { Clock, NewId, NoteStore, StorageFailure } from './ports';

export interface CopyPorts {
  readonly store: CollectionStore;
  readonly notes: NoteStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/**
 * Copies these insights, in one transaction; one's own and those that are gone are passed over. Each
 * copy names in Cross-references where it came from, and is linked to the original as a duplicate of
 * it. Returns the copies with their links, to take them back with `undoCopies`.
 */
export async function copyToOwn(
  { store, notes, clock, newId }: CopyPorts,
  keys: readonly string[],
): Promise<Result<Copy[], StorageFailure>> {
  const insights = (await store.insightsAt(keys)).filter(
    ({ collection, deletedAt }) => collection !== ownCollection && deletedAt === undefined,
  );
  if (insights.length === 0) return ok([]);
  const known = await store.allCollections();
  const collectionOf = new Map(known.map((collection) => [collection.id, collection]));
  for (;;) {
    const taken = await takenIds(notes);
    const copies = insights.flatMap((insight): Copy[] => {
      const collection = collectionOf.get(insight.collection);
      if (!collection) return [];
      const at = clock.now();
      const copy = copyInsight({ insight, collection, taken, key: newId(), at });
      taken.add(copy.card.id);
      const why = `Copied from ${originOf(collection)}`.slice(0, 4_000);
      const ends = { from: copy.key, to: insight.key } as const;
      return [
        { insight: copy, link: { id: newId(), ...ends, type: 'duplicates', why, createdAt: at } },
      ];
    });
    const saved = await store.saveCopies(copies);
    if (!saved.ok) return saved;
    if (saved.value) return ok(copies);
    // An id was taken between the look and the write: choose anew.
  }
}

/** Takes copies back, all of them or none: into the trash, without their links. */
export function undoCopies(
  { store, clock }: Pick<CopyPorts, 'store' | 'clock'>,
  copies: readonly Copy[],
): Promise<Result<void, StorageFailure>> {
  return store.removeCopies(copies, clock.now());
}

async function takenIds(notes: NoteStore): Promise<Set<string>> {
  const all: readonly Insight[] = [
    ...(await notes.allInsights()),
    ...(await notes.trashedInsights()),
  ];
  const own = all.filter(({ collection }) => collection === ownCollection);
  return new Set(own.map(({ card }) => card.id).filter((id) => id !== ''));
}
