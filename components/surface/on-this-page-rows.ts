import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import type { OnThisPage } from '@/lib/core/match/surfacing';
import type { RemovedClip } from './use-clips';

export interface ClipRow {
  readonly clip: Clip;
  readonly removed: boolean;
}

export interface ClipGroup {
  readonly insight: Insight;
  /** Newest first. */
  readonly rows: readonly ClipRow[];
}

/**
 * The groups with the clips that were taken back here, and perhaps brought back, still standing in
 * their places, so that they can be restored; a group that went with its last clip stays where it was.
 * The clip just saved has a card of its own above and is left out.
 */
export function withRemoved(
  groups: readonly OnThisPage[],
  removed: readonly RemovedClip[],
  justSaved: string | undefined,
): ClipGroup[] {
  const rows = (insight: Insight, clips: readonly Clip[]): ClipRow[] => {
    const gone = removed.filter((one) => one.insight.key === insight.key);
    const isGone = (clip: Clip) => gone.some((one) => one.clip.id === clip.id);
    return [
      ...clips.filter((clip) => !isGone(clip)).map((clip) => ({ clip, removed: false })),
      ...gone.map(({ clip, restored }) => ({ clip, removed: restored !== true })),
    ].sort((a, b) => (a.clip.capturedAt < b.clip.capturedAt ? 1 : -1));
  };
  const shown = groups
    .map(({ insight, clips }) => ({
      insight,
      rows: rows(insight, clips),
      started: clips.length > 0,
    }))
    .map((group) => ({ ...group, rows: group.rows.filter((row) => row.clip.id !== justSaved) }))
    .filter((group) => group.rows.length > 0 || !group.started);
  const result: ClipGroup[] = shown.map(({ insight, rows: own }) => ({ insight, rows: own }));
  for (const { insight, index } of removed.toSorted((a, b) => a.index - b.index)) {
    if (result.some((group) => group.insight.key === insight.key)) continue;
    result.splice(Math.min(index, result.length), 0, { insight, rows: rows(insight, []) });
  }
  return result;
}
