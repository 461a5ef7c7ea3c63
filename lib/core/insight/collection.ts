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

export const collectionSchema = z.object({
  /** Short, of letters, digits and dashes: it begins the keys of the collection's insights. */
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().min(1).max(1_000),
  origin: originSchema,
  createdAt: z.iso.datetime(),
  /** When it was last loaded to its end; undefined while it never was. */
  loadedAt: z.iso.datetime().optional(),
});

export type Collection = z.infer<typeof collectionSchema>;
export type CollectionOrigin = Collection['origin'];

/** What a loaded codex's file was when it was read, so that a reload fetches only what changed. */
export const collectionFileSchema = z.object({
  /** `<collection>/<path>`. */
  key: z.string().min(1).max(4_000),
  collection: z.string().min(1).max(200),
  path: z.string().min(1).max(4_000),
  /** Tells whether the file is still the one that was read: a hash, an entity tag, an index record. */
  stamp: z.string().max(20_000),
  /** The insight or document it became; undefined for a file that is broken. */
  became: z.string().max(200).optional(),
});

export type CollectionFile = z.infer<typeof collectionFileSchema>;
