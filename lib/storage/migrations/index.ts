/** Every version of the database, oldest first, and how one is brought up to the next. */
import type { Dexie, Transaction } from 'dexie';
import { v1 } from './v1';
import { v2 } from './v2';
import { v3 } from './v3';
import { v4 } from './v4';

export interface Migration {
  readonly version: number;
  /** The oldest build, by the version it was made for, that may still write after this migration. */
  readonly minWriter: number;
  /** Dexie's schema strings; null drops a table. */
  readonly stores: Readonly<Record<string, string | null>>;
  /** Rewrites the records, all or nothing: when it throws, the database stays as it was. */
  readonly upgrade?: (transaction: Transaction) => Promise<void>;
}

/** The record in `meta` that says which version wrote the database and who may still write to it. */
export interface SchemaStamp {
  readonly key: 'schema';
  readonly version: number;
  readonly minWriter: number;
}

export const migrations: readonly Migration[] = [v1, v2, v3, v4];

/** What the database is called in the browser. */
export const databaseName = 'counterpoint';

/** The version this build was made for. */
export function latestVersion(all: readonly Migration[]): number {
  return all.at(-1)?.version ?? 0;
}

/**
 * Declares the versions on a database that is not open yet. A new database is made in the latest
 * version; an old one runs the migrations it lacks, in one transaction, and is stamped in the same.
 * `derive` comes last of all: what is derived is never migrated but made anew by today's code.
 */
export function declareVersions(
  db: Dexie,
  all: readonly Migration[],
  derive?: (transaction: Transaction) => Promise<void>,
): void {
  const latest = all.at(-1);
  for (const migration of all) {
    db.version(migration.version)
      .stores({ ...migration.stores })
      .upgrade(async (transaction) => {
        await migration.upgrade?.(transaction);
        if (migration === latest) await derive?.(transaction);
        await transaction.table('meta').put(stampOf(migration));
      });
  }
  if (!latest) return;
  db.on('populate', (transaction) => transaction.table('meta').put(stampOf(latest)));
}

function stampOf({ version, minWriter }: Migration): SchemaStamp {
  return { key: 'schema', version, minWriter };
}
