/** An insight: a card in the making or made, and where it lives. */
import { cardSchema } from '../codex/card';
import { z } from '../z';

/** The collection of the person's own insights; every other collection is read-only. */
export const ownCollection = 'own';

export const insightSchema = z.object({
  /** UUID version 7 for one's own, `<collection>/<card id>` for a loaded codex. Never changes. */
  key: z.string().min(1).max(200),
  collection: z.string().min(1).max(200),
  /** A draft may lack anything; a ready insight passed the card rules or came in as a card. */
  status: z.enum(['draft', 'ready']),
  card: cardSchema,
  /** The file the card came from, byte for byte; a later export patches it line by line. */
  original: z.string().max(2_000_000).optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Set while the insight lies in the trash. */
  deletedAt: z.iso.datetime().optional(),
});

export type Insight = z.infer<typeof insightSchema>;
