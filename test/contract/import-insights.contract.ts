/** What every note store promises about imports, which are planned outside and written later. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { NoteStore } from '../../lib/actions/ports';
import type { Insight } from '../../lib/core/insight/insight';
import { ok } from '../../lib/core/result';
import { instant, someCard, someClip, someDraft, someSource, uuid } from '../support/notes';
import { stateOf } from './note-store.contract';

const before = someDraft({ card: someCard({ id: 'ins_seat' }) });
const clip = someClip();
const fresh = someDraft({ key: uuid(0xd1), card: someCard({ id: 'ins_fresh' }) });

/** The insight as a file has it. */
function fromFile(insight: Insight, seconds = 4): Insight {
  const { deletedAt: _, ...live } = insight;
  const card = { ...live.card, title: 'From a file' };
  return { ...live, card, original: '# File', updatedAt: instant(seconds) };
}

export function importInsightsContract(name: string, open: () => Promise<NoteStore>): void {
  let store: NoteStore;

  beforeEach(async () => {
    store = await open();
    await store.saveCapture({ source: someSource(), clip, draft: before });
  });

  describe(`${name}: an import`, () => {
    it('is the same twice as once, and all of it or nothing', async () => {
      const after = fromFile(before);
      const plan = { added: [fresh], updated: [{ before, after }] };
      expect(await store.importInsights(plan)).toEqual(ok([]));
      const once = await stateOf(store);
      expect(once).toMatchObject({ insights: [after, fresh], trash: [] });
      expect(await store.importInsights(plan)).toEqual(ok([]));
      expect(await stateOf(store)).toEqual(once);

      const broken = { ...fresh, key: uuid(0xd3), updatedAt: 'never' };
      const added = [{ ...fresh, key: uuid(0xd2) }, broken];
      expect(await store.importInsights({ added, updated: [] })).toMatchObject({ ok: false });
      expect(await stateOf(store)).toEqual(once);
    });

    it('writes over hundreds at once', async () => {
      const added = Array.from({ length: 300 }, (_, n) =>
        someDraft({ key: uuid(n + 0x1000), card: someCard({ id: `ins_${n}` }) }),
      );
      expect(await store.importInsights({ added, updated: [] })).toEqual(ok([]));
      const updated = added.map((each) => ({ before: each, after: fromFile(each) }));
      expect(await store.importInsights({ added: [], updated })).toEqual(ok([]));
      expect(await store.getInsight(uuid(0x1000))).toEqual(updated[0]?.after);
    });

    it('leaves what was edited since it was planned, hands it back, and takes the rest', async () => {
      const role = (insight: Insight) => ({
        ...insight,
        card: { ...insight.card, operatorRole: 'Founder' },
      });
      const edited = await store.updateInsight(before.key, role, instant(4));
      if (!edited.ok || !edited.value) throw new Error('not edited');
      const plan = { added: [fresh], updated: [{ before, after: fromFile(before) }] };
      expect(await store.importInsights(plan)).toEqual(ok([edited.value]));
      expect(await store.getInsight(before.key)).toEqual(edited.value);
      expect(await store.getInsight(fresh.key)).toEqual(fresh);
    });

    it('leaves in the trash what was put there since, with its clips', async () => {
      await store.trashInsights([before.key], instant(3));
      const state = await stateOf(store);
      const plan = { added: [], updated: [{ before, after: fromFile(before) }] };
      expect(await store.importInsights(plan)).toEqual(ok([{ ...before, deletedAt: instant(3) }]));
      expect(await stateOf(store)).toEqual(state);
    });

    it('brings an insight out of the trash with its clips, when that is the plan', async () => {
      await store.trashInsights([before.key], instant(3));
      const after = fromFile(before);
      const trashed = { ...before, deletedAt: instant(3) };
      const plan = { added: [], updated: [{ before: trashed, after }] };
      expect(await store.importInsights(plan)).toEqual(ok([]));
      const once = await stateOf(store);
      expect(once).toMatchObject({ insights: [after], trash: [], clips: [clip] });
      expect(await store.importInsights(plan)).toEqual(ok([]));
      expect(await stateOf(store)).toEqual(once);
    });

    it('adds no second card of the same id, and none over another', async () => {
      const sameId = { ...fresh, card: before.card };
      const sameKey = { ...before, card: fresh.card };
      const added = [sameId, sameKey];
      expect(await store.importInsights({ added, updated: [] })).toEqual(ok([before, before]));
      expect(await store.allInsights()).toEqual([before]);
    });

    it('may bring an id that another collection has too', async () => {
      const codexCard = { ...before, key: 'codex/ins_seat', collection: 'codex' };
      expect(await store.importInsights({ added: [codexCard], updated: [] })).toEqual(ok([]));
      expect(await store.allInsights()).toHaveLength(2);
    });
  });

  describe(`${name}: a card id`, () => {
    const named = (insight: Insight): Insight => ({
      ...insight,
      status: 'ready',
      card: { ...insight.card, id: 'ins_seat' },
    });
    const draft = someDraft({ key: uuid(0xd5) });

    it.each([
      ['', () => undefined],
      [' in the trash', () => store.trashInsights([before.key], instant(2))],
    ])('is not given to another insight of the same collection%s', async (_, prepare) => {
      await prepare();
      await store.saveInsight(draft);
      expect(await store.updateInsight(draft.key, named, instant(5))).toEqual(ok(draft));
      expect(await store.getInsight(draft.key)).toEqual(draft);
    });

    it('is no obstacle to the insight that has it, nor in another collection', async () => {
      const codexCard = {
        ...before,
        key: 'codex/ins_new',
        collection: 'codex',
        card: someCard({ id: 'ins_new' }),
      };
      await store.importInsights({ added: [codexCard], updated: [] });
      expect(await store.updateInsight(before.key, named, instant(5))).toMatchObject({
        value: { status: 'ready' },
      });
      await store.saveInsight(draft);
      const taken = (insight: Insight) => ({ ...insight, card: codexCard.card });
      expect(await store.updateInsight(draft.key, taken, instant(5))).toMatchObject({
        value: { card: { id: 'ins_new' } },
      });
    });
  });
}
