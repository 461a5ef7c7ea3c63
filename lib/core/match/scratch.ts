/**
 * Arrays that are used again from one page to the next. A page needs a dozen as long as the vocabulary or
 * its own features, and making them anew costs more than what is done with them. Whoever takes one gets
 * it all zero, uses it without calling anybody who might take it too, and leaves it all zero.
 */

/** Gives the array of one purpose: at least as long as asked, all zero. */
export function createScratch<A extends { readonly length: number }>(
  make: (length: number) => A,
): (length: number) => A {
  let kept = make(0);
  return (length) => {
    // The first is often all there will be: only what grows is given more than it asks for.
    if (kept.length < length) kept = make(Math.ceil(kept.length > 0 ? length * 1.1 : length));
    return kept;
  };
}

export const newIntegers = (length: number): Int32Array => new Int32Array(length);
export const newDoubles = (length: number): Float64Array => new Float64Array(length);

/**
 * As long as the library or its vocabulary, a number for each insight or each term: one for both, who
 * never need it at once, as it is the largest there is.
 */
export const longScratch = createScratch(newIntegers);
