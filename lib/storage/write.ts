/** How every write is made: in one transaction, by a build that may write, with failures named. */
import type { StorageFailure } from '../actions/ports';
import { err, type Result } from '../core/result';
import type { z } from '../core/z';
import type { NoteDatabase } from './database';
import { settle } from './derived';
import { follow } from './follow-writes';
import { latestVersion, migrations } from './migrations';
import { mayReopen, storageFailure } from './storage-failure';

type Written<T> = Result<T, StorageFailure>;

/**
 * Runs `work` in one read-write transaction over the whole database and resolves once it is on the
 * disk. `work` decides before it writes: when it returns a failure it has written nothing. A lost
 * connection is opened anew and the work done once more; that is safe because every write of this
 * room may be repeated. Errors that no disk can cause are bugs and are thrown.
 */
export async function write<T>(
  db: NoteDatabase,
  work: () => Promise<Written<T>>,
): Promise<Written<T>> {
  const connection = db.backendDB();
  try {
    return await transact(db, work);
  } catch (first) {
    if (!mayReopen(first)) return failed(first);
    try {
      // Another write may have met the same failure and be on a new connection already.
      if (db.backendDB() === connection) db.close({ disableAutoOpen: false });
      return await transact(db, work);
    } catch (second) {
      return failed(second);
    }
  }
}

/** The record as its schema has it, or a failure that names the field that breaks it. */
export function checked<S extends z.ZodType>(
  schema: S,
  what: string,
  record: unknown,
): Written<z.infer<S>> {
  const parsed = schema.safeParse(record);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  const detail = `${what}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
  return err({ kind: 'storage-failed', detail });
}

async function transact<T>(db: NoteDatabase, work: () => Promise<Written<T>>): Promise<Written<T>> {
  // The index is large, is written by its own store alone, and nobody's note shall wait for it.
  const notes = db.tables.filter(({ name }) => name !== 'matchIndex');
  return await db.transaction('rw', notes, async ({ idbtrans }) => {
    const stamp = await db.meta.get('schema');
    if (stamp?.key === 'schema' && stamp.minWriter > latestVersion(migrations)) {
      return err({ kind: 'newer-database' });
    }
    const touched = follow(idbtrans);
    const result = await work();
    if (result.ok) await settle(db, touched, await countWrite(db));
    return result;
  });
}

/** Counts this write and returns its number. */
async function countWrite(db: NoteDatabase): Promise<number> {
  const last = await db.meta.get('revision');
  const value = last?.key === 'revision' ? last.value + 1 : 1;
  await db.meta.put({ key: 'revision', value });
  return value;
}

function failed(error: unknown): { ok: false; error: StorageFailure } {
  const failure = storageFailure(error);
  if (!failure) throw error;
  return err(failure);
}
