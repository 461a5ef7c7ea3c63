/** The marks as they lie in the database. */
import type { StaleMark } from '../actions/ports';
import { compare } from './live';
import { answer } from './raw-records';

/**
 * Insights whose indexed text one write may have changed. A row for each write, not for each
 * insight: an import of ten thousand cards marks them with a single request.
 */
export interface StaleKeys {
  readonly revision: number;
  readonly keys: readonly string[];
}

/** One mark for each key, with the last write that touched it, in the order of keys. */
export function marksOf(rows: readonly StaleKeys[]): StaleMark[] {
  const last = new Map<string, number>();
  for (const { revision, keys } of rows) {
    for (const key of keys) last.set(key, Math.max(revision, last.get(key) ?? 0));
  }
  return Array.from(last, ([key, revision]) => ({ key, revision })).sort((a, b) =>
    compare(a.key, b.key),
  );
}

/** Takes the marks away that the applied ones stand for: their keys, up to their revisions. */
export async function takeAway(
  table: IDBObjectStore,
  applied: readonly StaleMark[],
): Promise<void> {
  const known = new Map(applied.map(({ key, revision }) => [key, revision]));
  for (const { revision, keys } of await answer<StaleKeys[]>(table.getAll())) {
    const left = keys.filter((key) => (known.get(key) ?? -1) < revision);
    if (left.length === keys.length) continue;
    if (left.length > 0) table.put({ revision, keys: left });
    else table.delete(revision);
  }
}
