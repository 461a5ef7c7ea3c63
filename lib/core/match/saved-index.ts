/** A match index at rest: a few flat buffers and the number of the layout they are in. */

/**
 * The layout that this build writes and reads, and the terms that words stand for: an index of any other
 * is built anew.
 */
export const indexFormat = 5;

/** Plain data: it goes into a database or a file as it is, and loading it is reading it. */
export interface SavedIndex {
  readonly format: number;
  /** By name; what each holds is for `saveIndex` and `loadIndex` alone to know. */
  readonly buffers: Readonly<Record<string, Uint8Array<ArrayBuffer>>>;
}
