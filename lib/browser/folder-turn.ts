/** Puts work on the person's folder into one row, in whichever page of ours it is asked for. */
import type { OneAtATime } from '../actions/ports';

/** The `OneAtATime` port over a Web Lock of its own: no clip waits for a folder. */
export const folderTurn: OneAtATime = async (work) =>
  await navigator.locks.request('counterpoint-folder', work);
