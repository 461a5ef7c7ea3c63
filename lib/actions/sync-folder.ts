/** Brings the person's folder and the library together. */
import { projectCard, type CardProjection } from '../core/codex/project-card';
import type { QuoteForm } from '../core/codex/quote-form';
import { writeCard } from '../core/codex/write-card';
import type { FolderPlan, FolderView, SeenFile, VanishedAnswer } from '../core/insight/folder-plan';
import { planFolder } from '../core/insight/plan-folder';
import type { BrokenFile } from '../core/insight/plan-import';
import { err, ok, type Result } from '../core/result';
import { writeFolderArchives } from './folder-archives';
import { writeFolderIndex } from './folder-index';
import type { Folder, FolderEntry, FolderFailure, FolderStore } from './folder-ports';
import { makeSteps, type MadeChange, type SeenFolder } from './folder-steps';
import { loadProjection } from './load-projection';
import type { EpisodeStore } from './transcript-ports';
import type { Clock, NewId, NoteStore, OneAtATime, StorageFailure } from './ports';

export interface FolderPorts {
  readonly store: NoteStore;
  readonly folderStore: FolderStore;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly archives: Pick<EpisodeStore, 'archivesAt'>;
  /** Among all pages of ours, for work on the folder alone. */
  readonly inTurn: OneAtATime;
}

export type SyncFailure =
  | FolderFailure
  | StorageFailure
  /** So many cards are not there any more that the person should say what that means. */
  | { readonly kind: 'many-vanished'; readonly gone: number; readonly of: number };

export interface SyncReport {
  /** What happened, in order; a card can be in it twice. */
  readonly changes: readonly MadeChange[];
  /** Files meant as cards that stay out, with line and reason. */
  readonly broken: readonly BrokenFile[];
  /** Files whose bytes are no text. */
  readonly unread: readonly string[];
  /** How many cards folder and library share. */
  readonly cards: number;
  /** How many cards wait for a person's choice. */
  readonly conflicts: number;
  /** Where the index was written, if it was. */
  readonly index?: string | undefined;
}

export interface SyncOptions {
  readonly onVanished?: VanishedAnswer;
  readonly onProgress?: (done: number, total: number) => void;
  /** `keep` keeps an `INDEX.json` up that is there, `write` writes one as well where there is none. */
  readonly index?: 'keep' | 'write' | undefined;
  /** How clips are attributed in the files; plainly when it is not given. */
  readonly form?: QuoteForm | undefined;
  /** What this page keeps from one call to the next; it may be lost at any time. */
  readonly memory?: FolderMemory;
}

export interface FolderMemory {
  /** Files that are no cards of ours, by path. */
  readonly files: Map<string, FolderEntry & { readonly text: string | undefined }>;
  /** The text an insight leaves as, and what it was made of, by key. */
  readonly texts: Map<string, { readonly stamp: string; readonly text: string }>;
}

export function createFolderMemory(): FolderMemory {
  return { files: new Map(), texts: new Map() };
}

/** Edits that keep coming while it runs are left to the next time. */
const mostRounds = 5;
const readsAtOnce = 8;

/**
 * Lists the folder, reads what changed, plans, and writes both sides, each file and each insight
 * only while it is as the plan saw it; what was edited meanwhile is planned again. Safe at any time,
 * after a crash, and in several pages at once, which take turns. A failure leaves everything either
 * as it was or as it should become; the rest is done the next time.
 */
export function syncFolder(
  ports: FolderPorts,
  folder: Folder,
  options: SyncOptions = {},
): Promise<Result<SyncReport, SyncFailure>> {
  return ports.inTurn(() => sync(ports, folder, options));
}

async function sync(
  ports: FolderPorts,
  folder: Folder,
  options: SyncOptions,
): Promise<Result<SyncReport, SyncFailure>> {
  const changes: MadeChange[] = [];
  for (let round = 1; ; round += 1) {
    if ((await folder.access()) !== 'granted') return err({ kind: 'no-access' });
    const looked = await look(ports, folder, options);
    if (!looked.ok) return looked;
    const { view, unread, entries, seen } = looked.value;
    const plan = await inSlices(planFolder(view));
    if (plan.vanished) return err({ kind: 'many-vanished', ...plan.vanished });
    const made = await makeSteps(ports, folder, plan.steps, seen, options.onProgress);
    changes.push(...made.changes);
    if (made.failure) return err(made.failure);
    if (made.again && round < mostRounds) continue;

    const noted = await noteStats(ports, entries, seen);
    if (!noted.ok) return noted;
    const files = new Map(view.files.map(({ path, text }) => [path, text]));
    for (const [path, text] of made.written) {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
    }
    const archived = await writeFolderArchives(folder, ports.archives, files);
    if (!archived.ok) return archived;
    let index: string | undefined;
    if (options.index) {
      const at = ports.clock.now();
      const written = await writeFolderIndex(folder, files, at, options.index);
      if (!written.ok) return written;
      index = written.value;
    }
    const [left, known] = [await ports.folderStore.conflicts(), await ports.folderStore.files()];
    const { broken } = plan;
    return ok({ changes, broken, unread, cards: known.length, conflicts: left.length, index });
  }
}

interface Look {
  readonly view: FolderView;
  readonly entries: readonly (FolderEntry & { readonly wasRead: boolean })[];
  readonly seen: SeenFolder;
  readonly unread: readonly string[];
}

