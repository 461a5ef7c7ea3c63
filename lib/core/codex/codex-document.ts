/** What a codex holds beside its cards: contradictions and patterns, each naming cards. */
import { z } from '../z';

export const documentKinds = ['contradiction', 'pattern'] as const;

export const codexDocumentSchema = z.object({
  /** UUID version 7 for one's own, `<collection>/<id>` for a loaded codex. Never changes. */
  key: z.string().min(1).max(200),
  collection: z.string().min(1).max(200),
  kind: z.enum(documentKinds),
  /** `con_<slug>` or `pat_<slug>`. */
  id: z.string().min(1).max(200),
  title: z.string().max(20_000),
  /** The Markdown file, byte for byte as it came in or as it was written here. */
  text: z.string().max(2_000_000),
  /** The ids of the cards it names, each once. */
  names: z.array(z.string().min(1).max(20_000)).max(10_000),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The file it came from, byte for byte; absent on one that was written here. */
  original: z.string().max(2_000_000).optional(),
  /** Set while the document lies in the trash. */
  deletedAt: z.iso.datetime().optional(),
});

export type DocumentKind = (typeof documentKinds)[number];
export type CodexDocument = z.infer<typeof codexDocumentSchema>;
