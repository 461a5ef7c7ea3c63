/**
 * The person's database by IndexedDB's own means, for what has to be small or quick to load. It is
 * the note store's database: here it is never made, never upgraded, and no note is ever written.
 */
import { databaseName, latestVersion, migrations } from './migrations';
import { mayReopen } from './storage-failure';

export interface RawDatabase {
  /**
   * Runs `work` in one transaction over these tables and resolves once that is complete; undefined
   * where there is no database. What `work` throws undoes all it did. A lost connection is opened
   * anew and the work done once more.
   */
  readonly run: <T>(
    mode: 'readonly' | 'readwrite',
    tables: readonly string[],
    work: (transaction: IDBTransaction) => Promise<T>,
  ) => Promise<T | undefined>;
  /** Lets go of the connection until the next `run`. */
  readonly close: () => void;
}

/**
 * The database, not opened yet. One that an older build left behind is handed to `bringUp`, which
 * migrates it; where there is no `bringUp`, a `run` rejects. `prefix` gives a test one of its own.
 */
export function createRawDatabase(prefix = '', bringUp?: () => Promise<unknown>): RawDatabase {
  let connection: IDBDatabase | undefined;
  let opening: Promise<IDBDatabase | undefined> | undefined;

  const close = (): void => {
    connection?.close();
    connection = undefined;
  };

  async function open(): Promise<IDBDatabase | undefined> {
    const name = `${prefix}${databaseName}`;
    let database = await openExisting(name);
    if (database && isOlder(database) && bringUp) {
      database.close();
      await bringUp();
      database = await openExisting(name);
    }
    if (database && isOlder(database)) {
      database.close();
      throw new Error('The database has not been brought up to this build yet.');
    }
    connection = database;
    const opened = database;
    opened?.addEventListener('close', () => {
      if (connection === opened) connection = undefined;
    });
    // An upgrade, or the end of the database, waits for every connection to be closed.
    opened?.addEventListener('versionchange', () => {
      opened.close();
      if (connection === opened) connection = undefined;
    });
    return opened;
  }

  const connect = (): Promise<IDBDatabase | undefined> => {
    opening ??= open().finally(() => (opening = undefined));
    return opening;
  };

  const run: RawDatabase['run'] = async (mode, tables, work) => {
    const attempt = async () => {
      const database = connection ?? (await connect());
      if (!database) return undefined;
      // What is written here can be made again: no need to wait for the disk.
      return await transact(database.transaction(tables, mode, { durability: 'relaxed' }), work);
    };
    try {
      return await attempt();
    } catch (error) {
      if (!mayReopen(error)) throw error;
      close();
      return await attempt();
    }
  };

  return { run, close };
}

/** Opens the database in whatever version it has; undefined when there is none, and none is made. */
function openExisting(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isMissing = false;
    request.addEventListener('upgradeneeded', () => {
      isMissing = true;
      request.transaction?.abort();
    });
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => {
      if (isMissing) resolve(undefined);
      else reject(request.error ?? new Error('The database could not be opened.'));
    });
  });
}

/** The versions in the browser are ten times Dexie's. */
function isOlder(database: IDBDatabase): boolean {
  return database.version < latestVersion(migrations) * 10;
}

async function transact<T>(
  transaction: IDBTransaction,
  work: (transaction: IDBTransaction) => Promise<T>,
): Promise<T> {
  const complete = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => {
      reject(transaction.error ?? new DOMException('Nothing was stored.', 'AbortError'));
    });
  });
  const worked = work(transaction).catch((error: unknown) => {
    try {
      transaction.abort();
    } catch {
      // It has ended already: the error is what ended it.
    }
    throw error;
  });
  const [result] = await Promise.all([worked, complete]);
  return result;
}
