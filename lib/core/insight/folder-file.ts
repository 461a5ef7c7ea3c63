/** The files of a person's own folder, as the library last knew them. */
import { z } from '../z';

const path = z.string().min(1).max(4_000);
const insightKey = z.string().min(1).max(200);
const text = z.string().max(2_000_000);

/** What a file said when folder and library last agreed: the base of a merge of the two. */
export const folderFileSchema = z.object({
  path,
  insightKey,
  /** Empty while they have never agreed. */
  base: text,
  /** Bytes and milliseconds since 1970, to tell without reading that the file is the same. */
  size: z.number().nonnegative().optional(),
  modified: z.number().optional(),
  /** What is being written: after a crash the file may say this, and then it is ours. */
  writing: text.optional(),
});

/** Two edits of the same words, one here and one in a file; both stay until a person chooses. */
export const conflictSchema = z.object({
  insightKey,
  path,
  /** Empty where nobody knows what both were made of. */
  base: text,
  /** What the file says. */
  theirs: text,
  at: z.iso.datetime(),
});

export type FolderFile = z.infer<typeof folderFileSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
