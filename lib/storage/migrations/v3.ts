/**
 * Version 3, as released: frozen. Codexes loaded to be read, documents beside the cards, files that
 * could not be read, and the folder that a person keeps their cards in.
 */
export const v3 = {
  version: 3,
  minWriter: 2,
  stores: {
    collections: 'id',
    collectionFiles: 'key, collection',
    documents: 'key, collection, id, *names',
    brokenFiles: 'key, collection',
    folder: 'key',
    folderFiles: 'path, insightKey',
    conflicts: 'insightKey',
  },
};
