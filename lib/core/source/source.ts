/** A source: the page or episode that quotes come from, kept once per canonical address. */
import { z } from '../z';
import { pageMetadataSchema } from './metadata';

export const sourceSchema = z.object({
  /** The canonical address without fragment and tracking parameters: one page, one key. */
  key: z.string().min(1).max(8_000),
  /** The address as the person saw it, without fragment and tracking parameters. */
  url: z.string().max(8_000),
  metadata: pageMetadataSchema,
  /** ISO 8601 instants. */
  firstSeenAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
});

export type Source = z.infer<typeof sourceSchema>;
