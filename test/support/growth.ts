/**
 * How many times longer four times the work takes: 4 where time grows with the work, 16 where it grows
 * with its square. The best of three runs each, in turns, so that what else the machine does falls on
 * both. `prepare` makes the work of a size; only what it returns is timed.
 */
export async function growth(
  size: number,
  prepare: (size: number) => () => unknown,
): Promise<number> {
  const best = { once: Infinity, fourfold: Infinity };
  for (let turn = 0; turn < 3; turn += 1) {
    best.once = Math.min(best.once, await timed(prepare(size)));
    best.fourfold = Math.min(best.fourfold, await timed(prepare(size * 4)));
  }
  // Below a few milliseconds the clock and the compiler weigh more than the work.
  return best.fourfold / Math.max(best.once, 4);
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
