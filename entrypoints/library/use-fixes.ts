import { fixCards, undoFixes, type CardFixes } from '@/lib/actions/fix-cards';
import { t, tn } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import type { Done } from './use-done';

/** Makes fixes to stored cards and says how many insights changed, with one Undo for all of them. */
export function useFixes(done: Done) {
  return async (requests: readonly CardFixes[]): Promise<boolean> => {
    const fixed = await fixCards(ports, requests);
    if (!done.check(fixed) || !fixed.ok) return false;
    if (fixed.value.length === 0) {
      done.say(t('library_check_nothing_left'));
      return true;
    }
    done.say(tn('library_check_fixed', fixed.value.length), async () => {
      const undone = await undoFixes(ports, fixed.value);
      if (!done.check(undone) || !undone.ok) return;
      const kept = fixed.value.length - undone.value.length;
      if (kept > 0) done.say(tn('library_check_kept', kept));
    });
    return true;
  };
}
