import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDatabase } from '../../lib/storage/database';
import { createNoteStore } from '../../lib/storage/note-store';
import { createMemoryStore } from '../support/memory-store';
import { noteStep } from '../support/note-steps';
import { instant } from '../support/notes';
import { importInsightsContract } from './import-insights.contract';
import { linksContract } from './links.contract';
import { noteStoreContract, stateOf } from './note-store.contract';

let databases = 0;
const openDexie = async () => createNoteStore(createDatabase(`contract-${(databases += 1)}-`));

noteStoreContract('in memory', async () => createMemoryStore());
noteStoreContract('on IndexedDB', openDexie);
importInsightsContract('in memory', async () => createMemoryStore());
importInsightsContract('on IndexedDB', openDexie);
linksContract('in memory', async () => createMemoryStore());
linksContract('on IndexedDB', openDexie);

it('does the same as the one in memory, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(noteStep, { maxLength: 25 }), async (steps) => {
      const real = await openDexie();
      const model = createMemoryStore();
      for (const [n, take] of steps.entries()) {
        // Every step is made twice: the second time is the caller who never heard the answer.
        for (const store of [real, model]) await take(store, instant(n));
        const once = await stateOf(real);
        expect(once).toEqual(await stateOf(model));
        await take(real, instant(n));
        expect(await stateOf(real)).toEqual(once);
      }
      const live = new Set((await real.allInsights()).map((insight) => insight.key));
      for (const clip of await real.allClips()) expect(live).toContain(clip.insightKey);
    }),
    { numRuns: 150 },
  );
});
