import type { Clip } from '../insight/clip';

/** What the attribution of a clip says besides who, where and when; a person's choice. */
export interface QuoteForm {
  /** The place is a link that leads to the very words, where one was checked to. */
  readonly link: boolean;
  /** It says whether the page had the words. */
  readonly verified: boolean;
}

/** As installed: neither. */
export const plainForm: QuoteForm = { link: false, verified: false };

const others: readonly QuoteForm[] = [
  { link: true, verified: false },
  { link: false, verified: true },
  { link: true, verified: true },
];

/**
 * The forms in which clips may have left, the one given first: whoever takes a card in does not know
 * what was chosen when it left. One alone where they make no difference.
 */
export function quoteFormsOf(clips: readonly Clip[], form = plainForm): readonly QuoteForm[] {
  const differs = ({ verified, target }: Clip): boolean =>
    verified !== undefined || target.selector.some((each) => 'directive' in each);
  if (!clips.some(differs)) return [form];
  const isOther = (each: QuoteForm): boolean =>
    each.link !== form.link || each.verified !== form.verified;
  return [form, ...[plainForm, ...others].filter(isOther)];
}
