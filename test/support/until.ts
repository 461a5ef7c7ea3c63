import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks `look` until it gives something, and gives that. Throws, naming `what`, when nothing came
 * within `seconds`.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | false | undefined | null> | T | false | undefined | null,
  seconds = 15,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined && found !== null) return found;
    if (performance.now() > deadline) throw new Error(`waited ${seconds} s for ${what}`);
    await delay(20);
  }
}
