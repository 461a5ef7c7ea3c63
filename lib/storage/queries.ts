/** What is asked of the database; the store and the live hooks ask alike. */
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import type { NoteDatabase } from './database';
import { byTime, compare, isLive, liveByTime } from './live';

/** Read at once, so many cards take a page about as long as one frame of a screen. */
const batchSize = 200;

/**
 * Every insight, as they stood at one moment, in the order of their keys. In batches: one answer of
 * ten thousand cards would keep a page from everything else for most of a second.
 */
function allInsights(db: NoteDatabase): Promise<Insight[]> {
  return db.transaction('r', db.insights, async () => {
    const all: Insight[] = [];
    let batch: Insight[];
    do {
      const rest = db.insights.where(':id').above(all.at(-1)?.key ?? '');
      batch = await rest.limit(batchSize).toArray();
      all.push(...batch);
    } while (batch.length === batchSize);
    return all;
  });
}

export interface InsightsAndTrash {
  /** In no particular order. */
  readonly live: Insight[];
  /** The last one trashed first. */
  readonly trashed: Insight[];
}

/** Insights outside the trash and in it, as they stood at one moment. */
export async function insightsAndTrash(db: NoteDatabase): Promise<InsightsAndTrash> {
  const all = await allInsights(db);
  const trashed = all.filter((insight) => !isLive(insight));
  return {
    live: all.filter(isLive),
    trashed: trashed.sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? '')),
  };
}

/** Insights outside the trash, in no particular order. */
export async function liveInsights(db: NoteDatabase): Promise<Insight[]> {
  return (await insightsAndTrash(db)).live;
}

/** Insights in the trash, the last one trashed first. */
export async function insightsInTrash(db: NoteDatabase): Promise<Insight[]> {
  return (await insightsAndTrash(db)).trashed;
}

/** Clips in the trash whose insight is not there, the last one trashed first. */
export async function clipsInTrash(db: NoteDatabase): Promise<Clip[]> {
  const trashed = (await db.clips.toArray()).filter((clip) => !isLive(clip));
  const keys = [...new Set(trashed.map(({ insightKey }) => insightKey))];
  const insights = await db.insights.bulkGet(keys);
  const live = new Set(insights.flatMap((found) => (found && isLive(found) ? [found.key] : [])));
  return trashed
    .filter(({ insightKey }) => live.has(insightKey))
    .sort((a, b) => compare(b.deletedAt ?? '', a.deletedAt ?? '') || compare(a.id, b.id));
}

/** The clips that went into the trash with these insights, oldest first. */
export async function clipsTrashedWith(
  db: NoteDatabase,
  insights: readonly Insight[],
): Promise<Clip[]> {
  const stamps = new Map(insights.map(({ key, deletedAt }) => [key, deletedAt]));
  const clips = await db.clips
    .where('insightKey')
    .anyOf([...stamps.keys()])
    .toArray();
  const wentAlong = clips.filter(
    ({ insightKey, deletedAt }) => deletedAt !== undefined && deletedAt === stamps.get(insightKey),
  );
  return byTime(wentAlong);
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
