/** What every index store promises; run on each that there is, with the note store beside it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { IndexStore, NoteStore } from '../../lib/actions/ports';
import type { SavedIndex } from '../../lib/core/match/saved-index';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes';

const draft = someDraft();
const clip = someClip();
const other = someDraft({ key: uuid(0xd1), updatedAt: instant(60) });

/** An index that says which one it is. */
export function someIndex(n: number): SavedIndex {
  const numbers = Uint32Array.from([n, n + 1, n + 2]);
  const bytes = Uint8Array.from([n]);
  return {
    format: 1,
    buffers: { bytes, none: new Uint8Array(), numbers: new Uint8Array(numbers.buffer) },
  };
}

export function indexStoreContract(
  name: string,
  open: () => Promise<{ store: NoteStore; index: IndexStore }>,
): void {
  let store: NoteStore;
  let index: IndexStore;

  const staleKeys = async () => (await index.stale()).marks.map(({ key }) => key);
  /** Applies everything, as a page that opens does, and stores it. */
  async function settle(n: number): Promise<number | undefined> {
    const loaded = await index.loadIndex();
    const { marks } = await index.stale();
    return await index.saveIndex(someIndex(n), loaded?.generation ?? 0, marks);
  }

  beforeEach(async () => {
    ({ store, index } = await open());
  });

  describe(`${name}: the stored index`, () => {
    it('is none at first, and comes back as it was stored', async () => {
      expect(await index.loadIndex()).toBeUndefined();
      await store.saveInsight(draft);
      expect(await index.saveIndex(someIndex(1), 0, [])).toBe(1);
      expect(await index.loadIndex()).toEqual({ generation: 1, saved: someIndex(1) });
      expect(await index.saveIndex(someIndex(2), 1, [])).toBe(2);
      expect(await index.loadIndex()).toEqual({ generation: 2, saved: someIndex(2) });
      expect((await index.stale()).generation).toBe(2);
    });

    it('is not written over by one that rests on an older', async () => {
      await store.saveInsight(draft);
      const { marks } = await index.stale();
      await index.saveIndex(someIndex(1), 0, []);
      expect(await index.saveIndex(someIndex(2), 0, marks)).toBeUndefined();
      expect(await index.saveIndex(someIndex(2), 7, marks)).toBeUndefined();
      expect(await index.loadIndex()).toEqual({ generation: 1, saved: someIndex(1) });
      expect(await staleKeys()).toEqual([draft.key]);
    });

    it('is dropped on demand with everything marked, and no number is given twice', async () => {
      await store.saveInsight(draft);
      await store.saveInsight(other);
      await store.trashInsights([other.key], instant(1));
      expect(await settle(1)).toBe(1);
      await index.resetIndex();
      expect(await index.loadIndex()).toBeUndefined();
      const { generation, marks } = await index.stale();
      expect(generation).toBe(0);
      expect(marks.map(({ key }) => key)).toEqual([draft.key, other.key]);
      expect(await index.saveIndex(someIndex(2), 1, marks)).toBeUndefined();
      expect(await index.saveIndex(someIndex(2), 0, marks)).toBe(2);
      expect(await staleKeys()).toEqual([]);
    });
  });

  describe(`${name}: the marks`, () => {
    beforeEach(async () => {
      await store.saveCapture({ source: someSource(), clip, draft });
      await store.saveInsight(other);
    });

    it('name what changed since, each insight once, in the order of keys', async () => {
      expect(await staleKeys()).toEqual([draft.key, other.key]);
      await settle(1);
      expect(await staleKeys()).toEqual([]);
      const rename = (title: string) =>
        store.updateInsight(
          other.key,
          (old) => ({ ...old, card: someCard({ title }) }),
          instant(9),
        );
      await rename('A');
      await rename('B');
      expect(await staleKeys()).toEqual([other.key]);
      await store.undoCapture(clip.id, instant(10));
      expect(await staleKeys()).toEqual([draft.key, other.key]);
    });

    it.each([
      [
        'a clip captured',
        [0],
        () => store.saveCapture({ source: someSource(), clip: someClip({ id: uuid(9) }) }),
      ],
      ['a clip moved', [0, 1], () => store.moveClip(clip.id, other.key, 'evidence', instant(9))],
      ['a clip taken back', [0], () => store.undoCapture(clip.id, instant(9))],
      ['an insight trashed', [1], () => store.trashInsights([other.key], instant(9))],
      [
        'an insight imported',
        [2],
        () =>
          store.importInsights({
            added: [someDraft({ key: uuid(0xd2), card: someCard({ id: 'ins_new' }) })],
            updated: [],
          }),
      ],
    ])('tell of %s', async (_, touched, write) => {
      await settle(1);
      await write();
      expect(await staleKeys()).toEqual(touched.map((n) => uuid(0xd0 + n)));
    });

    it('tell of what comes back', async () => {
      await store.undoCapture(clip.id, instant(9));
      await settle(1);
      await store.redoCapture(clip.id);
      expect(await staleKeys()).toEqual([draft.key]);
      await settle(2);
      await store.trashInsights([draft.key], instant(10));
      await settle(3);
      await store.restoreInsights([draft.key]);
      expect(await staleKeys()).toEqual([draft.key]);
    });

    it('stay where the insight was touched again since they were read', async () => {
      const { marks } = await index.stale();
      await store.updateInsight(
        other.key,
        (old) => ({ ...old, card: someCard({ title: 'A' }) }),
        instant(9),
      );
      expect(await index.saveIndex(someIndex(1), 0, marks)).toBe(1);
      expect(await staleKeys()).toEqual([other.key]);
    });

    it('stay where they were not applied', async () => {
      const { marks } = await index.stale();
      await index.saveIndex(someIndex(1), 0, marks.slice(1));
      expect(await staleKeys()).toEqual([draft.key]);
    });

    it('are not made by what no index reads', async () => {
      await settle(1);
      await store.saveLink({
        id: uuid(0xe0),
        from: draft.key,
        to: other.key,
        type: 'limits',
        why: '',
        createdAt: instant(1),
      });
      await store.dismiss({
        id: uuid(0xb0),
        insightKey: draft.key,
        sourceKey: 'https://a.test/',
        terms: [],
        at: instant(1),
      });
      await store.trashInsights(['nobody'], instant(1));
      expect(await staleKeys()).toEqual([]);
    });
  });

  describe(`${name}: documents`, () => {
    it('come with their live clips, oldest first, and not from the trash', async () => {
      await store.saveCapture({ source: someSource(), clip, draft });
      const older = someClip({ id: uuid(0xc1), capturedAt: instant(-9) });
      const undone = someClip({ id: uuid(0xc2) });
      for (const each of [older, undone])
        await store.saveCapture({ source: someSource(), clip: each });
      await store.undoCapture(undone.id, instant(5));
      await store.saveInsight(other);
      expect(await index.documentsOf([draft.key, 'nobody'])).toEqual([
        { insight: draft, clips: [older, clip] },
      ]);
      await store.trashInsights([draft.key], instant(9));
      expect(await index.documentsOf([draft.key, other.key])).toEqual([
        { insight: other, clips: [] },
      ]);
      expect(await index.documentsOf([])).toEqual([]);
    });
  });
}
