/** Loads a codex from files that the person chose: a folder, or what a zip held. */
import type { Collection, CollectionFile, LoadResult } from '../core/insight/collection';
import type { StampedFile, UnreadFile } from '../core/insight/plan-collection';
import { textStamp } from '../core/insight/text-stamp';
import { err, ok, type Result } from '../core/result';
import {
  beginLoad,
  type CollectionLoad,
  type LoadFailure,
  type LoadPorts,
} from './collection-load';

/** Some of the chosen files, read. */
export interface ChosenFiles {
  /** How many files there are in all. */
  readonly total: number;
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly unread: readonly UnreadFile[];
}

/** None of the collection's files is among the chosen: this is another codex. */
export interface OtherCodex {
  readonly kind: 'other-codex';
}

/** The chosen files hold no card, no contradiction and no pattern; nothing was changed. */
export interface NoCards {
  readonly kind: 'no-cards';
}

export interface LoadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * So many files are stored together, at first and at most: after each write the page looks at the
 * whole library anew, so a large codex comes in fewer and fewer steps.
 */
const fewestPerWrite = 500;
const mostPerWrite = 2_000;

/**
 * Stores the collection if it is new, then reads the files part by part as `parts` gives them. Files
 * in the same words as last time are passed over. When it is cancelled, what came in stays, and the
 * next load goes on from there; when it comes to its end, what the codex has no more leaves the
 * collection.
 */
export async function loadFiles(
  ports: LoadPorts,
  collection: Collection,
  parts: AsyncIterable<ChosenFiles>,
  { signal, onProgress }: LoadOptions,
): Promise<Result<LoadResult, LoadFailure | OtherCodex | NoCards>> {
  const { store } = ports;
  const isNew = (await store.getCollection(collection.id)) === undefined;
  const load = await beginLoad(ports, collection, false);
  const known = new Set(load.rows.keys());
  // Until a file is met that the collection has, the chosen may be another codex altogether.
  let isSame = known.size === 0;
  const listed = new Set<string>();
  let isStored = !isNew;
  let waiting: StampedFile[] = [];
  let unread: UnreadFile[] = [];
  let perWrite = fewestPerWrite;
  let done = 0;
  let total = 0;
  const tell = (more: number) => {
    done += more;
    onProgress(done, total);
  };

  let turn: Promise<Result<void, LoadFailure>> = Promise.resolve(ok(undefined));

  /** Stores what waits, while more is being read; resolves once what was given before is stored. */
  const flush = async (): Promise<Result<void, LoadFailure>> => {
    const last = await turn;
    if (!last.ok || waiting.length + unread.length === 0) return last;
    if (!isStored) {
      const saved = await store.saveCollection(collection);
      if (!saved.ok) return saved;
      isStored = true;
    }
    turn = load.take(waiting, unread, tell);
    [waiting, unread] = [[], []];
    return last;
  };

  for await (const part of parts) {
    if (signal.aborted) break;
    total = part.total;
    let passed = part.unread.length;
    for (const { path, text } of part.files) {
      listed.add(path);
      isSame ||= known.has(path);
      const stamp = textStamp(text);
      if (load.rows.get(path)?.stamp === stamp) {
        pass(load, path);
        passed += 1;
      } else waiting.push({ path, text, stamp });
    }
    for (const each of part.unread) listed.add(each.path);
    unread.push(...part.unread);
    tell(passed);
    while (waiting.length >= perWrite) {
      if (!isSame) break;
      const rest = waiting.splice(perWrite);
      perWrite = Math.min(perWrite * 2, mostPerWrite);
      const stored = await flush();
      if (!stored.ok) return stored;
      waiting = rest;
    }
  }
  if (!isSame) {
    return signal.aborted ? await load.end() : err({ kind: 'other-codex' });
  }
  const flushed = await flush();
  const stored = flushed.ok ? await turn : flushed;
  if (!stored.ok) return stored;
  const isEmpty = ![...load.rows.values()].some(({ became }) => became !== undefined);
  if (isEmpty && isNew) {
    if (isStored) await store.removeCollection(collection.id, ports.clock.now());
    return err({ kind: 'no-cards' });
  }
  return await load.end(signal.aborted ? undefined : listed);
}

function pass(load: CollectionLoad, path: string): void {
  const row: CollectionFile | undefined = load.rows.get(path);
  if (row) load.pass([row]);
}
