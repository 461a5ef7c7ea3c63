/** The files of a person's own folder, as the library last knew them. */
import { z } from '../z';

const path = z.string().min(1).max(4_000);
const insightKey = z.string().min(1).max(200);
const text = z.string().max(2_000_000);

/** What a file said when folder and library last agreed: the base of a merge of the two. */
export const folderFileSchema = z.object({ path, insightKey, base: text });

/** Two edits of the same words, one here and one in a file; both stay until a person chooses. */
export const conflictSchema = z.object({
  insightKey,
  path,
  base: text,
  /** What the file says. */
  theirs: text,
  at: z.iso.datetime(),
});

export type FolderFile = z.infer<typeof folderFileSchema>;
export type Conflict = z.infer<typeof conflictSchema>;
