import { Dexie, type ObservabilitySet } from 'dexie';
import { databaseName } from './migrations';

/**
 * Counts the writes to the notes that this page or worker hears of, from now on: its own, and a moment
 * after they are done those of every other. Returns what gives the count.
 */
export function hearWrites(prefix = ''): () => number {
  let heard = 0;
  const ours = `idb://${prefix}${databaseName}/`;
  Dexie.on('storagemutated', (parts: ObservabilitySet) => {
    // "all" stands for everything, after a reconnection for instance.
    if (Object.keys(parts).some((part) => part.startsWith(ours) || part === 'all')) heard += 1;
  });
  return () => heard;
}
