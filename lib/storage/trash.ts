/** Into the trash and out of it; every function runs inside its caller's transaction. */
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import { batches } from './batches';
import type { NoteDatabase } from './database';
import { isLive } from './live';

/** Stores insights in batches, so that thousands do not keep a page from answering. */
export async function putInsights(db: NoteDatabase, insights: readonly Insight[]): Promise<void> {
  for (const batch of batches(insights)) await db.insights.bulkPut(batch);
}

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
    const stampOf = new Map(batch.map(({ key, deletedAt }) => [key, deletedAt]));
    const clips = (await clipsOf(db, batch)).filter(
      ({ insightKey, deletedAt }) =>
        deletedAt !== undefined && deletedAt === stampOf.get(insightKey),
    );
    await db.clips.bulkPut(clips.map(outOfTrash));
    await db.insights.bulkPut(batch.map(outOfTrash));
  }
}

async function clipsOf(db: NoteDatabase, insights: readonly Insight[]): Promise<Clip[]> {
  const keys = insights.map(({ key }) => key);
  return await db.clips.where('insightKey').anyOf(keys).toArray();
}

/** Trashes one insight with its clips. */
export async function trashInsight(db: NoteDatabase, insight: Insight, at: string): Promise<void> {
  await trashInsights(db, [insight], at);
}

/** Brings one insight back; one that is not in the trash stays. */
export async function restoreInsight(db: NoteDatabase, insight: Insight): Promise<void> {
  await restoreInsights(db, [insight]);
}

/** The record without its trash stamp. */
export function outOfTrash<T extends Clip | Insight>(record: T): T {
  const live = { ...record };
  delete live.deletedAt;
  return live;
}
