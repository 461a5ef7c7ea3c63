/** How many letters a gram has: few enough to survive edits, enough to be rare. */
export const gramLength = 6;

/** Where every run of six letters stands in a string of letters; made once a page. */
export interface GramIndex {
  /** For each bucket where its places start in `places`; one more at the end. */
  readonly heads: Int32Array;
  /** The starts of grams, bucket by bucket, ascending in each. */
  readonly places: Int32Array;
  readonly bits: number;
}

const factor = 0x01000193;
const mixer = 0x9e3779b1;
/** What the oldest letter of a gram was multiplied with, to take it out of a rolling sum. */
const oldest = Array.from({ length: gramLength - 1 }).reduce<number>(
  (product) => Math.imul(product, factor),
  1,
);
/** Letters between two steps. */
const stride = 65_536;

/** Builds the index in steps of some 65,000 letters; each takes about a millisecond. */
export function* gramSteps(letters: string): Generator<void, GramIndex> {
  const count = Math.max(0, letters.length - gramLength + 1);
  const bits = Math.max(8, Math.min(20, 32 - Math.clz32(count)));
  const heads = new Int32Array((1 << bits) + 1);
  const buckets = new Int32Array(count);
  for (let from = 0; from < count; from += stride) {
    hashGrams(letters, from, Math.min(count, from + stride), bits, buckets, heads);
    yield;
  }
  for (let from = 0; from < 1 << bits; from += stride) {
    addUp(heads, from, Math.min(1 << bits, from + stride));
    yield;
  }
  const next = heads.slice(0, -1);
  yield;
  const places = new Int32Array(count);
  yield;
  for (let from = 0; from < count; from += stride) {
    placeGrams(buckets, from, Math.min(count, from + stride), next, places);
    yield;
  }
  return { heads, places, bits };
}

/** Notes the bucket of each gram of a stretch, and counts them in `heads`, one bucket on. */
function hashGrams(
  letters: string,
  from: number,
  to: number,
  bits: number,
  buckets: Int32Array,
  heads: Int32Array,
): void {
  let sum = 0;
  for (let i = from; i < from + gramLength - 1; i += 1) {
    sum = (Math.imul(sum, factor) + letters.charCodeAt(i)) | 0;
  }
  for (let start = from; start < to; start += 1) {
    sum = (Math.imul(sum, factor) + letters.charCodeAt(start + gramLength - 1)) | 0;
    const bucket = Math.imul(sum, mixer) >>> (32 - bits);
    buckets[start] = bucket;
    heads[bucket + 1] = (heads[bucket + 1] ?? 0) + 1;
    sum = (sum - Math.imul(oldest, letters.charCodeAt(start))) | 0;
  }
}

/** Makes counts, one bucket on, into where each bucket starts. */
function addUp(heads: Int32Array, from: number, to: number): void {
  for (let bucket = from; bucket < to; bucket += 1) {
    heads[bucket + 1] = (heads[bucket + 1] ?? 0) + (heads[bucket] ?? 0);
  }
}

function placeGrams(
  buckets: Int32Array,
  from: number,
  to: number,
  next: Int32Array,
  places: Int32Array,
): void {
  for (let start = from; start < to; start += 1) {
    const bucket = buckets[start] ?? 0;
    const at = next[bucket] ?? 0;
    places[at] = start;
    next[bucket] = at + 1;
  }
}

/** Where in `places` the grams like the one at `at` of some letters stand, and some others. */
export function bucketOf(
  { heads, bits }: GramIndex,
  letters: string,
  at: number,
): { readonly first: number; readonly last: number } {
  let sum = 0;
  for (let i = 0; i < gramLength; i += 1) {
    sum = (Math.imul(sum, factor) + letters.charCodeAt(at + i)) | 0;
  }
  const bucket = Math.imul(sum, mixer) >>> (32 - bits);
  return { first: heads[bucket] ?? 0, last: heads[bucket + 1] ?? 0 };
}

/** The number of the first entry of `places` between two bounds that is at least `least`. */
export function firstAtLeast(
  { places }: GramIndex,
  first: number,
  last: number,
  least: number,
): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
