import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { NoteStore } from '../../lib/actions/ports';
import { createDatabase } from '../../lib/storage/database';
import { createNoteStore } from '../../lib/storage/note-store';
import { createMemoryStore } from '../support/memory-store';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes';
import { importInsightsContract } from './import-insights.contract';
import { noteStoreContract, stateOf } from './note-store.contract';

let databases = 0;
const openDexie = async () => createNoteStore(createDatabase(`contract-${(databases += 1)}-`));

noteStoreContract('in memory', async () => createMemoryStore());
noteStoreContract('on IndexedDB', openDexie);
importInsightsContract('in memory', async () => createMemoryStore());
importInsightsContract('on IndexedDB', openDexie);

type Step = (store: NoteStore, at: string) => Promise<unknown>;

const clipIds = [uuid(1), uuid(2), uuid(3)];
const keys = [uuid(11), uuid(12), uuid(13)];
const clipId = fc.constantFrom(...clipIds);
const key = fc.constantFrom(...keys);
const role = fc.constantFrom('evidence' as const, 'counter-evidence' as const);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(clipId, key, fc.boolean()).map(
    ([id, insightKey, fresh]): Step =>
      (store, at) =>
        store.saveCapture({
          source: someSource({ firstSeenAt: at, lastSeenAt: at }),
          clip: someClip({ id, insightKey, capturedAt: at }),
          ...(fresh && { draft: someDraft({ key: insightKey, createdAt: at, updatedAt: at }) }),
        }),
  ),
  clipId.map(
    (id): Step =>
      (store, at) =>
        store.undoCapture(id, at),
  ),
  clipId.map(
    (id): Step =>
      (store) =>
        store.redoCapture(id),
  ),
  fc.tuple(clipId, key, role).map(
    ([id, to, as]): Step =>
      (store, at) =>
        store.moveClip(id, to, as, at),
  ),
  fc.tuple(key, fc.constantFrom('A', 'B')).map(
    ([k, title]): Step =>
      (store, at) =>
        store.updateInsight(k, (insight) => ({ ...insight, card: someCard({ title }) }), at),
  ),
  fc.subarray(keys).map(
    (some): Step =>
      (store, at) =>
        store.trashInsights(some, at),
  ),
  fc.subarray(keys).map(
    (some): Step =>
      (store) =>
        store.restoreInsights(some),
  ),
);

it('does the same as the one in memory, whatever is done in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
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
