/** Lets the page answer in between, and says how many milliseconds may pass until the next time. */
export type Pause = () => Promise<number>;

/**
 * Takes the steps in slices, so that typing and scrolling go on meanwhile. Undefined when it was
 * stopped; `onSlice` is told how many steps were taken.
 */
export async function runSteps<T>(
  steps: Iterator<void, T>,
  {
    signal,
    pause,
    onSlice,
  }: {
    readonly signal: AbortSignal;
    readonly pause: Pause;
    readonly onSlice?: (taken: number) => void;
  },
): Promise<T | undefined> {
  let taken = 0;
  for (;;) {
    const allowed = await pause();
    if (signal.aborted) return undefined;
    const end = performance.now() + allowed;
    do {
      const step = steps.next();
      if (step.done) return step.value;
      taken += 1;
    } while (performance.now() < end);
    onSlice?.(taken);
  }
}

/** For work a person waits for: short enough that a key press is answered at once. */
export async function betweenFrames(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve));
  return 20;
}

/** For work nobody waits for: while the page has nothing else to do, and a little of it anyway. */
export async function whenIdle(): Promise<number> {
  const deadline = await new Promise<IdleDeadline>((resolve) =>
    requestIdleCallback(resolve, { timeout: 100 }),
  );
  return Math.min(Math.max(deadline.timeRemaining(), 6), 12);
}
