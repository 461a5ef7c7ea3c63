/** Carries out what was planned for the folder. */
import type { FolderChange, FolderStep } from '../core/insight/folder-plan';
import { ok, type Result } from '../core/result';
import type { Agreement, Folder, FolderEntry, FolderFailure, FolderStore } from './folder-ports';
import type { Clock, StorageFailure } from './ports';

export interface MadeChange {
  readonly change: FolderChange;
  readonly path: string;
  readonly id: string;
  readonly insightKey: string;
  /** How many clips and links went because the file's text does not have their words any more. */
  readonly gone: number;
}

export interface MadeSteps {
  readonly changes: readonly MadeChange[];
  /** Something was not as planned any more: look again. */
  readonly again: boolean;
  /** The files that were written, and with undefined those that were moved away. */
  readonly written: ReadonlyMap<string, string | undefined>;
  /** Where it stopped. */
  readonly failure?: FolderFailure | StorageFailure;
}

/** What the plan rests on, by path. */
export interface SeenFolder {
  readonly baseAt: ReadonlyMap<string, string>;
  readonly textAt: ReadonlyMap<string, string>;
  /** What files look like from outside, where that tells them from any later version. */
  readonly statAt: ReadonlyMap<string, Pick<FolderEntry, 'size' | 'modified'>>;
}

interface StepPorts {
  readonly folderStore: FolderStore;
  readonly clock: Clock;
}

/** So many agreements in one transaction, so that other writes wait for a moment only. */
const batchSize = 200;

/**
 * Makes the steps in batches: first what concerns the database, with a note of what is about to be
 * written, then the files, then what both say from now on. Whatever it is stopped after, the next
 * look finds its bearings.
 */
export async function makeSteps(
  { folderStore, clock }: StepPorts,
  folder: Folder,
  steps: readonly FolderStep[],
  seen: SeenFolder,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<MadeSteps> {
  const changes: MadeChange[] = [];
  const written = new Map<string, string | undefined>();
  let again = false;
  for (let from = 0; from < steps.length; from += batchSize) {
    onProgress(from, steps.length);
    const all = steps.slice(from, from + batchSize);
    const gone = await stillGone(folder, all);
    if (!gone.ok) return { changes, again, written, failure: gone.error };
    const batch = all.filter(({ trash, path }) => !trash || gone.value.has(path));
    again ||= batch.length < all.length || batch.some((step) => step.again);
    const begun = await folderStore.agree(
      batch.map((step) => beginning(step, seen)),
      clock.now(),
    );
    if (!begun.ok) return { changes, again, written, failure: begun.error };
    const overtaken = new Set(begun.value);
    again ||= overtaken.size > 0;

    const ends: Agreement[] = [];
    let failure: FolderFailure | undefined;
    for (const step of batch.filter(({ insightKey }) => !overtaken.has(insightKey))) {
      const outcome = await toFiles(folder, step);
      if (outcome === 'changed') again = true;
      else if (outcome === 'done') {
        if (step.write) written.set(step.path, step.write.text);
        if (step.moveToTrash) written.set(step.moveToTrash.path, undefined);
        if (step.write || step.moveToTrash) ends.push(ending(step));
        if (step.change) changes.push(changeOf(step, step.change));
      } else {
        failure = outcome;
        break;
      }
    }
    const ended = ends.length === 0 ? undefined : await folderStore.agree(ends, clock.now());
    if (failure) return { changes, again, written, failure };
    if (ended && !ended.ok) return { changes, again, written, failure: ended.error };
  }
  if (steps.length > 0) onProgress(steps.length, steps.length);
  return { changes, again, written };
}

/** Of the files whose insights are to be trashed, those that are not there at a second look either. */
async function stillGone(
  folder: Folder,
  steps: readonly FolderStep[],
): Promise<Result<ReadonlySet<string>, FolderFailure>> {
  const gone = new Set<string>();
  for (const { trash, path } of steps) {
    if (!trash) continue;
    const read = await folder.read(path);
    if (!read.ok) return read;
    if (read.value === undefined) gone.add(path);
  }
  return ok(gone);
}

function beginning(step: FolderStep, seen: SeenFolder): Agreement {
  const { insightKey, path, insight, gone, trash, base, forget, conflict, settled, write } = step;
  const begun = { insightKey, insight, gone, trash, conflict };
  if (write) {
    const known = base ?? seen.baseAt.get(path) ?? '';
    const record = { path, insightKey, base: known, writing: write.text };
    // The file by the old name is known until it is in the trash folder.
    return { ...begun, record, ...(!step.moveToTrash && { forget }) };
  }
  if (step.moveToTrash) return begun;
  const stat = conflict || seen.textAt.get(path) === base ? seen.statAt.get(path) : undefined;
  const record = base === undefined ? undefined : { path, insightKey, base, ...stat };
  return { ...begun, record, forget, settled };
}

async function toFiles(
  folder: Folder,
  { path, write, moveToTrash }: FolderStep,
): Promise<'done' | 'changed' | FolderFailure> {
  if (write) {
    const result = await folder.write(path, write.expected, write.text);
    if (!result.ok) return result.error;
    if (result.value === 'changed') return 'changed';
  }
  if (moveToTrash) {
    const result = await folder.moveToTrash(moveToTrash.path, moveToTrash.expected);
    if (!result.ok) return result.error;
    if (result.value === 'changed') return 'changed';
  }
  return 'done';
}

function ending({ insightKey, path, write, forget, settled, moveToTrash }: FolderStep): Agreement {
  const record = write && { path, insightKey, base: write.text };
  return { insightKey, record, settled, ...(moveToTrash && { forget }) };
}

function changeOf({ path, id, insightKey, gone }: FolderStep, change: FolderChange): MadeChange {
  const lost = (gone?.clips.length ?? 0) + (gone?.links.length ?? 0);
  return { change, path, id, insightKey, gone: lost };
}
