/** What an index and a server said of a file when it was fetched, as the stamp of a collection's file. */
import { z } from '../z';

const fetchStampSchema = z.object({
  /** Of the index's record of the file; empty where the index has none. */
  record: z.string(),
  /** The server's entity tag and date of last change, word for word. */
  tag: z.string().max(2_000).optional(),
  modified: z.string().max(200).optional(),
});

export type FetchStamp = z.infer<typeof fetchStampSchema>;

export function writeFetchStamp(stamp: FetchStamp): string {
  return JSON.stringify(stamp);
}

/** Undefined for a stamp of another kind, and for a file that is to be read again in any case. */
export function readFetchStamp(stamp: string): FetchStamp | undefined {
  try {
    return fetchStampSchema.safeParse(JSON.parse(stamp)).data;
  } catch {
    return undefined;
  }
}
