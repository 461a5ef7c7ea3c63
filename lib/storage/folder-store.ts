/** What the library knows of the person's folder, on IndexedDB. */
import type { Agreement, FolderStore } from '../actions/folder-ports';
import type { StorageFailure } from '../actions/ports';
import { conflictSchema, folderFileSchema } from '../core/insight/folder-file';
import { insightSchema, ownCollection, type Insight } from '../core/insight/insight';
import { err, ok, type Result } from '../core/result';
import type { ChosenFolder, NoteDatabase } from './database';
import { isLive } from './live';
import { restoreInsight, trashInsight } from './trash';
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
        const overtaken: string[] = [];
        for (const agreement of agreements) {
          if (await isOvertaken(db, agreement)) overtaken.push(agreement.insightKey);
          else await store(db, agreement, at);
        }
        return ok(overtaken);
      });
    },

    forgetFolder: () =>
      write(db, async () => {
        await Promise.all([db.folder.clear(), db.folderFiles.clear(), db.conflicts.clear()]);
        return ok(undefined);
      }),

    chosen: () => db.folder.get('own'),
    choose: (handle, writesIndex) =>
      write(db, async () => {
        await db.folder.put({ key: 'own', handle, ...(writesIndex && { writesIndex }) });
        return ok(undefined);
      }),
  };
}

/** The choice itself: the browser keeps the permission, not we. */
export interface FolderChoice {
  chosen(): Promise<ChosenFolder | undefined>;
  /** In place of the one before. */
  choose(
    handle: FileSystemDirectoryHandle,
    writesIndex: boolean,
  ): Promise<Result<void, StorageFailure>>;
}

function check({ insight, record, conflict }: Agreement): Result<unknown, StorageFailure> {
  const parts = [
    checked(insightSchema.optional(), 'insight', insight?.after),
    checked(folderFileSchema.optional(), 'folder file', record),
    checked(conflictSchema.optional(), 'conflict', conflict),
  ];
  return parts.find((part) => !part.ok) ?? ok(undefined);
}

/** Whether somebody wrote to the insight since the plan looked. */
async function isOvertaken(db: NoteDatabase, agreement: Agreement): Promise<boolean> {
  const { insight, trash } = agreement;
  const planned = trash ?? insight?.before;
  if (planned) {
    const stored = await db.insights.get(planned.key);
    const done = insight && stored && isSame(stored, insight.after);
    return !done && !(stored && isAsPlanned(stored, planned));
  }
  if (!insight) return false;
  const { after } = insight;
  const stored = await db.insights.get(after.key);
  if (stored) return !isSame(stored, after);
  const bearers = db.insights.where('card.id').equals(after.card.id);
  return (await bearers.filter(({ collection }) => collection === ownCollection).count()) > 0;
}

function isAsPlanned(stored: Insight, planned: Insight): boolean {
  return stored.updatedAt === planned.updatedAt && stored.deletedAt === planned.deletedAt;
}

function isSame(stored: Insight, record: Insight): boolean {
  return JSON.stringify(stored) === JSON.stringify(record);
}

async function store(db: NoteDatabase, agreement: Agreement, at: string): Promise<void> {
  const { insightKey, insight, gone, trash, record, forget, conflict, settled } = agreement;
  if (insight) {
    const stored = await db.insights.get(insight.after.key);
    if (stored && isLive(insight.after)) await restoreInsight(db, stored);
    await db.insights.put(insight.after);
  }
  if (gone) {
    const clips = (await db.clips.bulkGet([...gone.clips])).flatMap((clip) => clip ?? []);
    await db.clips.bulkPut(clips.filter(isLive).map((clip) => ({ ...clip, deletedAt: at })));
    await db.links.bulkDelete([...gone.links]);
  }
  if (trash) await trashInsight(db, trash, at);
  if (forget) await db.folderFiles.bulkDelete([...forget]);
  if (record) await db.folderFiles.put(record);
  if (settled) await db.conflicts.delete(insightKey);
  if (conflict) await db.conflicts.put(conflict);
}
