import { copyToOwn, undoCopies } from '@/lib/actions/copy-to-own';
import { tn } from '@/lib/i18n';
import { collectionPorts } from '@/lib/wire-collections';
import type { Done } from './use-done';
import { hrefOf } from './use-route';

/** Copies cards of loaded codexes to one's own, with an undo; goes to the copy where asked to. */
export function useCopyToOwn(done: Done) {
  return async (keys: readonly string[], goThere = false): Promise<void> => {
    const copied = await copyToOwn(collectionPorts, keys);
    if (!done.check(copied) || !copied.ok) return;
    const [first] = copied.value;
    if (!first) return;
    const place = location.hash;
    if (goThere) {
      location.hash = hrefOf({ room: 'insights', key: first.insight.key, editing: false });
    }
    done.say(tn('library_copied_to_own', copied.value.length), async () => {
      if (!done.check(await undoCopies(collectionPorts, copied.value))) return;
      if (goThere) location.hash = place;
    });
  };
}
