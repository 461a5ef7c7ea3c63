/** What is asked of the database; the store and the live hooks ask alike. */
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { NoteDatabase } from './database';
import { compare, isLive, liveByTime } from './live';

/** Insights outside the trash, in no particular order. */
export async function liveInsights(db: NoteDatabase): Promise<Insight[]> {
  return (await db.insights.toArray()).filter(isLive);
}

/** Insights in the trash, the last one trashed first. */
export async function insightsInTrash(db: NoteDatabase): Promise<Insight[]> {
  // All at once: stepping over thousands of records one by one takes far longer.
  const trashed = (await db.insights.toArray()).filter((insight) => !isLive(insight));
  return trashed.sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? ''));
}

/** Clips in the trash whose insight is not there, the last one trashed first. */
export async function clipsInTrash(db: NoteDatabase): Promise<Clip[]> {
  const trashed = await db.clips.filter((clip) => !isLive(clip)).toArray();
  const keys = [...new Set(trashed.map(({ insightKey }) => insightKey))];
  const insights = await db.insights.bulkGet(keys);
  const live = new Set(insights.flatMap((found) => (found && isLive(found) ? [found.key] : [])));
  return trashed
    .filter(({ insightKey }) => live.has(insightKey))
    .sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? '') || compare(a.id, b.id));
}

/** Clips outside the trash, oldest first. */
export async function liveClips(db: NoteDatabase): Promise<Clip[]> {
  return liveByTime(await db.clips.toArray());
}

/** Clips of these insights outside the trash, oldest first. */
export async function liveClipsOfInsights(
  db: NoteDatabase,
  keys: readonly string[],
): Promise<Clip[]> {
  return liveByTime(await db.clips.where('insightKey').anyOf(keys).toArray());
}

/** Clips of this source outside the trash, oldest first. */
export async function liveClipsOfSource(db: NoteDatabase, sourceKey: string): Promise<Clip[]> {
  return liveByTime(await db.clips.where('sourceKey').equals(sourceKey).toArray());
}
