/** Requests of IndexedDB as promises. */

/** What the request gives; awaiting it within its transaction keeps the transaction open. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => {
      reject(request.error ?? new DOMException('The request failed.', 'UnknownError'));
    });
  });
}

/** More keys than this are looked for together. */
const fewKeys = 32;

/**
 * The records with these keys, each key asked for once, in no particular order. Many keys that lie
 * close together are read in one sweep, which costs a fraction of as many requests.
 */
export async function recordsAt<T>(
  from: IDBObjectStore | IDBIndex,
  keys: Iterable<string>,
): Promise<T[]> {
  const wanted = [...new Set(keys)].sort();
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (wanted.length > fewKeys && first !== undefined && last !== undefined) {
    const range = IDBKeyRange.bound(first, last);
    const count = await answer(from.count(range));
    if (count <= 4 * wanted.length) return await swept<T>(from, range, new Set(wanted));
  }
  const found = await Promise.all(wanted.map((key) => answer(from.getAll(key))));
  return found.flat() as T[];
}

async function swept<T>(
  from: IDBObjectStore | IDBIndex,
  range: IDBKeyRange,
  wanted: ReadonlySet<string>,
): Promise<T[]> {
  const path = from.keyPath as string;
  const records = (await answer(from.getAll(range))) as Record<string, unknown>[];
  return records.filter((record) => wanted.has(record[path] as string)) as T[];
}

/** The primary keys under these keys of an index, each once. */
export async function primaryKeysAt(index: IDBIndex, keys: Iterable<string>): Promise<Set<string>> {
  const unique = [...new Set(keys)];
  const found = await Promise.all(unique.map((key) => answer(index.getAllKeys(key))));
  return new Set(found.flat() as string[]);
}
