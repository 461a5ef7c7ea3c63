import { TrashView } from '@/components/library/trash-view';
import type { Insight } from '@/lib/core/insight/insight';
import { tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import type { Done } from './use-done';

export interface TrashRoomProps {
  readonly trash: readonly Insight[] | undefined;
  readonly done: Done;
}

/** The trash over the store. */
export function TrashRoom({ trash, done }: TrashRoomProps) {
  const restore = async (keys: readonly string[]) => {
    if (!done.check(await ports.store.restoreInsights(keys))) return;
    done.say(tn('library_restored', keys.length), async () => {
      done.check(await ports.store.trashInsights(keys, ports.clock.now()));
    });
  };
  return (
    <TrashView
      insights={trash}
      quoteOf={() => undefined}
      onRestore={(keys) => void restore(keys)}
    />
  );
}
