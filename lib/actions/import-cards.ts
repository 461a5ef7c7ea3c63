/** Brings Markdown cards into one's own collection. */
import { projectCard } from '../core/codex/project-card';
import { quoteFormsOf, type QuoteForm } from '../core/codex/quote-form';
import { writeCard } from '../core/codex/write-card';
import { distinctPaths } from '../core/exchange/distinct-paths';
import { ownCollection, type Insight } from '../core/insight/insight';
import { keptFileSchema, type KeptFile } from '../core/insight/kept-file';
import { likestForm, mergeImport } from '../core/insight/merge-import';
import { mendedBy } from '../core/insight/kept-files-after';
import {
  importPlanner,
  type BrokenFile,
  type ImportConflict,
  type ImportFile,
  type ImportUpdate,
  type PlannedImport,
} from '../core/insight/plan-import';
import { outOfTrash } from '../core/insight/out-of-trash';
import { takeText } from '../core/insight/take-text';
import { err, ok, type Result } from '../core/result';
import type { KeptFileStore } from './kept-file-ports';
import { loadProjection } from './load-projection';
import type { Clock, NewId, NoteStore, StorageFailure } from './ports';

/** A file that waits for a person's choice, with what it says. */
export interface UnsettledFile extends ImportConflict {
  readonly text: string;
}

export interface ImportReport {
  /** New cards, and cards that lay in the trash. */
  readonly added: number;
  readonly updated: number;
  /** Cards edited here and in the file, with both edits now. */
  readonly merged: number;
  /** Files that say what is here already. */
  readonly unchanged: number;
  readonly broken: readonly BrokenFile[];
  /** Cards of which here and in the file the same words were edited: the edit here stays. */
  readonly conflicts: readonly UnsettledFile[];
  /** Cards that a person put into the trash while the import ran: they were left there. */
  readonly inTrash: readonly { readonly key: string; readonly id: string }[];
  /** Files that are no cards and do not claim to be. */
  readonly skipped: readonly string[];
}

export interface ImportPorts {
  readonly store: NoteStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Where broken files are kept; without it they are only named. */
  readonly kept?: KeptFileStore;
}

/** Why an import brought nothing in; a cancelled one has stored nothing at all. */
export type ImportFailure = StorageFailure | { readonly kind: 'cancelled' };

/** Reading goes on for so long, in milliseconds, before the page may paint and answer. */
const slice = 8;

/**
 * Reads the files in slices of time, so that a page that shows `onProgress` keeps moving, and stores
 * all that came in at once: after a failure no card of it is there. Broken files are kept to be
 * mended, before the cards are stored. What was edited or trashed in the meantime stays as it is.
 * Importing the same files again changes nothing, and files mended since are kept no longer.
 * `signal` ends it as long as nothing is stored yet.
 */
