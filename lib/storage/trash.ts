/** Into the trash and out of it; every function runs inside its caller's transaction. */
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import { outOfTrash } from '../core/insight/out-of-trash';
import { batches } from './batches';
import type { NoteDatabase } from './database';
import { isLive } from './live';

/** Trashes insights and the clips they have: the stamp they share says that they went together. */
export async function trashInsights(
  db: NoteDatabase,
  insights: readonly Insight[],
  at: string,
): Promise<void> {
  for (const batch of batches(insights)) {
    const clips = await clipsOf(db, batch);
    const live = clips.filter(isLive).map((clip) => ({ ...clip, deletedAt: at }));
    await db.clips.bulkPut(live);
    await db.insights.bulkPut(batch.map((insight) => ({ ...insight, deletedAt: at })));
  }
}

/** Brings insights back with the clips that went with them; those not in the trash stay. */
export async function restoreInsights(
  db: NoteDatabase,
  insights: readonly Insight[],
): Promise<void> {
  for (const batch of batches(insights.filter((insight) => !isLive(insight)))) {
    const wentAlong = (clip: Clip): boolean =>
      batch.some(({ key, deletedAt }) => key === clip.insightKey && deletedAt === clip.deletedAt);
    const clips = (await clipsOf(db, batch)).filter(wentAlong);
    await db.clips.bulkPut(clips.map(outOfTrash));
    await db.insights.bulkPut(batch.map(outOfTrash));
  }
}

function clipsOf(db: NoteDatabase, insights: readonly Insight[]): Promise<Clip[]> {
  const keys = insights.map(({ key }) => key);
  return db.clips.where('insightKey').anyOf(keys).toArray();
}
