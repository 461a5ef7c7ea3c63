/** Into the trash and out of it; every function runs inside its caller's transaction. */
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { NoteDatabase } from './database';
import { isLive } from './live';

/** Trashes the insight and the clips it has: the stamp they share says that they went together. */
export async function trashInsight(db: NoteDatabase, insight: Insight, at: string): Promise<void> {
  const clips = await db.clips.where('insightKey').equals(insight.key).filter(isLive).toArray();
  await db.clips.bulkPut(clips.map((clip) => ({ ...clip, deletedAt: at })));
  await db.insights.put({ ...insight, deletedAt: at });
}

/** Brings the insight back with the clips that went with it; one that is not in the trash stays. */
export async function restoreInsight(db: NoteDatabase, insight: Insight): Promise<void> {
  const stamp = insight.deletedAt;
  if (stamp === undefined) return;
  const clips = await db.clips
    .where('insightKey')
    .equals(insight.key)
    .filter(({ deletedAt }) => deletedAt === stamp)
    .toArray();
  await db.clips.bulkPut(clips.map(outOfTrash));
  await db.insights.put(outOfTrash(insight));
}

/** The record without its trash stamp. */
export function outOfTrash<T extends Clip | Insight>(record: T): T {
  const live = { ...record };
  delete live.deletedAt;
  return live;
}
