import type { Insight } from './insight';

/** Whether this is a draft that a clip started and nobody has edited since. */
export function isUntouchedDraft(insight: Insight): boolean {
  return insight.status === 'draft' && insight.updatedAt === insight.createdAt;
}
