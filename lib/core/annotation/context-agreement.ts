import { foldText } from './fold-text';
import type { TextIndex } from './text-index';

/** The letters that stood before and after a quote when it was described. */
export interface QuoteContext {
  readonly before: string;
  readonly after: string;
  /** How many of them stood in the quote's own first and last block of text. */
  readonly blockBefore: number;
  readonly blockAfter: number;
}

/** The context of a quote, from what a selector keeps of it. */
export function quoteContext(prefix: string, suffix: string): QuoteContext {
  const end = suffix.indexOf('\n');
  return {
    before: foldText(prefix),
    after: foldText(suffix),
    blockBefore: foldText(prefix.slice(prefix.lastIndexOf('\n') + 1)).length,
    blockAfter: foldText(end === -1 ? suffix : suffix.slice(0, end)).length,
  };
}

const gramLength = 4;
/** The letters right beside a quote tell its place best: they count for half of each side. */
const beside = 16;
/** Where the rest of the quote's block is as it was, so many letters of it or more, this is agreed. */
const leastInBlock = 8;
const blockAgreement = 0.7;

/**
 * How well the letters around a place (from, to in letters) agree with a quote's context, 0 to 1.
 * Context that follows on directly counts in full, context that is merely near counts less; with no
 * context to compare, 1.
 */
export function contextAgreement(
  { letters }: TextIndex,
  from: number,
  to: number,
  { before, after, blockBefore, blockAfter }: QuoteContext,
): number {
  const leftWeight = Math.min(before.length, beside);
  const rightWeight = Math.min(after.length, beside);
  if (leftWeight + rightWeight === 0) return 1;
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
  const stretchBefore = letters.slice(Math.max(0, from - reachOf(before)), from);
  const stretchAfter = letters.slice(to, to + reachOf(after));
  const agreement =
    (leftWeight * side(before, left, stretchBefore) +
      rightWeight * side(after, right, stretchAfter)) /
    (leftWeight + rightWeight);
  const hasBlock = left >= blockBefore && right >= blockAfter;
  return hasBlock && blockBefore + blockAfter >= leastInBlock
    ? Math.max(agreement, blockAgreement)
    : agreement;
}

function reachOf(context: string): number {
  return context.length + (context.length >> 1) + 24;
}

function side(context: string, adjacent: number, stretch: string): number {
  const { length } = context;
  if (adjacent === length) return 1;
  const close = Math.min(adjacent, beside) / Math.min(length, beside);
  return (close + Math.max(adjacent / length, near(context, stretch))) / 2;
}

/** The share of the context, in runs of four letters, that a stretch of text holds. */
function near(context: string, stretch: string): number {
  const grams = context.length - gramLength + 1;
  if (grams <= 0) return 0;
  let found = 0;
  for (let i = 0; i < grams; i += 1) {
    if (stretch.includes(context.slice(i, i + gramLength))) found += 1;
  }
  // Single runs of four letters are shared by any two texts of one language.
  return 0.9 * Math.max(0, found / grams - 0.25) * (4 / 3);
}
