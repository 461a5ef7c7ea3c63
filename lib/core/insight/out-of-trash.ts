import type { Clip } from './clip';
import type { Insight } from './insight';

/** The record without its trash stamp. */
export function outOfTrash<T extends Clip | Insight>(record: T): T {
  const live = { ...record };
  delete live.deletedAt;
  return live;
}
