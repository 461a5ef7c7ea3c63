/** Everything a person can do to a few clips and insights, in whatever order. */
import * as fc from 'fast-check';
import type { NoteStore } from '../../lib/actions/ports';
import { someCard, someClip, someDraft, someSource, uuid } from './notes';

/** One write, made at an instant. */
export type NoteStep = (store: NoteStore, at: string) => Promise<unknown>;

const clipIds = [uuid(1), uuid(2), uuid(3)];
const keys = [uuid(11), uuid(12), uuid(13)];
const clipId = fc.constantFrom(...clipIds);
const key = fc.constantFrom(...keys);
const role = fc.constantFrom('evidence' as const, 'counter-evidence' as const);

export const noteStep: fc.Arbitrary<NoteStep> = fc.oneof(
  fc.tuple(clipId, key, fc.boolean()).map(
    ([id, insightKey, fresh]): NoteStep =>
      (store, at) =>
        store.saveCapture({
          source: someSource({ firstSeenAt: at, lastSeenAt: at }),
          clip: someClip({ id, insightKey, capturedAt: at }),
          ...(fresh && { draft: someDraft({ key: insightKey, createdAt: at, updatedAt: at }) }),
        }),
  ),
  clipId.map(
    (id): NoteStep =>
      (store, at) =>
        store.undoCapture(id, at),
  ),
  clipId.map(
    (id): NoteStep =>
      (store) =>
        store.redoCapture(id),
  ),
  fc.tuple(clipId, key, role).map(
    ([id, to, as]): NoteStep =>
      (store, at) =>
        store.moveClip(id, to, as, at),
  ),
  fc.tuple(key, fc.constantFrom('A', 'B')).map(
    ([k, title]): NoteStep =>
      (store, at) =>
        store.updateInsight(k, (insight) => ({ ...insight, card: someCard({ title }) }), at),
  ),
  fc.subarray(keys).map(
    (some): NoteStep =>
      (store, at) =>
        store.trashInsights(some, at),
  ),
  fc.subarray(keys).map(
    (some): NoteStep =>
      (store) =>
        store.restoreInsights(some),
  ),
);

/** An import of one card: new, or in place of what is there. */
export const importStep: fc.Arbitrary<NoteStep> = fc
  .record({ key, title: fc.constantFrom('A', 'B', 'C'), related: fc.subarray(['ins_a', 'ins_b']) })
  .map(({ key: k, title, related }): NoteStep => async (store, at) => {
    const before = await store.getInsight(k);
    const card = someCard({ id: `ins_${k}`, title, related });
    const after = someDraft({ key: k, card, original: '# File', updatedAt: at });
    const plan = before
      ? { added: [], updated: [{ before, after }] }
      : { added: [after], updated: [] };
    return store.importInsights(plan);
  });
