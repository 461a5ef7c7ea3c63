/** The text of a source as it was when it was archived, under the path that the cards refer to. */
import { z } from '../z';

export const archiveSchema = z.object({
  /** As `raw_ref` has it: `raw/<type>/<operator>--<title>--<date>.md`. */
  path: z.string().min(1).max(1_000),
  sourceKey: z.string().min(1).max(8_000),
  /** The whole file, as it leaves. */
  text: z.string().max(20_000_000),
  keptAt: z.iso.datetime(),
});

export type Archive = z.infer<typeof archiveSchema>;
