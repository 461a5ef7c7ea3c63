/**
 * Version 2, as released: frozen. Beside the notes lie what is derived from them, and what a person
 * called not related. Every write of this version keeps the derived tables in step, which a build
 * made for version 1 does not know of: it may not write here any more.
 */
export const v2 = {
  version: 2,
  minWriter: 2,
  stores: {
    stale: 'revision',
    references: 'key, *ids, sourceKey',
    matchIndex: 'part',
    dismissals: 'id, insightKey, sourceKey',
  },
};
