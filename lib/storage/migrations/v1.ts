/**
 * Version 1, as released: frozen. The first field of each table is its primary key, the others are
 * indexes. Clips, insights and links of any state live in one table each; the trash is a field.
 */
export const v1 = {
  version: 1,
  /** The oldest build that may write to a database in this version. */
  minWriter: 1,
  stores: {
    sources: 'key',
    clips: 'id, sourceKey, insightKey, capturedAt',
    insights: 'key, collection, status, card.id, updatedAt',
    links: 'id, from, to',
    meta: 'key',
  },
};
