/** Puts what popup, side panel and worker do into one row. */
import type { OneAtATime } from '../actions/ports';

/**
 * The `OneAtATime` port over Web Locks: the lock is the extension's, and the browser gives it on when
 * the page or worker that holds it goes away.
 */
export const oneAtATime: OneAtATime = async (work) =>
  await navigator.locks.request('counterpoint-capture', work);
