export interface SliceOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long a slice may take before the page gets its turn, in milliseconds; 10 when not said. */
  readonly slice?: number | undefined;
}

/**
 * Takes the steps of some work, a slice of them at a time, and lets the page go on in between. A
 * step that takes longer than a slice makes a slice of its own. Rejects with the signal's reason when
 * that aborts.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  { signal, slice = 10 }: SliceOptions = {},
): Promise<T> {
  signal?.throwIfAborted();
  for (let end = performance.now() + slice; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await nextTask();
    signal?.throwIfAborted();
    end = performance.now() + slice;
  }
}

/** The next task in turn: `scheduler.yield` would go before the page's own timers and messages. */
async function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
