/** What lies outside the trash. */
import type { Clip } from '../core/insight/clip';

/** Whether the record lies outside the trash. */
export function isLive(record: { readonly deletedAt?: string | undefined }): boolean {
  return record.deletedAt === undefined;
}

/** The clips outside the trash, oldest first. */
export function liveByTime(clips: readonly Clip[]): Clip[] {
  return byTime(clips.filter(isLive));
}

/** The clips, oldest first. */
export function byTime(clips: readonly Clip[]): Clip[] {
  return clips.toSorted((a, b) => compare(a.capturedAt, b.capturedAt) || compare(a.id, b.id));
}

/** Which of two comes first, as `sort` asks. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
