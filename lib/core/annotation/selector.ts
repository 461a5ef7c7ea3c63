/**
 * Selectors of the W3C Web Annotation Data Model, section 4.2
 * (https://www.w3.org/TR/annotation-model/#selectors).
 */
import { z } from '../z';

/** 4.2.4: the quote with the text that stands before and after it. */
export const textQuoteSelectorSchema = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1).max(100_000),
  prefix: z.string().max(2_000).optional(),
  suffix: z.string().max(2_000).optional(),
  /**
   * Not in the model: other places of the page that said the same when the quote was described, how
   * many, and how well the surroundings of the one most like it agreed with the quote's (0 to 1).
   */
  twins: z.object({ count: z.number().int().nonnegative(), agreement: z.number() }).optional(),
  /** Not in the model: a text directive (`text=…`) that leads to the quote on the page as it was. */
  directive: z.string().max(4_000).optional(),
});

/** 4.2.5: offsets in UTF-16 code units into the page's text map; a hint, never trusted alone. */
export const textPositionSelectorSchema = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** 4.2.2: a path to one element of the document, shadow roots and frames crossed with ` >>> `. */
export const xPathSelectorSchema = z.object({
  type: z.literal('XPathSelector'),
  value: z.string().max(4_000),
  refinedBy: z
    .object({
      type: z.literal('TextPositionSelector'),
      start: z.number().int().nonnegative(),
      end: z.number().int().nonnegative(),
    })
    .optional(),
});

/** 4.2.9: from the start of one selection to the start of another. */
export const rangeSelectorSchema = z.object({
  type: z.literal('RangeSelector'),
  startSelector: xPathSelectorSchema,
  endSelector: xPathSelectorSchema,
});

/** 4.2.1 with Media Fragments URI 1.0, section 4.2.1: `t=start,end` in seconds. */
export const fragmentSelectorSchema = z.object({
  type: z.literal('FragmentSelector'),
  conformsTo: z.literal('http://www.w3.org/TR/media-frags/'),
  value: z.string().max(200),
});

export const selectorSchema = z.discriminatedUnion('type', [
  textQuoteSelectorSchema,
  textPositionSelectorSchema,
  rangeSelectorSchema,
  fragmentSelectorSchema,
]);

/** 4.1: a source and the selectors that find the same part of it, the most precise first. */
export const targetSchema = z.object({
  source: z.string().max(8_000),
  selector: z.array(selectorSchema).max(8),
});

export type Target = z.infer<typeof targetSchema>;
export type TextQuoteSelector = z.infer<typeof textQuoteSelectorSchema>;
export type TextPositionSelector = z.infer<typeof textPositionSelectorSchema>;
export type XPathSelector = z.infer<typeof xPathSelectorSchema>;
export type RangeSelector = z.infer<typeof rangeSelectorSchema>;
export type FragmentSelector = z.infer<typeof fragmentSelectorSchema>;
export type Selector = z.infer<typeof selectorSchema>;
