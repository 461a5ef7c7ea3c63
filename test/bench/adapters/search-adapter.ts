/** What the bench asks of a search library, so that all are measured by the same steps. */
import type { MatchDocument } from '../../../lib/core/match/match';

/** An index at rest, as a library gives it: what would be written to a database. */
export type SavedData = string | Bytes | Readonly<Record<string, string | Bytes>>;

type Bytes = Uint8Array<ArrayBuffer>;

/** One library in one configuration; it holds at most one index at a time. */
export interface SearchAdapter {
  build(documents: readonly MatchDocument[]): void | Promise<void>;
  /** The keys of the best insights for the text of a whole page, best first. */
  query(text: string, limit: number): string[];
  /** Adds one insight to the index; absent where the library has to build anew. */
  add?(document: MatchDocument): void;
  save(): SavedData | Promise<SavedData>;
  /** Makes what `save` gave ready for queries. */
  load(data: SavedData): void | Promise<void>;
}

/** The bytes of saved data; text counts as UTF-8. */
export function bytesOf(data: SavedData): number {
  if (typeof data === 'string') return Buffer.byteLength(data);
  if (data instanceof Uint8Array) return data.byteLength;
  return Object.values(data).reduce(
    (sum, part) => sum + (typeof part === 'string' ? Buffer.byteLength(part) : part.byteLength),
    0,
  );
}

/** Saved data that must be one text. */
export function textOf(data: SavedData): string {
  if (typeof data !== 'string') throw new TypeError('saved data is not a text');
  return data;
}

function partsOf(data: SavedData): [name: string, part: string | Bytes][] {
  if (typeof data === 'string' || data instanceof Uint8Array) {
    throw new TypeError('saved data is not a record');
  }
  return Object.entries(data);
}

/** Saved data that must be texts by name. */
export function textsOf(data: SavedData): Record<string, string> {
  return Object.fromEntries(partsOf(data).map(([name, part]) => [name, textOf(part)]));
}

/** Saved data that must be bytes by name. */
export function buffersOf(data: SavedData): Record<string, Bytes> {
  return Object.fromEntries(
    partsOf(data).map(([name, part]) => {
      if (typeof part === 'string') throw new TypeError('saved data is not bytes');
      return [name, part];
    }),
  );
}
