import { liveQuery } from 'dexie';
import type { NoteDatabase } from './database';

/**
 * Calls `changed` with the number of writes made so far: once at the start, then after every write,
 * by whichever page or worker of the extension. Several writes in quick succession may be told as
 * one. `failed` is called once when the database cannot be read any more. Returns the end of it.
 */
export function watchRevision(
  db: NoteDatabase,
  changed: (revision: number) => void,
  failed: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(() => db.meta.get('revision')).subscribe({
    next: (record) => changed(record?.key === 'revision' ? record.value : 0),
    error: failed,
  });
  return () => subscription.unsubscribe();
}
