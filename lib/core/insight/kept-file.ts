/** A file that could not be read as a card, kept word for word until it is mended or thrown away. */
import { z } from '../z';

export const keptFileSchema = z.object({
  /** UUID version 7. */
  key: z.uuid(),
  /** The collection it was meant for. */
  collection: z.string().min(1).max(200),
  path: z.string().min(1).max(4_000),
  text: z.string().max(8_000_000),
  /** Where reading stopped, counted from 1, and why: see `CardFault`. */
  line: z.number().int().min(0),
  reason: z.string().min(1).max(100),
  detail: z.string().max(20_000),
  at: z.iso.datetime(),
  /** When its text was last changed here; undefined while it is the file's own. */
  editedAt: z.iso.datetime().optional(),
});

export type KeptFile = z.infer<typeof keptFileSchema>;
