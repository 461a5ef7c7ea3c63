import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { FolderState } from '@/components/library/folder-view';
import type { Folder } from '@/lib/actions/folder-ports';
import {
  createFolderMemory,
  syncFolder,
  type SyncFailure,
  type SyncOptions,
  type SyncReport,
} from '@/lib/actions/sync-folder';
import type { Conflict } from '@/lib/core/insight/folder-file';
import type { Result } from '@/lib/core/result';
import { t, tn } from '@/lib/i18n';
import { useChosenFolder, useConflicts } from '@/lib/storage/hooks';
import { ports, watchNotes } from '@/lib/wire';
import { folderPorts, observeFolder, openChosen } from '@/lib/wire-folder';
import { quoteFormChoice } from '@/lib/wire-quotes';
import { storageFailureText, type Done } from './use-done';

/** The person's folder, kept in step as long as a library page is open. */
export interface FolderSync {
  /** Undefined where none is chosen, null while that is not known yet. */
  readonly folder: Folder | null | undefined;
  readonly keepsIndex: boolean;
  readonly state: FolderState;
  /** What the last sync did that did anything, or the last one. */
  readonly report: SyncReport | undefined;
  readonly conflicts: readonly Conflict[];
  /** Syncs, after a sync that is under way; what it did, or undefined when it could not. */
  readonly sync: (options?: SyncOptions) => Promise<SyncReport | undefined>;
}

/** Typing saves on every pause: the folder waits for a longer one. */
const quietMilliseconds = 1_000;

const looking = { kind: 'working', done: 0, total: 0 } as const;

interface Outcome {
  readonly of: Folder | undefined;
  readonly state: FolderState;
  readonly report?: SyncReport | undefined;
}

/** Syncs at the start, after writes, on coming back to the page, and when the browser tells. */
export function useFolder(done: Done): FolderSync {
  const chosen = useChosenFolder();
  const conflicts = useConflicts();
  const [memory] = useState(createFolderMemory);
  const [known, setKnown] = useState<Outcome>();
  const handle = chosen?.handle;
  const keepsIndex = chosen?.writesIndex ?? false;
  const folder = useMemo(() => handle && openChosen(handle), [handle]);
  // What was found out of another folder says nothing of this one.
  const outcome: Outcome = known && known.of === folder ? known : { of: folder, state: looking };
  const row = useRef<Promise<unknown>>(Promise.resolve());
  const tell = useRef(done);
  useEffect(() => {
    tell.current = done;
  }, [done]);

  const sync = useCallback(
    (options: SyncOptions = {}) => {
      if (!folder) return Promise.resolve(undefined);
      const onProgress = (count: number, total: number) =>
        setKnown((before) => progressed(before, folder, count, total));
      const index = options.index ?? (keepsIndex ? 'write' : undefined);
      const run = async (): Promise<SyncReport | undefined> => {
        const form = await quoteFormChoice.form();
        const all = { ...options, index, onProgress, memory, form };
        const result = await syncFolder(folderPorts, folder, all);
        setKnown((before) => outcomeOf(before, folder, result));
        if (!result.ok) return undefined;
        sayTrashed(result.value, tell.current);
        return result.value;
      };
      const turn = row.current.then(run);
      // What a sync throws is a bug and is reported as one; the next one must not wait for ever.
      row.current = turn.catch(() => undefined);
      return turn;
    },
    [folder, keepsIndex, memory],
  );

  useEffect(() => {
    if (!handle) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void sync(), quietMilliseconds);
    };
    const now = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible') void sync();
    };
    const ends = [watchNotes(soon), observeFolder(handle, soon)];
    addEventListener('focus', now);
    document.addEventListener('visibilitychange', now);
    void sync();
    return () => {
      clearTimeout(timer);
      for (const end of ends) end();
      removeEventListener('focus', now);
      document.removeEventListener('visibilitychange', now);
    };
  }, [handle, sync]);

  return {
    folder: chosen === undefined ? null : folder,
    keepsIndex,
    state: outcome.state,
    report: outcome.report,
    conflicts: conflicts ?? [],
    sync,
  };
}

/** A page that is drawn anew for every file is not faster for it: fifty times are enough. */
function progressed(
  before: Outcome | undefined,
  of: Folder,
  done: number,
  total: number,
): Outcome | undefined {
  const same = before?.of === of ? before : undefined;
  const last = same?.state.kind === 'working' ? same.state.done : undefined;
  const small = last !== undefined && done >= last && done - last < total / 50 && done < total;
  return small ? before : { ...same, of, state: { kind: 'working', done, total } };
}

function outcomeOf(
  before: Outcome | undefined,
  of: Folder,
  result: Result<SyncReport, SyncFailure>,
): Outcome {
  const last = before?.of === of ? before.report : undefined;
  if (!result.ok) return { of, state: stateAfter(result.error), report: last };
  const { changes, broken, unread, cards } = result.value;
  const isNews = changes.length > 0 || !last;
  const report = isNews ? result.value : { ...last, broken, unread };
  return { of, state: { kind: 'in-step', cards }, report };
}

function sayTrashed({ changes }: SyncReport, done: Done): void {
  const trashed = changes.filter(({ change }) => change === 'insight-trashed');
  if (trashed.length === 0) return;
  done.say(tn('folder_trashed_there', trashed.length), async () => {
    const keys = trashed.map(({ insightKey }) => insightKey);
    done.check(await ports.store.restoreInsights(keys));
  });
}

function stateAfter(failure: SyncFailure): FolderState {
  switch (failure.kind) {
    case 'no-access':
      return { kind: 'no-access', refused: false };
    case 'folder-gone':
      return { kind: 'gone' };
    case 'many-vanished':
      return { kind: 'vanished', gone: failure.gone, of: failure.of };
    case 'folder-full':
      return { kind: 'failed', text: t('folder_full') };
    case 'folder-failed':
      return { kind: 'failed', text: t('folder_failed', `${failure.path} ${failure.detail}`) };
    case 'storage-full':
    case 'storage-failed':
    case 'newer-database':
    case 'read-only-collection':
      return { kind: 'failed', text: storageFailureText(failure) };
    default:
      return failure satisfies never;
  }
}
