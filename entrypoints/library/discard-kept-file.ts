import type { KeptFile } from '@/lib/core/insight/kept-file';
import { t } from '@/lib/i18n';
import { kept } from '@/lib/wire-mending';
import type { Done } from './use-done';

/** Throws a kept file away, with its undo; false when it is still there. */
export async function discardKeptFile(file: KeptFile, done: Done): Promise<boolean> {
  if (!done.check(await kept.dropKeptFiles([file.key]))) return false;
  done.say(t('library_kept_file_discarded', file.path), async () => {
    done.check(await kept.putBackKeptFile(file));
  });
  return true;
}
