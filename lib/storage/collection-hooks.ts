/** The loaded codexes as React sees them. */
import { useLiveQuery } from 'dexie-react-hooks';
import type { CollectionFile } from '../core/insight/collection';
import { openDatabase } from './database';

/** The files of a collection that stayed out, by path. */
export function useFaultyFiles(collection: string): CollectionFile[] | undefined {
  return useLiveQuery(async () => {
    const files = openDatabase().collectionFiles.where('collection').equals(collection);
    return (await files.filter(({ fault }) => fault !== undefined).toArray()).sort((a, b) =>
      a.path < b.path ? -1 : 1,
    );
  }, [collection]);
}

/** How many contradictions and patterns each collection has, by its id. */
export function useDocumentCounts(): ReadonlyMap<string, number> | undefined {
  return useLiveQuery(async () => {
    const counts = new Map<string, number>();
    await openDatabase()
      .documents.orderBy('collection')
      .eachKey((key) => {
        const id = key as string;
        counts.set(id, (counts.get(id) ?? 0) + 1);
      });
    return counts;
  }, []);
}
