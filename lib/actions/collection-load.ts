/** What every load of a codex shares, wherever its files come from. */
import type { Collection, CollectionFile, LoadResult } from '../core/insight/collection';
import {
  planCollection,
  planDeparture,
  type CollectionPart,
  type CollectionPlan,
  type CollectionTally,
  type StampedFile,
  type UnreadFile,
} from '../core/insight/plan-collection';
import { err, ok, type Result } from '../core/result';
import type { CollectionStore } from './collection-ports';
import type { Clock, StorageFailure } from './ports';

/** The collection was removed while it was being loaded. */
export interface CollectionGone {
  readonly kind: 'collection-gone';
}

export type LoadFailure = StorageFailure | CollectionGone;

export interface LoadPorts {
  readonly store: CollectionStore;
  readonly clock: Clock;
}

/** A load under way. */
export interface CollectionLoad {
  /** What is stored of the collection's files, by path, as this load knows it. */
  readonly rows: ReadonlyMap<string, CollectionFile>;
  /** Counts files that are as they were, and keeps the ids they have. */
  pass(files: readonly CollectionFile[]): void;
  /** Notes new stamps of files that are as they were; they are stored with the next part. */
  restamp(rows: readonly CollectionFile[]): void;
  /** Reads and stores these files: all of them, or none. `onRead` hears how many more are read. */
  take(
    files: readonly StampedFile[],
    unread?: readonly UnreadFile[],
    onRead?: (more: number) => void,
  ): Promise<Result<void, LoadFailure>>;
  /**
   * Ends the load. With `listed`, the paths of all the files that the codex has now, whatever the
   * codex has no more leaves the collection; without, the load was cut short and all stays.
   */
  end(listed?: ReadonlySet<string>): Promise<Result<LoadResult, LoadFailure>>;
}

/** Reading so many cards takes about one frame of a screen. */
const filesPerSlice = 40;

const nothing: CollectionTally = { added: 0, changed: 0, removed: 0, unchanged: 0 };

/** Begins to load a collection that is stored already. */
export async function beginLoad(
  { store, clock }: LoadPorts,
  { id }: Collection,
  isNamed: boolean,
): Promise<CollectionLoad> {
  const rows = new Map((await store.filesOf(id)).map((row) => [row.path, row]));
  const seen = new Map<string, string>();
  let tally = nothing;
  let restamped: CollectionFile[] = [];

  const count = (more: CollectionTally) => {
    tally = {
      added: tally.added + more.added,
      changed: tally.changed + more.changed,
      removed: tally.removed + more.removed,
      unchanged: tally.unchanged + more.unchanged,
    };
  };

  const put = async (plans: readonly CollectionPlan[]): Promise<Result<void, LoadFailure>> => {
    const parts = [...plans.map(({ part }) => part), { ...emptyPart, files: restamped }];
    const part = joined(parts);
    const isEmpty = Object.values(part).every((each: readonly unknown[]) => each.length === 0);
    if (isEmpty) return ok(undefined);
    const stored = await store.storePart(id, part);
    if (!stored.ok) return stored;
    if (!stored.value) return err({ kind: 'collection-gone' });
    restamped = [];
    for (const plan of plans) count(plan.tally);
    return ok(undefined);
  };

  return {
    rows,

    pass(files) {
      for (const { path, became } of files) {
        if (became !== undefined) seen.set(became.slice(id.length + 1), path);
      }
      const same = files.filter(({ became }) => became !== undefined).length;
      count({ ...nothing, unchanged: same });
    },

    restamp(fresh) {
      for (const row of fresh) rows.set(row.path, row);
      restamped.push(...fresh);
    },

    async take(files, unread = [], onRead = () => undefined) {
      const plans: CollectionPlan[] = [];
      const known = await storedOf(store, id, files);
      const rest = { collection: id, rows, seen, isNamed, at: clock.now(), ...known };
      for (let from = 0; from < Math.max(files.length, 1); from += filesPerSlice) {
        const slice = files.slice(from, from + filesPerSlice);
        plans.push(planCollection({ files: slice, unread: from === 0 ? unread : [], ...rest }));
        onRead(slice.length);
        // A task of its own, so that the page can paint and answer in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return await put(plans);
    },

    async end(listed) {
      const departed = await put(listed ? [planDeparture(rows, listed)] : []);
      if (!departed.ok) return departed;
      const at = clock.now();
      const broken = [...rows.values()].filter(({ fault }) => fault !== undefined).length;
      const result: LoadResult = { at, isWhole: listed !== undefined, ...tally, broken };
      const updated = await store.updateCollection(id, (collection) => ({
        ...collection,
        ...(listed && { loadedAt: at }),
        lastLoad: result,
      }));
      if (!updated.ok) return updated;
      return updated.value ? ok(result) : err({ kind: 'collection-gone' });
    },
  };
}

const emptyPart: CollectionPart = {
  insights: [],
  documents: [],
  files: [],
  gone: [],
  goneFiles: [],
};

/** Several parts as one; a key that one of them frees and another takes again is not gone. */
function joined(parts: readonly CollectionPart[]): CollectionPart {
  const files = parts.flatMap((part) => part.files);
  const kept = new Set(files.map(({ became }) => became));
  return {
    insights: parts.flatMap((part) => part.insights),
    documents: parts.flatMap((part) => part.documents),
    files,
    gone: parts.flatMap((part) => part.gone).filter((key) => !kept.has(key)),
    goneFiles: parts.flatMap((part) => part.goneFiles),
  };
}

/** What is stored of everything that these files may become, found by the ids they name. */
async function storedOf(store: CollectionStore, id: string, files: readonly StampedFile[]) {
  const keys = files.flatMap(({ text }) => {
    const named = /^id[ \t]*:[ \t]*["']?([\w.-]+)/m.exec(text)?.[1];
    return named === undefined ? [] : [`${id}/${named}`];
  });
  const [insights, documents] = await Promise.all([
    store.insightsAt(keys),
    store.documentsAt(keys),
  ]);
  return {
    insightOf: new Map(insights.map((each) => [each.key, each])),
    documentOf: new Map(documents.map((each) => [each.key, each])),
  };
}
