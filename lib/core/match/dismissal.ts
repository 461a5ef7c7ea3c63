/** "Not related": what a person said of an insight on a page. It never leaves the device. */
import { z } from '../z';

export const dismissalSchema = z.object({
  id: z.uuid(),
  insightKey: z.string().min(1).max(200),
  /** The source key of the page. */
  sourceKey: z.string().min(1).max(8_000),
  /** The terms the match rested on, as the engine counts them: they count for less from now on. */
  terms: z.array(z.string().min(1).max(64)).max(20),
  at: z.iso.datetime(),
});

export type Dismissal = z.infer<typeof dismissalSchema>;
