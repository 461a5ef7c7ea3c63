/**
 * What texts are compared by: terms, and pairs of terms that stand side by side once stop words are
 * left out ("pricing page", "open source"). Pairs carry much of the precision (bench:match).
 */
import { unlistedShare } from './background';

/** The number of ordinary pages that the library is imagined to stand among. */
const backgroundPages = 200;
/** How much more often two words stand together than chance would have it, by rule of thumb. */
const pairShare = 0.1;

/** The weights of whole counts, which is what pages have: a logarithm takes longer than looking up. */
const wholeCounts = Float64Array.from({ length: 256 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
);

/** A term's count to its weight: the tenth mention says less than the first. */
export function countWeight(count: number): number {
  if (count === 1) return 1;
  const whole = count & 0xff;
  if (whole === count) return wholeCounts[whole] ?? 0;
  return count < 1 ? count : 1 + Math.log(count);
}

/** The share of ordinary pages that hold a pair, guessed from the shares of its terms. */
export function pairBackground(first: number, second: number): number {
  return pairShare * Math.sqrt(first * second);
}

/**
 * How much a feature tells, from the number of insights that hold it, the library's size and its
 * share of ordinary pages: inverse document frequency (Robertson and Spärck Jones) over the library
 * and an imagined background, so that it means something from the first insight on.
 */
export function rarity(holding: number, librarySize: number, share: number): number {
  const all = librarySize + backgroundPages;
  return Math.log(1 + (all + 1) / (holding + backgroundPages * share + 0.5));
}

/** A term's rarity by background alone: it never changes, and so neither does an insight's length. */
export function backgroundRarity(share: number): number {
  return Math.log(1 + 1 / share);
}

/** As backgroundRarity, for pairs: the same for all. */
export const pairRarity = backgroundRarity(unlistedShare);

const calibratedSize = 1000;

/**
 * How much closer everything comes to look as a library grows past the size that scores were calibrated
 * on, because its rarest words become rarer: closeness is divided by this. 1 up to that size.
 */
export function growthOf(librarySize: number): number {
  const rarest = (size: number) => rarity(1, size, unlistedShare);
  return Math.max(1, rarest(librarySize) / rarest(calibratedSize));
}
