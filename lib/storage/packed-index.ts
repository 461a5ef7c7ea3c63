/**
 * The index as it lies in the database: one blob. A row of buffers is copied on the page's own
 * thread, 200 ms for 30 MB, where a blob takes 1; and reading one back takes two thirds of the time.
 */
import type { SavedIndex } from '../core/match/saved-index';

export interface PackedIndex {
  readonly format: number;
  /** The buffers by name in the order of `bytes`, each with its length. */
  readonly layout: readonly (readonly [name: string, length: number])[];
  readonly bytes: Blob;
}

/** The index in one piece. */
export function packIndex({ format, buffers }: SavedIndex): PackedIndex {
  const entries = Object.entries(buffers);
  const layout = entries.map(([name, { byteLength }]) => [name, byteLength] as const);
  return { format, layout, bytes: new Blob(entries.map(([, buffer]) => buffer)) };
}

/** The index as it was packed; undefined when the browser has lost its bytes. */
export async function unpackIndex(packed: PackedIndex): Promise<SavedIndex | undefined> {
  const { format, layout, bytes } = packed;
  const all = await bytes.arrayBuffer().catch(() => undefined);
  if (all?.byteLength !== layout.reduce((sum, [, length]) => sum + length, 0)) return undefined;
  let end = 0;
  const buffers = layout.map(([name, length]) => [name, all.slice(end, (end += length))] as const);
  return { format, buffers: Object.fromEntries(buffers) };
}
