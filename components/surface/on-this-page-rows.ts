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

/** Of the same moment the greater id comes first, as in a surfacing. */
const momentOf = ({ clip }: ClipRow): string => clip.capturedAt + clip.id;

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
    ].sort((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1));
  };
  const result = groups.flatMap(({ insight, clips }): ClipGroup[] => {
    const own = rows(insight, clips).filter((row) => row.clip.id !== justSaved);
    return own.length > 0 || clips.length === 0 ? [{ insight, rows: own }] : [];
  });
  for (const { insight, index } of removed.toSorted((a, b) => a.index - b.index)) {
    if (result.some((group) => group.insight.key === insight.key)) continue;
    result.splice(Math.min(index, result.length), 0, { insight, rows: rows(insight, []) });
  }
  return result;
}