export async function importCards(
  ports: ImportPorts,
  chosen: readonly ImportFile[],
  onProgress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<ImportReport, ImportFailure>> {
  const { store, clock, newId, kept } = ports;
  const [live, trashed] = await Promise.all([store.allInsights(), store.trashedInsights()]);
  const at = clock.now();
  const seen = new Map<string, string>();
  const existing = [...live, ...trashed];
  const planner = importPlanner({ existing, collection: ownCollection, at, newId, seen });
  // Two files of one name, as from two zips, are two files: what is said of one is not of the other.
  const distinct = distinctPaths();
  const files = chosen.map(({ path, text }) => ({ path: distinct(path), text }));
  const textOf = new Map(files.map(({ path, text }) => [path, text]));
  let until = performance.now() + slice;
  for (const [done, file] of files.entries()) {
    planner.add(file);
    if (performance.now() < until) continue;
    onProgress(done + 1, files.length);
    // A task of its own, so that the page can paint and answer in between.
    await new Promise((resolve) => setTimeout(resolve));
    if (signal?.aborted) return err({ kind: 'cancelled' });
    until = performance.now() + slice;
  }
  if (signal?.aborted) return err({ kind: 'cancelled' });
  onProgress(files.length, files.length);

  const plan = planner.plan();
  const { added, refreshed, broken, skipped } = plan;
  const settled = await settleChanged(ports, plan, textOf, at, seen);
  const { updated, merged, restored, conflicts, same } = settled;
  if (signal?.aborted) return err({ kind: 'cancelled' });

  const keeping = await keepBroken(ports, broken, textOf);
  if (!keeping.ok) return keeping;
  let unchanged = plan.unchanged + same;
  const changed = [...updated, ...merged];
  const offered = [...added, ...[...changed, ...restored].map(({ after }) => after)];
  const overtaken = new Map<string, Insight>();
  if (offered.length + refreshed.length > 0) {
    const stored = await store.importInsights({
      added,
      updated: [...changed, ...restored, ...refreshed],
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
  const unsettled = new Set([...conflicts, ...inTrash].map(({ id }) => id));
  const cleared = await clearMended(
    kept,
    [...seen].filter(([id]) => !unsettled.has(id)),
  );
  if (!cleared.ok) return cleared;
  const cameIn = ({ card }: Insight) => !overtaken.has(card.id);
  return ok({
    added: [...added, ...restored.map(({ after }) => after)].filter(cameIn).length,
    updated: updated.filter(({ after }) => cameIn(after)).length,
    merged: merged.filter(({ after }) => cameIn(after)).length,
    unchanged,
    broken,
    conflicts: conflicts.map((each) => ({ ...each, text: textOf.get(each.path) ?? '' })),
    inTrash,
    skipped,
  });
}

/** Keeps what is broken with its text; one too large to be kept is only named. */
async function keepBroken(
  { kept, clock, newId }: ImportPorts,
  broken: PlannedImport['broken'],
  textOf: ReadonlyMap<string, string>,
): Promise<Result<void, StorageFailure>> {
  if (!kept || broken.length === 0) return ok(undefined);
  const files = broken.flatMap(({ path, line, reason, detail }): KeptFile[] => {
    const rest = { line, reason, detail, at: clock.now() };
    const text = textOf.get(path) ?? '';
    const file = { key: newId(), collection: ownCollection, path, text, ...rest };
    return keptFileSchema.safeParse(file).success ? [file] : [];
  });
  return await kept.keepFiles(files);
}

/** Files that came in as cards from these paths are kept no longer. */
async function clearMended(
  kept: KeptFileStore | undefined,
  read: readonly (readonly [id: string, path: string])[],
): Promise<Result<void, StorageFailure>> {
  const files = (await kept?.allKeptFiles()) ?? [];
  if (!kept || files.length === 0) return ok(undefined);
  const paths = read.map(([, path]) => path);
  const keys = mendedBy(files, ownCollection, paths).map(({ key }) => key);
  return keys.length === 0 ? ok(undefined) : await kept.dropKeptFiles(keys);
}

interface SettledChanges {
  readonly updated: readonly ImportUpdate[];
  readonly merged: readonly ImportUpdate[];
  readonly restored: readonly ImportUpdate[];
  readonly conflicts: ImportConflict[];
  /** How many files are what exporting their insight gives. */
  readonly same: number;
}

/**
 * What becomes of cards whose file says something else. A file that is what exporting the insight
 * gives is nothing new: taking it in would write the clips and links that the export added into the
 * card itself, for ever. Where the insight has more to say than its file, both are merged. What comes
 * out of the trash says what the file says; its clips come with it and stay clips.
 */
async function settleChanged(
  { store }: ImportPorts,
  plan: PlannedImport,
  textOf: ReadonlyMap<string, string>,
  at: string,
  seen: ReadonlyMap<string, string>,
): Promise<SettledChanges> {
  const updated: ImportUpdate[] = [];
  const merged: ImportUpdate[] = [];
  const conflicts: ImportConflict[] = [];
  let same = 0;
  if (plan.updated.length + plan.conflicts.length + plan.restored.length === 0) {
    return { updated, merged, restored: [], conflicts, same };
  }
  const { partsOf, insights } = await loadProjection(store);
  const byKey = new Map(insights.map((insight) => [insight.key, insight]));
  const leaves = (insight: Insight, form?: QuoteForm): string =>
    writeCard(projectCard({ ...partsOf(insight), form }), insight.original);
  const isExport = (insight: Insight, text: string): boolean =>
    quoteFormsOf(partsOf(insight).clips).some((form) => leaves(insight, form) === text);
  for (const update of plan.updated) {
    const { before, after } = update;
    const mine = leaves(before);
    const text = after.original ?? '';
    if (isExport(before, text)) same += 1;
    else {
      const both = mine === before.original ? after : mergeImport(partsOf(before), text, at);
      const { key, card } = before;
      if (both) updated.push({ before, after: both });
      else conflicts.push({ path: seen.get(card.id) ?? '', key, id: card.id });
    }
  }
  for (const conflict of plan.conflicts) {
    const before = byKey.get(conflict.key);
    const text = textOf.get(conflict.path) ?? '';
    const after = before && mergeImport(partsOf(before), text, at);
    if (before && isExport(before, text)) same += 1;
    else if (before && after) merged.push({ before, after });
    else conflicts.push(conflict);
  }
  const restored = plan.restored.map(({ before, after }) => {
    const text = after.original ?? '';
    const parts = partsOf(outOfTrash(before));
    const sent = { ...parts, form: likestForm(parts, text) };
    return { before, after: takeText(sent, text, at).insight };
  });
  return { updated, merged, restored, conflicts, same };
}