async function look(
  { store, folderStore, clock, newId }: FolderPorts,
  folder: Folder,
  { onVanished = 'ask', onProgress, form, memory = createFolderMemory() }: SyncOptions,
): Promise<Result<Look, SyncFailure>> {
  const listed = await folder.list();
  if (!listed.ok) return listed;
  const [records, conflicts] = await Promise.all([folderStore.files(), folderStore.conflicts()]);
  const recordAt = new Map(records.map((record) => [record.path, record]));
  const theirs = new Map(conflicts.map((each) => [each.path, each.theirs]));
  const cards = listed.value.filter(({ path }) => /\.md$/i.test(path));

  const files: SeenFile[] = [];
  const entries: (FolderEntry & { wasRead: boolean })[] = [];
  const unread: string[] = [];
  const toRead: FolderEntry[] = [];
  const take = (entry: FolderEntry, text: string | undefined, wasRead: boolean): void => {
    entries.push({ ...entry, wasRead });
    if (text === undefined) unread.push(entry.path);
    else files.push({ path: entry.path, text });
  };
  for (const entry of cards) {
    const record = recordAt.get(entry.path);
    const remembered = memory.files.get(entry.path);
    if (record) memory.files.delete(entry.path);
    if (record && isSameStat(record, entry)) {
      take(entry, theirs.get(entry.path) ?? record.base, false);
    } else if (!record && remembered && isSameStat(remembered, entry)) {
      take(entry, remembered.text, false);
    } else toRead.push(entry);
  }
  const next = toRead.values();
  let done = 0;
  let failure: FolderFailure | undefined;
  const reader = async (): Promise<void> => {
    for (const { path } of next) {
      const read = await folder.read(path);
      if (!read.ok) failure = read.error;
      if (failure) return;
      onProgress?.((done += 1), toRead.length);
      if (!read.ok || !read.value) continue;
      const { text, ...stat } = read.value;
      take(stat, text, true);
      if (!recordAt.has(path) && isSettled(stat, clock)) memory.files.set(path, { ...stat, text });
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  if (failure) return err(failure);

  const projection = await loadProjection(store, form);
  const view: FolderView = {
    files,
    present: new Set(cards.map(({ path }) => path)),
    records,
    conflicts,
    insights: projection.insights,
    textOf: (insight) => textOf(projection.partsOf(insight), memory.texts),
    partsOf: projection.partsOf,
    at: clock.now(),
    newId,
    onVanished,
  };
  const settled = entries.filter((entry) => isSettled(entry, clock));
  const seen: SeenFolder = {
    baseAt: new Map(records.map(({ path, base }) => [path, base])),
    textAt: new Map(files.map(({ path, text }) => [path, text])),
    statAt: new Map(settled.map(({ path, size, modified }) => [path, { size, modified }])),
  };
  return ok({ view, entries, seen, unread });
}

/** Writing a card takes a third of a millisecond; of ten thousand, most are as they were. */
function textOf(parts: CardProjection, known: FolderMemory['texts']): string {
  const { insight, clips, links, sources, idOf, form } = parts;
  const stamp = JSON.stringify([
    form,
    insight.updatedAt,
    insight.deletedAt,
    insight.original?.length,
    clips.map((clip) => [clip, sources.get(clip.sourceKey)]),
    links.map((link) => [link, idOf(link.from), idOf(link.to)]),
  ]);
  const before = known.get(insight.key);
  if (before?.stamp === stamp) return before.text;
  // No file holds half a character: what is left of one becomes the sign for it, as on the disk.
  const text = writeCard(projectCard(parts), insight.original).toWellFormed();
  known.set(insight.key, { stamp, text });
  return text;
}

function isSameStat(
  known: { readonly size?: number | undefined; readonly modified?: number | undefined },
  { size, modified }: FolderEntry,
): boolean {
  return known.size === size && known.modified === modified;
}

/** A file written a moment ago may be written again within the same tick of the clock. */
function isSettled({ modified }: FolderEntry, clock: Clock): boolean {
  return modified < Date.parse(clock.now()) - 2_000;
}

/** Notes of files that were read, and are as they should be, what they look like from outside. */
async function noteStats(
  { folderStore, clock }: FolderPorts,
  entries: Look['entries'],
  { statAt, textAt }: SeenFolder,
): Promise<Result<unknown, StorageFailure>> {
  const read = entries.filter(({ path, wasRead }) => wasRead && statAt.has(path));
  if (read.length === 0) return ok(undefined);
  const recordAt = new Map((await folderStore.files()).map((record) => [record.path, record]));
  const theirs = new Map((await folderStore.conflicts()).map((each) => [each.path, each.theirs]));
  const agreements = read.flatMap((entry) => {
    const { path, size, modified } = entry;
    const record = recordAt.get(path);
    if (!record || isSameStat(record, entry)) return [];
    if (textAt.get(path) !== (theirs.get(path) ?? record.base)) return [];
    return [{ insightKey: record.insightKey, record: { ...record, size, modified } }];
  });
  return agreements.length === 0 ? ok(undefined) : folderStore.agree(agreements, clock.now());
}

/** A frame of a screen is 16 ms; a page that pauses before that stays smooth. */
const sliceMilliseconds = 10;

/** Runs the planner to its end, in tasks short enough for the page to paint and answer in between. */
async function inSlices(plan: Generator<undefined, FolderPlan>): Promise<FolderPlan> {
  let since = performance.now();
  for (;;) {
    const step = plan.next();
    if (step.done) return step.value;
    if (performance.now() - since < sliceMilliseconds) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}
