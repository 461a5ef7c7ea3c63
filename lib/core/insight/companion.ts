/** What the companion in a page and the background say to each other: plain data, checked on arrival. */
import type { Selector } from '../annotation/selector';
import { z } from '../z';
import type { ClipRole } from './clip';

const clipId = z.uuid();

/** What the companion tells and asks. It comes out of a page, so it is checked. */
export const companionMessageSchema = z.discriminatedUnion('kind', [
  /** A page is there, or the one that is there now shows another address. */
  z.object({
    kind: z.literal('companion-arrived'),
    url: z.string().max(8_000),
    canonical: z.string().max(8_000).optional(),
  }),
  /** The selection button was pressed. */
  z.object({ kind: z.literal('companion-clip') }),
  /** A painted clip was pressed: to be shown in the side panel or the library. */
  z.object({ kind: z.literal('companion-open'), clipId }),
]);

export type CompanionMessage = z.infer<typeof companionMessageSchema>;

/** What the background answers to an arrival. */
export interface CompanionWelcome {
  /** Whether the button beside a selection is wanted, and what it says; undefined for none. */
  readonly button?: string;
}

/** A clip to be painted into its page. */
export interface PageClip {
  readonly id: string;
  readonly selector: readonly Selector[];
  readonly quote: string;
  readonly note: string;
  readonly role: ClipRole;
  /** The title of the insight it belongs to, or empty. */
  readonly insight: string;
}

/** What the highlights of a page say, in the person's language. */
export interface HighlightLabels {
  readonly region: string;
  readonly evidence: string;
  readonly counterEvidence: string;
  readonly changed: string;
  readonly open: string;
  readonly next: string;
  readonly previous: string;
  readonly close: string;
}

/** What the background wants of a page's highlights. */
export type HighlightRequest =
  | {
      /** These clips in place of those before. */
      readonly paint: readonly PageClip[];
      readonly labels: HighlightLabels;
      /** BCP 47 tag and direction of the labels. */
      readonly language: string;
      readonly direction: 'ltr' | 'rtl';
    }
  /** The note of the next clip below the last one shown, with the keyboard in it. */
  | { readonly walk: true }
  /** The page shows another address: what is painted goes. */
  | { readonly clear: true };
