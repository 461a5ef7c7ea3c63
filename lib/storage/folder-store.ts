/** What the library knows of the person's folder, on IndexedDB. */
import type { Agreement, FolderStore } from '../actions/folder-ports';
import type { StorageFailure } from '../actions/ports';
import { conflictSchema, folderFileSchema } from '../core/insight/folder-file';
import { insightSchema, ownCollection, type Insight } from '../core/insight/insight';
import { outOfTrash } from '../core/insight/out-of-trash';
import { err, ok, type Result } from '../core/result';
import type { ChosenFolder, NoteDatabase } from './database';
import { isLive } from './live';
import { restoreInsights, trashInsights } from './trash';
import { checked, write } from './write';

/** Fulfils the port on this database. */
export function createFolderStore(db: NoteDatabase): FolderStore & FolderChoice {
  return {
    files: () => db.folderFiles.toArray(),
    conflicts: () => db.conflicts.toArray(),

    async agree(agreements, at) {
      const faulty = agreements.map(check).find((result) => !result.ok);
      if (faulty && !faulty.ok) return err(faulty.error);
      return write(db, async () => {
        const isOvertaken = await overtakenTest(db, agreements);
        const overtaken = agreements.filter(isOvertaken).map(({ insightKey }) => insightKey);
        await store(
          db,
          agreements.filter((each) => !isOvertaken(each)),
          at,
        );
        return ok(overtaken);
      });
    },

    forgetFolder: () =>
      write(db, async () => {
        await forgetAll(db);
        return ok(undefined);
      }),

    chosen: () => db.folder.get('own'),
    choose: (handle, writesIndex) =>
      write(db, async () => {
        await forgetAll(db);
        await db.folder.put({ key: 'own', handle, ...(writesIndex && { writesIndex }) });
        return ok(undefined);
      }),
    keepIndex: (writesIndex) =>
      write(db, async () => {
        const chosen = await db.folder.get('own');
        if (chosen) await db.folder.put({ ...chosen, writesIndex });
        return ok(undefined);
      }),
  };
}

/** The choice itself: the browser keeps the permission, not we. */
export interface FolderChoice {
  chosen(): Promise<ChosenFolder | undefined>;
  /** In place of the one before, of which nothing stays known: another folder has other files. */
  choose(
    handle: FileSystemDirectoryHandle,
    writesIndex: boolean,
  ): Promise<Result<void, StorageFailure>>;
  /** Whether the `INDEX.json` is kept up in the chosen folder; nothing where none is chosen any more. */
  keepIndex(writesIndex: boolean): Promise<Result<void, StorageFailure>>;
}

async function forgetAll(db: NoteDatabase): Promise<void> {
  await Promise.all([db.folder.clear(), db.folderFiles.clear(), db.conflicts.clear()]);
}

function check({ insight, record, conflict }: Agreement): Result<unknown, StorageFailure> {
  const parts = [
    checked(insightSchema.optional(), 'insight', insight?.after),
    checked(folderFileSchema.optional(), 'folder file', record),
    checked(conflictSchema.optional(), 'conflict', conflict),
  ];
  return parts.find((part) => !part.ok) ?? ok(undefined);
}

/** Tells of an agreement whether somebody wrote to its insight since the plan looked. */
async function overtakenTest(
  db: NoteDatabase,
  agreements: readonly Agreement[],
): Promise<(agreement: Agreement) => boolean> {
  const added = agreements.flatMap(({ insight }) =>
    insight && !insight.before ? [insight.after.card.id] : [],
  );
  const [found, bearers] = await Promise.all([
    db.insights.bulkGet(agreements.map(({ insightKey }) => insightKey)),
    added.length === 0 ? [] : db.insights.where('card.id').anyOf(added).toArray(),
  ]);
  const stored = new Map(found.flatMap((each) => (each ? [[each.key, each]] : [])));
  const own = bearers.filter(({ collection }) => collection === ownCollection);
  const taken = new Set(own.map(({ card }) => card.id));
  return ({ insightKey, insight, trash }) => {
    const there = stored.get(insightKey);
    const planned = trash ?? insight?.before;
    if (insight && there && isSame(there, insight.after)) return false;
    if (planned) return !there || !isAsPlanned(there, planned);
    return insight !== undefined && (there !== undefined || taken.has(insight.after.card.id));
  };
}

function isAsPlanned(stored: Insight, planned: Insight): boolean {
  return stored.updatedAt === planned.updatedAt && stored.deletedAt === planned.deletedAt;
}

function isSame(stored: Insight, record: Insight): boolean {
  return JSON.stringify(stored) === JSON.stringify(record);
}

async function store(
  db: NoteDatabase,
  agreements: readonly Agreement[],
  at: string,
): Promise<void> {
  const all = <T>(of: (agreement: Agreement) => readonly T[] | T | undefined): T[] =>
    agreements.flatMap((agreement) => of(agreement) ?? []);
  for (const { insight } of agreements) {
    const { before, after } = insight ?? {};
    if (before && after && !isLive(before) && isLive(after)) await restoreInsights(db, [before]);
  }
  await db.insights.bulkPut(all(({ insight }) => insight?.after));
  const clips = (await db.clips.bulkGet(all(({ gone }) => gone?.clips))).flatMap((clip) =>
    clip && isLive(clip) ? [{ ...clip, deletedAt: at }] : [],
  );
  await db.clips.bulkPut(clips);
  await db.links.bulkDelete(all(({ gone }) => gone?.links));
  const back = await db.clips.bulkGet(all((each) => each.back?.clips));
  await db.clips.bulkPut(back.flatMap((clip) => (clip ? [outOfTrash(clip)] : [])));
  await db.links.bulkPut(all((each) => each.back?.links));
  for (const insight of all(({ trash }) => trash)) await trashInsights(db, [insight], at);
  await db.folderFiles.bulkDelete(all(({ forget }) => forget));
  await db.folderFiles.bulkPut(all(({ record }) => record));
  await db.conflicts.bulkDelete(
    all(({ settled, insightKey }) => (settled ? insightKey : undefined)),
  );
  await db.conflicts.bulkPut(all(({ conflict }) => conflict));
}
