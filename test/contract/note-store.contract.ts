/** What every note store promises; run on each that there is. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Capture, NoteStore } from '../../lib/actions/ports';
import { reattach } from '../../lib/core/insight/reattach';
import { ok } from '../../lib/core/result';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes';

/** All that the store holds and shows, the trash included, in an order that can be compared. */
export async function stateOf(store: NoteStore): Promise<unknown> {
  const byKey = <T extends { key: string }>(records: T[]) =>
    records.sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    insights: byKey(await store.allInsights()),
    trash: byKey(await store.trashedInsights()),
    clips: await store.allClips(),
    trashedClips: await store.trashedClips(),
    sources: byKey(await store.allSources()),
    links: (await store.allLinks()).sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

const draft = someDraft();
const clip = someClip();
const capture: Capture = { source: someSource(), clip, draft };

/** An insight that was edited since it was made. */
const edited = someDraft({ key: uuid(0xd1), updatedAt: instant(60) });
const codexCard = someDraft({ key: 'codex/ins_seats', collection: 'codex', status: 'ready' });

export function noteStoreContract(name: string, open: () => Promise<NoteStore>): void {
  let store: NoteStore;

  beforeEach(async () => {
    store = await open();
  });

  describe(`${name}: captures`, () => {
    it('stores clip, source and draft, and the same ids only once', async () => {
      expect(await store.saveCapture(capture)).toEqual(ok(undefined));
      const once = await stateOf(store);
      expect(once).toEqual({
        insights: [draft],
        trash: [],
        clips: [clip],
        trashedClips: [],
        sources: [someSource()],
        links: [],
      });
      const again = {
        source: someSource({ lastSeenAt: instant(9) }),
        clip: { ...clip, note: 'other' },
        draft: { ...draft, card: someCard({ title: 'other' }) },
      };
      expect(await store.saveCapture(again)).toEqual(ok(undefined));
      expect(await stateOf(store)).toEqual(once);
    });

    it('adds a clip to an insight that is there, and merges the source', async () => {
      await store.saveCapture(capture);
      const second = someClip({ id: uuid(0xc1), capturedAt: instant(5) });
      const source = someSource({ firstSeenAt: instant(5), lastSeenAt: instant(5), metadata: {} });
      expect(await store.saveCapture({ source, clip: second })).toEqual(ok(undefined));
      expect(await store.allClips()).toEqual([clip, second]);
      expect(await store.allSources()).toEqual([
        someSource({ url: source.url, lastSeenAt: instant(5) }),
      ]);
    });

    it('brings an insight out of the trash when a clip is added to it', async () => {
      await store.saveCapture(capture);
      await store.trashInsights([draft.key], instant(10));
      await store.saveCapture({ source: someSource(), clip: someClip({ id: uuid(0xc1) }) });
      expect((await store.allClips()).map(({ id }) => id)).toEqual([clip.id, uuid(0xc1)]);
      expect(await store.trashedInsights()).toEqual([]);
    });

    it.each([
      ['no insight', { source: someSource(), clip }],
      ['another draft', { source: someSource(), clip, draft: edited }],
      ['a broken clip', { ...capture, clip: { ...clip, id: 'no-uuid' } }],
      ['a broken draft', { ...capture, draft: { ...draft, createdAt: 'yesterday' } }],
      ['a broken source', { ...capture, source: someSource({ key: '' }) }],
    ])('refuses a clip with %s and stores nothing', async (_, broken) => {
      expect(await store.saveCapture(broken)).toMatchObject({
        ok: false,
        error: { kind: 'storage-failed' },
      });
      expect(await stateOf(store)).toEqual({
        insights: [],
        trash: [],
        clips: [],
        trashedClips: [],
        sources: [],
        links: [],
      });
    });

    it('takes a capture back and brings it back whole', async () => {
      await store.saveCapture(capture);
      const before = await stateOf(store);
      expect(await store.undoCapture(clip.id, instant(10))).toEqual(ok(true));
      expect(await store.allClips()).toEqual([]);
      expect(await store.allInsights()).toEqual([]);
      expect(await store.getClip(clip.id)).toEqual({ ...clip, deletedAt: instant(10) });
      expect(await store.trashedInsights()).toEqual([{ ...draft, deletedAt: instant(10) }]);

      const taken = await stateOf(store);
      expect(await store.undoCapture(clip.id, instant(11))).toEqual(ok(true));
      expect(await stateOf(store)).toEqual(taken);

      expect(await store.redoCapture(clip.id)).toEqual(ok(true));
      expect(await stateOf(store)).toEqual(before);
      expect(await store.redoCapture(clip.id)).toEqual(ok(true));
      expect(await stateOf(store)).toEqual(before);
    });

    it('takes back only the clip when its draft was edited', async () => {
      await store.saveCapture(capture);
      await store.updateInsight(
        draft.key,
        (old) => ({ ...old, card: someCard({ title: 'Mine' }) }),
        instant(3),
      );
      await store.undoCapture(clip.id, instant(10));
      expect(await store.allClips()).toEqual([]);
      expect(await store.trashedInsights()).toEqual([]);
    });

    it('takes back only the clip when its draft has another', async () => {
      await store.saveCapture(capture);
      const second = someClip({ id: uuid(0xc1) });
      await store.saveCapture({ source: someSource(), clip: second });
      await store.undoCapture(clip.id, instant(10));
      expect(await store.allClips()).toEqual([second]);
      expect(await store.trashedInsights()).toEqual([]);
    });

    it('says so when there is no such clip', async () => {
      const nobody = uuid(0xff);
      expect(await store.undoCapture(nobody, instant(1))).toEqual(ok(false));
      expect(await store.redoCapture(nobody)).toEqual(ok(false));
      expect(await store.setNote(nobody, 'x')).toEqual(ok(false));
      expect(await store.moveClip(nobody, draft.key, 'evidence', instant(1))).toEqual(ok(false));
      expect(await store.getClip(nobody)).toBeUndefined();
    });

    it('attaches a clip to another place, and keeps where it was', async () => {
      await store.saveCapture(capture);
      const other = { ...clip.target, source: 'https://elsewhere.example/' };
      expect(await store.reattachClip(uuid(0xff), other, instant(1))).toEqual(ok(false));
      expect(await store.reattachClip(clip.id, other, instant(1))).toEqual(ok(true));
      expect(await store.getClip(clip.id)).toEqual(reattach(clip, other, instant(1)));
      const torn = { ...other, source: 'x'.repeat(8_001) };
      expect(await store.reattachClip(clip.id, torn, instant(2))).toMatchObject({ ok: false });
    });

    it('keeps a note, and says yes when it is the same', async () => {
      await store.saveCapture(capture);
      expect(await store.setNote(clip.id, 'Ask Mira.')).toEqual(ok(true));
      expect(await store.setNote(clip.id, 'Ask Mira.')).toEqual(ok(true));
      expect(await store.getClip(clip.id)).toEqual({ ...clip, note: 'Ask Mira.' });
      expect(await store.getInsight(draft.key)).toEqual(draft);
      expect(await store.setNote(clip.id, 'x'.repeat(20_001))).toMatchObject({ ok: false });
    });
  });

  describe(`${name}: a clip that moves`, () => {
    beforeEach(async () => {
      await store.saveCapture(capture);
      await store.saveInsight(edited);
    });

    it('takes its untouched draft out of sight, and brings it back when it returns', async () => {
      const before = await stateOf(store);
      const moved = await store.moveClip(clip.id, edited.key, 'counter-evidence', instant(10));
      expect(moved).toEqual(ok(true));
      expect(await store.allClips()).toEqual([
        { ...clip, insightKey: edited.key, role: 'counter-evidence' },
      ]);
      expect(await store.allInsights()).toEqual([edited]);
      expect(await store.trashedInsights()).toEqual([{ ...draft, deletedAt: instant(10) }]);

      expect(await store.moveClip(clip.id, draft.key, 'evidence', instant(20))).toEqual(ok(true));
      expect(await stateOf(store)).toEqual(before);
    });

    it('leaves an edited draft where it is', async () => {
      await store.updateInsight(
        draft.key,
        (old) => ({ ...old, card: someCard({ title: 'Mine' }) }),
        instant(3),
      );
      await store.moveClip(clip.id, edited.key, 'evidence', instant(10));
      expect(await store.trashedInsights()).toEqual([]);
    });

    it('can change its role and stay', async () => {
      await store.moveClip(clip.id, draft.key, 'counter-evidence', instant(10));
      expect(await store.allClips()).toEqual([{ ...clip, role: 'counter-evidence' }]);
      expect(await store.trashedInsights()).toEqual([]);
    });

    it('goes nowhere when there is no such insight', async () => {
      const before = await stateOf(store);
      expect(await store.moveClip(clip.id, 'nobody', 'evidence', instant(10))).toEqual(ok(false));
      expect(await stateOf(store)).toEqual(before);
    });

    it('may go to a card of a loaded codex: the card itself stays as it is', async () => {
      await store.importInsights({ added: [codexCard], updated: [] });
      await store.moveClip(clip.id, codexCard.key, 'counter-evidence', instant(10));
      expect(await store.getInsight(codexCard.key)).toEqual(codexCard);
      expect(await store.clipsOfInsights([codexCard.key])).toHaveLength(1);
    });
  });

  describe(`${name}: insights`, () => {
    it('adds a new one and never writes over one that is there', async () => {
      await store.saveInsight(draft);
      await store.saveInsight({ ...draft, card: someCard({ title: 'other' }) });
      expect(await store.getInsight(draft.key)).toEqual(draft);
      expect(await store.getInsight('nobody')).toBeUndefined();
    });

    it('applies a change to what is stored, and moves the stamp forward', async () => {
      await store.saveInsight(draft);
      const rename = (title: string) =>
        store.updateInsight(
          draft.key,
          (old) => ({ ...old, card: { ...old.card, title } }),
          instant(9),
        );
      const renamed = { ...draft, card: someCard({ title: 'A' }), updatedAt: instant(9) };
      expect(await rename('A')).toEqual(ok(renamed));
      expect(await rename('A')).toEqual(ok(renamed));
      expect(await store.getInsight(draft.key)).toEqual(renamed);
      expect(await rename('B')).toMatchObject({ value: { updatedAt: instant(9.001) } });
    });

    it('keeps every one of many changes made at once', async () => {
      await store.saveInsight(draft);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          store.updateInsight(
            draft.key,
            (old) => ({ ...old, card: { ...old.card, domain: [...old.card.domain, `tag-${n}`] } }),
            instant(9),
          ),
        ),
      );
      const stored = await store.getInsight(draft.key);
      expect(stored?.card.domain.toSorted()).toEqual(
        Array.from({ length: 20 }, (_, n) => `tag-${n}`).toSorted(),
      );
    });

    it('refuses a change that breaks the schema and keeps what was', async () => {
      await store.saveInsight(draft);
      const result = await store.updateInsight(
        draft.key,
        (old) => ({ ...old, status: 'done' as 'ready' }),
        instant(9),
      );
      expect(result).toMatchObject({ ok: false, error: { kind: 'storage-failed' } });
      expect(await store.getInsight(draft.key)).toEqual(draft);
      expect(await store.updateInsight('nobody', (old) => old, instant(1))).toEqual(ok(undefined));
    });

    it('lets a bug in a change be thrown, and keeps what was', async () => {
      await store.saveInsight(draft);
      const bug = () => {
        throw new TypeError('bug');
      };
      await expect(store.updateInsight(draft.key, bug, instant(1))).rejects.toThrow('bug');
      expect(await store.getInsight(draft.key)).toEqual(draft);
    });

    it('leaves a read-only collection alone', async () => {
      await store.importInsights({ added: [codexCard], updated: [] });
      const refused = { ok: false, error: { kind: 'read-only-collection' } };
      expect(await store.saveInsight({ ...codexCard, key: 'codex/ins_new' })).toEqual(refused);
      expect(await store.updateInsight(codexCard.key, (old) => old, instant(1))).toEqual(refused);
      expect(await store.trashInsights([codexCard.key], instant(1))).toEqual(refused);
      expect(await store.allInsights()).toEqual([codexCard]);
    });

    it('trashes insights with their clips and restores just those', async () => {
      await store.saveCapture(capture);
      const undone = someClip({ id: uuid(0xc1) });
      await store.saveCapture({ source: someSource(), clip: undone });
      await store.undoCapture(undone.id, instant(5));
      const before = await stateOf(store);

      await store.trashInsights([draft.key, 'nobody'], instant(10));
      expect(await store.allClips()).toEqual([]);
      expect(await store.clipsOfInsights([draft.key])).toEqual([]);
      expect(await store.clipsOfSource(clip.sourceKey)).toEqual([]);
      const trashed = await stateOf(store);
      await store.trashInsights([draft.key], instant(11));
      expect(await stateOf(store)).toEqual(trashed);

      await store.restoreInsights([draft.key, 'nobody']);
      await store.restoreInsights([draft.key]);
      expect(await stateOf(store)).toEqual(before);
    });

    it('lists the trash, the last one trashed first', async () => {
      await store.saveInsight(draft);
      await store.saveInsight(edited);
      await store.trashInsights([draft.key], instant(10));
      await store.trashInsights([edited.key], instant(20));
      expect((await store.trashedInsights()).map(({ key }) => key)).toEqual([
        edited.key,
        draft.key,
      ]);
    });
  });

  describe(`${name}: clips in the trash`, () => {
    const second = someClip({ id: uuid(0xc1), capturedAt: instant(1) });
    const third = someClip({ id: uuid(0xc2), capturedAt: instant(2) });

    beforeEach(async () => {
      await store.saveCapture(capture);
      for (const each of [second, third]) {
        await store.saveCapture({ source: someSource(), clip: each });
      }
    });

    it('are listed while their insight is not there too, the last one trashed first', async () => {
      await store.undoCapture(third.id, instant(10));
      await store.undoCapture(second.id, instant(20));
      const listed = [
        { ...second, deletedAt: instant(20) },
        { ...third, deletedAt: instant(10) },
      ];
      expect(await store.trashedClips()).toEqual(listed);
      await store.trashInsights([draft.key], instant(30));
      expect(await store.trashedClips()).toEqual([]);
      const along = await store.clipsTrashedWith(await store.trashedInsights());
      expect(along).toMatchObject([{ id: clip.id, deletedAt: instant(30) }]);
      await store.restoreInsights([draft.key]);
      expect(await store.trashedClips()).toEqual(listed);
    });

    it('are listed no longer once they are back', async () => {
      const before = await stateOf(store);
      await store.undoCapture(second.id, instant(10));
      await store.redoCapture(second.id);
      expect(await stateOf(store)).toEqual(before);
    });
  });

  describe(`${name}: look-ups`, () => {
    it('finds the clips of insights and of a source, oldest first', async () => {
      await store.saveInsight(edited);
      await store.saveCapture({ ...capture, clip: someClip({ capturedAt: instant(30) }) });
      const other = someClip({
        id: uuid(0xc1),
        insightKey: edited.key,
        sourceKey: 'https://other.test/',
        capturedAt: instant(20),
      });
      await store.saveCapture({ source: someSource({ key: other.sourceKey }), clip: other });
      const ids = async (clips: Promise<{ id: string }[]>) => (await clips).map(({ id }) => id);
      expect(await ids(store.clipsOfInsights([draft.key]))).toEqual([clip.id]);
      expect(await ids(store.clipsOfInsights([draft.key, edited.key]))).toEqual([
        other.id,
        clip.id,
      ]);
      expect(await ids(store.clipsOfInsights([]))).toEqual([]);
      expect(await ids(store.clipsOfSource(other.sourceKey))).toEqual([other.id]);
    });

    it('hands out copies: changing one changes nothing here', async () => {
      await store.saveCapture(capture);
      const insight = await store.getInsight(draft.key);
      insight!.card.title = 'changed outside';
      expect(await store.getInsight(draft.key)).toEqual(draft);
    });
  });
}
