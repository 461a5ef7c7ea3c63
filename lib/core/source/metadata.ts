/** What a page says about itself. A field that is not on the page is absent, never guessed. */
import { z } from '../z';

const confidenceSchema = z.enum(['high', 'medium', 'low']);

/**
 * How far a value can be trusted: `high` is stated for machines or by a site whose form is known,
 * `medium` is written where a reader looks for it, `low` is concluded from something else.
 */
export type Confidence = z.infer<typeof confidenceSchema>;

/** A value and where on the page it was read, so that a person can judge it. */
function field<T extends z.ZodType>(value: T) {
  return z.object({
    value,
    /** For example `json-ld:author`, `meta:og:title`, `link:canonical`, `html:lang`. */
    from: z.string().max(120),
    /** Absent on what was read before it was kept. */
    confidence: confidenceSchema.optional(),
  });
}

/** What the page says somebody was at the time: an offer for the operator's role, never its value. */
const roleOfferSchema = z.object({
  /** Whose role it is, where the page says so. */
  name: z.string().min(1).max(200).optional(),
  role: z.string().min(1).max(300),
  from: z.string().max(120),
});

const line = z.string().min(1).max(2_000);

export const pageMetadataSchema = z.object({
  title: field(line).optional(),
  authors: field(z.array(line).min(1).max(50)).optional(),
  site: field(line).optional(),
  /** The podcast or series an episode belongs to. */
  show: field(line).optional(),
  /** As written, at most to the day: `YYYY-MM-DD` or `YYYY-MM`. */
  published: field(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)).optional(),
  modified: field(z.string().regex(/^\d{4}-\d{2}(-\d{2})?$/)).optional(),
  canonicalUrl: field(z.url({ protocol: /^https?$/ })).optional(),
  /** BCP 47 tag. */
  language: field(z.string().min(2).max(40)).optional(),
  /** The codex's `source_type`: an open set (podcast, essay, thread, talk …). */
  sourceType: field(z.string().min(1).max(40)).optional(),
  roles: z.array(roleOfferSchema).max(12).optional(),
});

export type RoleOffer = z.infer<typeof roleOfferSchema>;
export type PageMetadata = z.infer<typeof pageMetadataSchema>;
