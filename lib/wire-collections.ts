/**
 * What loads codexes. Apart from `wire.ts`, because popup, side panel and service worker load none,
 * and the only `fetch` of the extension is to stay out of them.
 */
import { hosts } from './browser/host-fetcher';
import { openDatabase } from './storage/database';
import { createCollectionStore } from './storage/collection-store';
import { ports } from './wire';

export const collectionPorts = {
  store: createCollectionStore(openDatabase()),
  notes: ports.store,
  clock: ports.clock,
  newId: ports.newId,
  hosts,

  wait: (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
      setTimeout(resolve, milliseconds);
    }),
};
