/**
 * Notes which insights a write touches, below everything that writes, so that no write can forget
 * to say so.
 */
import type { DBCore, DBCoreMutateRequest, DBCoreTable, Dexie } from 'dexie';
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';

/** What one transaction has done so far. */
export interface Touched {
  /** Insights of which the record or a clip was written or deleted. */
  readonly keys: Set<string>;
  /** Insights as they were written last; undefined for one that was deleted. */
  readonly written: Map<string, Insight | undefined>;
}

const followed = new WeakMap<object, Touched>();

/** From now on, what the transaction does to insights and clips is noted in what comes back. */
export function follow(transaction: object): Touched {
  const touched: Touched = { keys: new Set(), written: new Map() };
  followed.set(transaction, touched);
  return touched;
}

/**
 * Has the database note what is done to insights and clips, a clip's old insight included. A write
 * outside of `write` is refused, because nobody would mark what it touched; only a migration may
 * make one, after which everything derived is made anew.
 */
export function followWrites(db: Dexie): void {
  const create = (core: DBCore): DBCore => ({
    ...core,
    table(name) {
      const table = core.table(name);
      if (name === 'insights') return following<Insight>(table, noteInsights);
      return name === 'clips' ? following<Clip>(table, noteClips) : table;
    },
  });
  db.use({ stack: 'dbcore', name: 'follow-writes', create });
}

type Note<T> = (touched: Touched, before: readonly T[], after: readonly T[]) => void;

function noteInsights(
  { keys, written }: Touched,
  before: readonly Insight[],
  after: readonly Insight[],
) {
  for (const { key } of before) keys.add(key);
  for (const { key } of before) written.set(key, undefined);
  for (const insight of after) keys.add(insight.key);
  for (const insight of after) written.set(insight.key, insight);
}

function noteClips({ keys }: Touched, before: readonly Clip[], after: readonly Clip[]) {
  for (const { insightKey } of [...before, ...after]) keys.add(insightKey);
}

function following<T>(table: DBCoreTable, note: Note<T>): DBCoreTable {
  return {
    ...table,
    mutate(request) {
      const { mode } = request.trans as IDBTransaction;
      if (mode === 'versionchange') return table.mutate(request);
      const touched = followed.get(request.trans);
      if (!touched) throw new Error(`A write to ${table.name} outside of write().`);
      return recordsBefore<T>(table, request).then((before) => {
        note(touched, before, newRecords(request) as readonly T[]);
        return table.mutate(request);
      });
    },
  };
}

/**
 * The records that the request is going to delete or to write over. Insights written over are left
 * out: they keep their keys, and an import of thousands need not read them all.
 */
function recordsBefore<T>(table: DBCoreTable, request: DBCoreMutateRequest): Promise<T[]> {
  const { trans } = request;
  const { primaryKey } = table.schema;
  if (request.type === 'deleteRange') {
    const query = { index: primaryKey, range: request.range };
    return table.query({ trans, values: true, query }).then(({ result }) => result as T[]);
  }
  const keyOf = (record: unknown): unknown => primaryKey.extractKey?.(record);
  const overwritten = table.name === 'clips' ? newRecords(request).map(keyOf) : [];
  const keys = request.type === 'delete' ? request.keys : overwritten;
  return table
    .getMany({ trans, keys })
    .then((found) => (found as (T | undefined)[]).filter((each) => each !== undefined));
}

function newRecords(request: DBCoreMutateRequest): readonly unknown[] {
  return request.type === 'add' || request.type === 'put' ? request.values : [];
}
