import { loadFiles } from '@/lib/actions/load-files';
import { loadIndex } from '@/lib/actions/load-index';
import { indexAddress, nameOfAddress } from '@/lib/core/codex/index-address';
import type { Collection, LoadResult } from '@/lib/core/insight/collection';
import { collectionId } from '@/lib/core/insight/collection-id';
import type { Result } from '@/lib/core/result';
import { t } from '@/lib/i18n';
import { collectionPorts as ports } from '@/lib/wire-collections';
import { chosenCodex } from './chosen-codex';
import { loadFailureText, type AnyLoadFailure } from './collection-text';
import type { NamedFile } from './read-files';

export interface RunningLoad {
  readonly collection: Collection;
  readonly done: number;
  /** 0 until the index has come. */
  readonly total: number;
}

export interface LoadState {
  readonly running: RunningLoad | undefined;
  /** Why the last load came to nothing; of a new codex where no collection is named. */
  readonly problem: { readonly collection?: string | undefined; readonly text: string } | undefined;
  /** What to tell somebody who does not see the page. */
  readonly said: string;
}

let state: LoadState = { running: undefined, problem: undefined, said: '' };
const listeners = new Set<() => void>();
let stop: AbortController | undefined;

function change(next: Partial<LoadState>): void {
  state = { ...state, ...next };
  for (const each of listeners) each();
}

type Run = (options: {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}) => Promise<Result<LoadResult, AnyLoadFailure>>;

/** Runs one load; `isKnown` tells a collection that is listed already from a new one. */
async function run(collection: Collection, isKnown: boolean, load: Run): Promise<void> {
  if (state.running) return;
  stop = new AbortController();
  const where = isKnown ? collection.id : undefined;
  change({ problem: undefined, said: '' });
  // A page drawn anew for every file of thousands would have time for nothing else.
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let running: RunningLoad = { collection, done: 0, total: 0 };
  change({ running });
  try {
    const ended = await load({
      signal: stop.signal,
      onProgress(done, total) {
        running = { collection, done, total };
        waiting ??= setTimeout(() => {
          waiting = undefined;
          change({ running });
        }, 100);
      },
    });
    if (ended.ok) change({ said: resultText(collection.name, ended.value) });
    else {
      const { origin } = collection;
      const address = origin.kind === 'index' ? origin.address : undefined;
      const text = loadFailureText(ended.error, address);
      // What has come in of a new codex is listed by now, and what there is to say stands with it.
      const isStored = (await ports.store.getCollection(collection.id)) !== undefined;
      if (text !== '') change({ problem: { collection: isStored ? collection.id : where, text } });
    }
  } finally {
    clearTimeout(waiting);
    change({ running: undefined });
  }
}

function resultText(name: string, result: LoadResult): string {
  const { added, changed, removed, unchanged, broken } = result;
  return result.isWhole
    ? t('library_collections_said_whole', name, added, changed, removed, unchanged, broken)
    : t('library_collections_said_cut', name, added);
}

function newCollection(
  name: string,
  origin: Collection['origin'],
  known: readonly Collection[],
): Collection {
  const id = collectionId(name, new Set(known.map((each) => each.id)));
  return { id, name: name.slice(0, 1_000) || id, origin, createdAt: ports.clock.now() };
}

async function loadFrom(collection: Collection, isKnown: boolean, isThorough: boolean) {
  const { origin } = collection;
  if (origin.kind !== 'index') throw new Error('chosen from the disk, not loaded from an address');
  // Asked at once: the browser lets a page ask only in direct answer to a press.
  const allowed = await ports.hosts.allow(origin.address);
  if (!allowed) {
    const text = t('library_collections_refused', new URL(origin.address).host);
    change({ problem: { collection: isKnown ? collection.id : undefined, text }, said: '' });
    return;
  }
  await run(collection, isKnown, (options) =>
    loadIndex(ports, collection, { ...options, isThorough }),
  );
}

/** The loads of this page: one at a time, and going on while the person is in another room. */
export const collectionLoads = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  state: (): LoadState => state,

  /** Loads a codex by what was typed; one that is there already is loaded again. */
  async add(typed: string, known: readonly Collection[]): Promise<void> {
    const address = indexAddress(typed);
    if (address === undefined) {
      change({ problem: { text: t('library_collections_bad_address') } });
      return;
    }
    const same = known.find(({ origin }) => origin.kind === 'index' && origin.address === address);
    const origin = { kind: 'index', address } as const;
    await loadFrom(same ?? newCollection(nameOfAddress(address), origin, known), !!same, false);
  },

  /** Fetches what has changed; `isThorough` asks for every card. */
  reload: (collection: Collection, isThorough: boolean): Promise<void> =>
    loadFrom(collection, true, isThorough),

  /** Loads chosen files as a codex of their own, or into the collection they were chosen for. */
  async choose(
    files: Promise<readonly NamedFile[]>,
    known: readonly Collection[],
    into?: Collection,
  ): Promise<void> {
    const named = await files;
    if (named.length === 0) return;
    const { origin, parts } = chosenCodex(named);
    const name = origin.name.replace(/\.zip$/i, '');
    const collection = into ?? newCollection(name, origin, known);
    await run(collection, into !== undefined, (options) =>
      loadFiles(ports, collection, parts, options),
    );
  },

  cancel(): void {
    stop?.abort();
  },
};
