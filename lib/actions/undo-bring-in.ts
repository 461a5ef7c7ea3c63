/** The way back of a mended file that came in as a card. */
import type { Insight } from '../core/insight/insight';
import type { KeptFile } from '../core/insight/kept-file';
import { nextStamp } from '../core/insight/next-stamp';
import { err, ok, type Result } from '../core/result';
import type { FolderStore } from './folder-ports';
import type { KeptFileStore } from './kept-file-ports';
import type { Clock, StorageFailure } from './ports';

interface UndoPorts {
  readonly folderStore: Pick<FolderStore, 'agree'>;
  readonly kept: Pick<KeptFileStore, 'putBackKeptFile'>;
  readonly clock: Clock;
}

/** What a mended file became, what stood there before it, and the file itself. */
export interface BroughtIn {
  readonly file: KeptFile;
  readonly insight: Insight;
  readonly before: Insight | undefined;
}

/**
 * Makes the insight what it was, or puts it into the trash where there was none, and keeps the file
 * again. An insight that was edited or deleted since stays as it is, and so does all else.
 */
export async function undoBringIn(
  { folderStore, kept, clock }: UndoPorts,
  { file, insight, before }: BroughtIn,
): Promise<Result<void, StorageFailure | { readonly kind: 'overtaken' }>> {
  const at = clock.now();
  const after = before && { ...before, updatedAt: nextStamp(insight.updatedAt, at) };
  const back = after ? { insight: { before: insight, after } } : { trash: insight };
  const agreed = await folderStore.agree([{ insightKey: insight.key, ...back }], at);
  if (!agreed.ok) return agreed;
  if (agreed.value.length > 0) return err({ kind: 'overtaken' });
  const put = await kept.putBackKeptFile(file);
  return put.ok ? ok(undefined) : put;
}
