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
  const parts = entries.flatMap(([, part]) => [part, new Uint8Array(gapAfter(part.byteLength))]);
  return { format, layout, bytes: new Blob(parts) };
}

/** The index as it was packed; undefined when the browser has lost its bytes. */
export async function unpackIndex(packed: PackedIndex): Promise<SavedIndex | undefined> {
  const { format, layout, bytes } = packed;
  const all = await bytes.arrayBuffer().catch(() => undefined);
  const whole = layout.reduce((sum, [, length]) => sum + length + gapAfter(length), 0);
  if (all?.byteLength !== whole) return undefined;
  let start = 0;
  const buffers = layout.map(([name, length]) => {
    const part = new Uint8Array(all, start, length);
    start += length + gapAfter(length);
    return [name, part] as const;
  });
  return { format, buffers: Object.fromEntries(buffers) };
}

/** Bytes that bring the next part to a multiple of eight, where any number may begin. */
function gapAfter(length: number): number {
  return (8 - (length % 8)) % 8;
}
