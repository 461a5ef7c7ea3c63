/** Brings Markdown cards into one's own collection. */
import { writeCard } from '../core/codex/write-card';
import { ownCollection, type Insight } from '../core/insight/insight';
import {
  planImport,
  type BrokenFile,
  type ImportConflict,
  type ImportFile,
  type PlannedImport,
} from '../core/insight/plan-import';
import { err, ok, type Result } from '../core/result';
import { loadProjection } from './load-projection';
import type { Clock, NewId, NoteStore, StorageFailure } from './ports';

export interface ImportReport {
  /** New cards, and cards that lay in the trash. */
  readonly added: number;
  readonly updated: number;
  /** Files that say what is here already. */
  readonly unchanged: number;
  readonly broken: readonly BrokenFile[];
  /** Cards edited here that the file would have changed: the edit stays. */
  readonly conflicts: readonly ImportConflict[];
  /** Cards that a person put into the trash while the import ran: they were left there. */
  readonly inTrash: readonly { readonly key: string; readonly id: string }[];
  /** Files that are no cards and do not claim to be. */
  readonly skipped: readonly string[];
}

export interface ImportPorts {
  readonly store: NoteStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Reading so many cards takes about one frame of a screen. */
const filesPerSlice = 20;

/**
 * Reads the files in slices, so that a page that shows `onProgress` keeps moving, and stores all
 * that came in at once: after a failure nothing of it is there. What was edited or trashed in the
 * meantime stays as it is. Importing the same files again changes nothing.
 */
export async function importCards(
  { store, clock, newId }: ImportPorts,
  files: readonly ImportFile[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Result<ImportReport, StorageFailure>> {
  const [live, trashed] = await Promise.all([store.allInsights(), store.trashedInsights()]);
  const existing = [...live, ...trashed];
  const at = clock.now();
  const seen = new Map<string, string>();
  const plans: PlannedImport[] = [];
  for (let from = 0; from < files.length; from += filesPerSlice) {
    const slice = files.slice(from, from + filesPerSlice);
    plans.push(planImport({ files: slice, existing, collection: ownCollection, at, newId, seen }));
    onProgress(from + slice.length, files.length);
    // A task of its own, so that the page can paint and answer in between.
    await new Promise((resolve) => setTimeout(resolve));
  }

  const changes = plans.flatMap((plan) => plan.updated);
  const clashes = plans.flatMap((plan) => plan.conflicts);
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  const isExport = changes.length + clashes.length > 0 ? await exportTest(store, live) : never;
  const added = plans.flatMap((plan) => plan.added);
  const restored = plans.flatMap((plan) => plan.restored);
  const refreshed = plans.flatMap((plan) => plan.refreshed);
  const updated = changes.filter(({ after }) => !isExport(after.key, after.original));
  const conflicts = clashes.filter(({ key, path }) => !isExport(key, textOf.get(path)));
  const same = changes.length - updated.length + (clashes.length - conflicts.length);

  let unchanged = plans.reduce((total, plan) => total + plan.unchanged, same);
  const offered = [...added, ...[...updated, ...restored].map(({ after }) => after)];
  const overtaken = new Map<string, Insight>();
  if (offered.length + refreshed.length > 0) {
    const stored = await store.importInsights({
      added,
      updated: [...updated, ...restored, ...refreshed],
    });
    if (!stored.ok) return err(stored.error);
    for (const insight of stored.value) overtaken.set(insight.card.id, insight);
  }

  const inTrash: ImportReport['inTrash'][number][] = [];
  for (const { card, original } of offered) {
    const { id } = card;
    const left = overtaken.get(id);
    if (left?.deletedAt !== undefined) inTrash.push({ key: left.key, id });
    else if (left && left.original === original) unchanged += 1;
    else if (left) conflicts.push({ path: seen.get(id) ?? '', key: left.key, id });
  }
  const cameIn = ({ card }: Insight) => !overtaken.has(card.id);
  return ok({
    added: [...added, ...restored.map(({ after }) => after)].filter(cameIn).length,
    updated: updated.filter(({ after }) => cameIn(after)).length,
    unchanged,
    broken: plans.flatMap(({ broken }) => broken),
    conflicts,
    inTrash,
    skipped: plans.flatMap(({ skipped }) => skipped),
  });
}

/**
 * Whether a text is what exporting the insight would give. Taking it in would write the clips and
 * links that the export added into the card itself, for ever.
 */
async function exportTest(store: NoteStore, existing: readonly Insight[]) {
  const { project } = await loadProjection(store);
  const byKey = new Map(existing.map((insight) => [insight.key, insight]));
  return (key: string, text: string | undefined): boolean => {
    const insight = byKey.get(key);
    return insight !== undefined && writeCard(project(insight), insight.original) === text;
  };
}

function never(): boolean {
  return false;
}
