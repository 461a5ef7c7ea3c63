import { ownCollection, type Insight } from '@/lib/core/insight/insight';
import type { LibraryData } from './use-library';

/** The name of the loaded codex that the insight belongs to; undefined for one's own. */
export function collectionName(
  { collection }: Pick<Insight, 'collection'>,
  { collectionOf }: Pick<LibraryData, 'collectionOf'>,
): string | undefined {
  if (collection === ownCollection) return undefined;
  return collectionOf.get(collection)?.name ?? collection;
}
