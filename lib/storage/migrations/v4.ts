/**
 * Version 4, as released: frozen. Transcripts by the source they belong to, and archived sources by the
 * path under which they leave.
 */
export const v4 = {
  version: 4,
  minWriter: 2,
  stores: {
    transcripts: 'sourceKey',
    archives: 'path, sourceKey',
  },
};
