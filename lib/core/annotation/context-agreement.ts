import type { TextIndex } from './text-index';

/** The letters that stood before and after a quote when it was described. */
export interface QuoteContext {
  readonly before: string;
  readonly after: string;
}

const gramLength = 4;

/**
 * How well the letters around a place (from, to in letters) agree with a quote's context, 0 to 1.
 * Context that follows on directly counts in full, context that is merely near a little less; with
 * no context to compare, 1.
 */
export function contextAgreement(
  index: TextIndex,
  from: number,
  to: number,
  { before, after }: QuoteContext,
): number {
  const total = before.length + after.length;
  if (total === 0) return 1;
  const { letters } = index;
  let left = 0;
  while (
    left < before.length &&
    left < from &&
    before.charCodeAt(before.length - 1 - left) === letters.charCodeAt(from - 1 - left)
  ) {
    left += 1;
  }
  let right = 0;
  while (right < after.length && after.charCodeAt(right) === letters.charCodeAt(to + right)) {
    right += 1;
  }
  if (left < before.length) {
    const reach = before.length + (before.length >> 1) + 24;
    left = Math.max(left, near(before, letters.slice(Math.max(0, from - reach), from)));
  }
  if (right < after.length) {
    const reach = after.length + (after.length >> 1) + 24;
    right = Math.max(right, near(after, letters.slice(to, to + reach)));
  }
  return (left + right) / total;
}

/** The share of the context's letters, in runs of four, that a stretch of text holds. */
function near(context: string, stretch: string): number {
  const grams = context.length - gramLength + 1;
  if (grams <= 0) return 0;
  let found = 0;
  for (let i = 0; i < grams; i += 1) {
    if (stretch.includes(context.slice(i, i + gramLength))) found += 1;
  }
  // Single runs of four letters are shared by any two texts of one language.
  const share = Math.max(0, found / grams - 0.25) / 0.75;
  return 0.9 * share * context.length;
}
