import { titleOf } from '@/components/library/title-of';
import { TrashView, type Trashed } from '@/components/library/trash-view';
import type { Clip } from '@/lib/core/insight/clip';
import type { Insight } from '@/lib/core/insight/insight';
import { tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import type { Done } from './use-done';
import type { LibraryData } from './use-library';

export interface TrashRoomProps {
  readonly insights: readonly Insight[] | undefined;
  /** Those whose insight is not in the trash. */
  readonly clips: readonly Clip[] | undefined;
  readonly data: LibraryData;
  readonly done: Done;
}

/** The trash over the store. */
export function TrashRoom({ insights, clips, data, done }: TrashRoomProps) {
  const { store, clock } = ports;
  const restore = async (trashed: Trashed) => {
    if (!done.check(await store.restoreInsights(trashed.insights))) return;
    for (const id of trashed.clips) {
      if (!done.check(await store.redoCapture(id))) return;
    }
    done.say(restoredText(trashed), () => putBack(trashed));
  };
  const putBack = async (trashed: Trashed) => {
    for (const id of trashed.clips) {
      if (!done.check(await store.undoCapture(id, clock.now()))) return;
    }
    done.check(await store.trashInsights(trashed.insights, clock.now()));
  };
  const insightTitleOf = (key: string) => {
    const insight = data.insightOf.get(key);
    return insight && titleOf(insight, data.quoteOf(key));
  };
  return (
    <TrashView
      insights={insights}
      clips={clips}
      insightTitleOf={insightTitleOf}
      onRestore={(trashed) => void restore(trashed)}
    />
  );
}

function restoredText({ insights, clips }: Trashed): string {
  if (clips.length === 0) return tn('library_restored', insights.length);
  if (insights.length === 0) return tn('library_restored_clips', clips.length);
  return [tn('library_restored', insights.length), tn('library_restored_clips', clips.length)].join(
    ' ',
  );
}
