/** Loads a codex from the address of its `INDEX.json`. */
import {
  readCodexIndex,
  type CodexIndex,
  type IndexFault,
  type IndexedFile,
} from '../core/codex/read-codex-index';
import type { Collection, CollectionFile, FileFault, LoadResult } from '../core/insight/collection';
import { readFetchStamp, writeFetchStamp, type FetchStamp } from '../core/insight/fetch-stamp';
import type { StampedFile, UnreadFile } from '../core/insight/plan-collection';
import { err, ok, type Result } from '../core/result';
import { beginLoad, type LoadFailure, type LoadPorts } from './collection-load';
import type { FetchFailure, Fetched, HostFetcher, Wait } from './collection-ports';
import { fetchPatiently } from './fetch-patiently';
import type { LoadOptions } from './load-files';

export interface IndexPorts extends LoadPorts {
  readonly hosts: HostFetcher;
  readonly wait: Wait;
}

/** The index itself was not to be had, or is none; nothing was changed. */
export interface IndexFailure {
  readonly kind: 'index-failed';
  readonly reason: FetchFailure | { readonly kind: IndexFault };
}

/** The host stopped answering on the way; what came in stays. */
export interface Interrupted {
  readonly kind: 'interrupted';
  readonly reason: FetchFailure;
}

export interface IndexLoadOptions extends LoadOptions {
  /**
   * Also ask for cards whose record in the index has not changed: finds what an author changed in a
   * card's text alone.
   */
  readonly isThorough?: boolean | undefined;
}

/** In bytes: thirty times the public codex's index, and what a zip may hold as one file. */
const mostOfIndex = 30_000_000;
const mostOfFile = 5_000_000;

/** Requests at a time: what a browser itself opens to one host. */
const atOnce = 6;
/**
 * Files stored together while others are still on their way: few at first, so that a slow host soon
 * shows something, then more, because every write has the whole library looked at anew.
 */
const fewestPerWrite = 25;
const mostPerWrite = 400;
/** So many files in a row that no server answered for: the host is gone, not the file. */
const mostUnanswered = 12;

/**
 * Asks for the index, then for the files that are new, that the index has another record of, or that
 * did not come last time; a server that remembers tells which of those are unchanged. The host must
 * have been allowed. Cancelled or interrupted, what came in stays and the next load goes on from
 * there; at its end, what the index has no more leaves the collection.
 */
export async function loadIndex(
  ports: IndexPorts,
  collection: Collection,
  { signal, onProgress, isThorough = false }: IndexLoadOptions,
): Promise<Result<LoadResult, LoadFailure | IndexFailure | Interrupted>> {
  const { store } = ports;
  if (collection.origin.kind !== 'index') throw new Error('not a collection of an address');
  const index = await fetchIndex(ports, collection.origin.address, signal);
  if (!index.ok) return index;
  const known = await store.getCollection(collection.id);
  if (!known) {
    const saved = await store.saveCollection(collection);
    if (!saved.ok) return saved;
  }
  const load = await beginLoad(ports, collection, true);
  // A first load that was cut short goes on where it stopped, also where the index has no records.
  const isFirst = known?.loadedAt === undefined;
  const isSame = (file: IndexedFile): boolean => {
    const row = load.rows.get(file.path);
    const stamp = row && readFetchStamp(row.stamp);
    if (stamp === undefined || isThorough) return false;
    return file.record === '' ? isFirst : stamp.record === file.record;
  };
  const same = new Set(index.value.files.filter(isSame));
  const asked = index.value.files.filter((file) => !same.has(file));
  load.pass([...same].flatMap(({ path }) => load.rows.get(path) ?? []));

  let done = same.size;
  let unanswered = 0;
  let interrupted: FetchFailure | undefined;
  let files: StampedFile[] = [];
  let unread: UnreadFile[] = [];
  let perWrite = fewestPerWrite;
  let turn: Promise<Result<void, LoadFailure>> = Promise.resolve(ok(undefined));
  const total = index.value.files.length;
  onProgress(done, total);

  const flush = () => {
    const [some, faults] = [files, unread];
    [files, unread] = [[], []];
    perWrite = Math.min(perWrite * 2, mostPerWrite);
    turn = turn.then((before) => (before.ok ? load.take(some, faults) : before));
    return turn;
  };

  const settle = (file: IndexedFile, answer: Result<Fetched, FetchFailure>): void => {
    if (!answer.ok) {
      const { kind } = answer.error;
      if (kind === 'cancelled') return;
      const isSilence = kind === 'unreachable' || kind === 'timed-out' || kind === 'busy';
      unanswered = isSilence ? unanswered + 1 : 0;
      if (kind === 'not-allowed' || unanswered >= mostUnanswered) interrupted ??= answer.error;
      unread.push({ path: file.path, fault: faultOf(answer.error) });
    } else {
      unanswered = 0;
      const row = load.rows.get(file.path);
      if (answer.value.kind === 'unchanged' && row) {
        const stamp = { ...readFetchStamp(row.stamp), record: file.record };
        load.restamp([{ ...row, stamp: writeFetchStamp(stamp) }]);
        load.pass([row]);
      } else if (answer.value.kind === 'text') {
        const { text, tag, modified } = answer.value;
        const stamp = stampOf(file.record, tag, modified);
        files.push({ path: file.path, text, stamp });
      }
    }
    done += 1;
    onProgress(done, total);
  };

  const queue = asked.values();
  const work = async () => {
    for (const file of queue) {
      if (signal.aborted || interrupted) return;
      const answer = await fetchPatiently(ports, file.address, {
        signal,
        most: mostOfFile,
        ...validators(load.rows.get(file.path)),
      });
      settle(file, answer);
      if (files.length + unread.length >= perWrite && !(await flush()).ok) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));

  const stored = await flush();
  if (!stored.ok) return stored;
  const isWhole = !signal.aborted && interrupted === undefined;
  const paths = new Set(index.value.files.map(({ path }) => path));
  const ended = await load.end(isWhole ? paths : undefined);
  return ended.ok && interrupted ? err({ kind: 'interrupted', reason: interrupted }) : ended;
}

async function fetchIndex(
  ports: IndexPorts,
  address: string,
  signal: AbortSignal,
): Promise<Result<CodexIndex, IndexFailure>> {
  const answer = await fetchPatiently(ports, address, { signal, most: mostOfIndex });
  if (!answer.ok) return err({ kind: 'index-failed', reason: answer.error });
  // Nothing was said of an earlier answer, so that a server has no ground to call it unchanged.
  const text = answer.value.kind === 'text' ? answer.value.text : '';
  const index = readCodexIndex(text, address);
  return index.ok ? index : err({ kind: 'index-failed', reason: { kind: index.error } });
}

function validators(row: CollectionFile | undefined): Pick<FetchStamp, 'tag' | 'modified'> {
  const stamp = row && readFetchStamp(row.stamp);
  return { tag: stamp?.tag, modified: stamp?.modified };
}

function stampOf(record: string, tag: string | undefined, modified: string | undefined): string {
  return writeFetchStamp({
    record,
    ...(tag !== undefined && { tag: tag.slice(0, 2_000) }),
    ...(modified !== undefined && { modified: modified.slice(0, 200) }),
  });
}

/** Reasons of this kind are told apart from a card's own by their first word. */
function faultOf(failure: FetchFailure): FileFault {
  const status = 'status' in failure ? String(failure.status) : '';
  return { line: 0, reason: `fetch-${failure.kind}`, detail: status };
}
