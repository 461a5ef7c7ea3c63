/** A collection: one's own insights, or a codex loaded to be read, matched and linked to. */
import { z } from '../z';

/** Where a loaded codex came from, which is also where it can be loaded again from. */
const originSchema = z.discriminatedUnion('kind', [
  /** A folder or a zip that the person chose; `name` is what it is called on their disk. */
  z.object({ kind: z.literal('folder'), name: z.string().max(1_000) }),
  z.object({ kind: z.literal('zip'), name: z.string().max(1_000) }),
  /** The address of a codex's `INDEX.json`. */
  z.object({ kind: z.literal('index'), address: z.url().max(8_000) }),
]);

const count = z.number().int().min(0);

/** What the last load did, counted in cards, contradictions and patterns. */
const loadResultSchema = z.object({
  at: z.iso.datetime(),
  /** False for a load that was cancelled or that stopped on its way: what it brought stays. */
  isWhole: z.boolean(),
  added: count,
  changed: count,
  removed: count,
  unchanged: count,
  /** Files that stayed out; each stands among the collection's files with its fault. */
  broken: count,
});

export const collectionSchema = z.object({
  /** Short, of letters, digits and dashes: it begins the keys of the collection's insights. */
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().min(1).max(1_000),
  origin: originSchema,
  createdAt: z.iso.datetime(),
  /** When it was last loaded to its end; undefined while it never was. */
  loadedAt: z.iso.datetime().optional(),
  lastLoad: loadResultSchema.optional(),
});

export type Collection = z.infer<typeof collectionSchema>;
export type CollectionOrigin = Collection['origin'];
export type LoadResult = z.infer<typeof loadResultSchema>;

/** Why a file of a loaded codex stayed out. */
const fileFaultSchema = z.object({
  /** Counted from 1; 0 where the file was never read. */
  line: z.number().int().min(0),
  /** A `CardFaultReason`, `duplicate-id`, or why the file could not be fetched or read. */
  reason: z.string().min(1).max(100),
  detail: z.string().max(20_000),
});

/** What a loaded codex's file was when it was read, so that a reload fetches only what changed. */
export const collectionFileSchema = z.object({
  /** `<collection>/<path>`. */
  key: z.string().min(1).max(4_000),
  collection: z.string().min(1).max(200),
  path: z.string().min(1).max(4_000),
  /**
   * Tells whether the file is still the one that was read: a hash of its text, or what an index and
   * a server said of it (see `FetchStamp`). Empty for a file that is to be read again in any case.
   */
  stamp: z.string().max(20_000),
  /** The key of the insight or document it became; undefined for a file that stayed out. */
  became: z.string().max(200).optional(),
  fault: fileFaultSchema.optional(),
});

export type CollectionFile = z.infer<typeof collectionFileSchema>;
export type FileFault = z.infer<typeof fileFaultSchema>;
