/** A link: typed, drawn between two insights, and seen from both ends. */
import { z } from '../z';

export const linkTypes = ['related', 'supports', 'contradicts', 'limits', 'duplicates'] as const;

export const linkSchema = z.object({
  id: z.uuid(),
  /** Insight keys: `from` supports, contradicts, limits or duplicates `to`. */
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200),
  type: z.enum(linkTypes),
  why: z.string().max(4_000),
  createdAt: z.iso.datetime(),
});

export type LinkType = (typeof linkTypes)[number];
export type Link = z.infer<typeof linkSchema>;
