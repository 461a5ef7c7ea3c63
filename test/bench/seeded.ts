/** A small seeded generator of numbers in [0, 1), so that samples and intervals repeat. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  // A linear congruential step (Numerical Recipes) with its low bits dropped.
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}
