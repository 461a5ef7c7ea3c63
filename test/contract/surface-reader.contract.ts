/** What every surface reader promises; run on each that there is, written by the store beside it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { CodexDocument } from '../../lib/core/codex/codex-document';
import type { NoteStore, SurfaceReader } from '../../lib/actions/ports';
import type { Insight } from '../../lib/core/insight/insight';
import {
  instant,
  someCard,
  someClip,
  someDocument,
  someDraft,
  someLink,
  someSource,
  uuid,
} from '../support/notes';

const harbor = 'https://harbor.test/pricing';
const draft = someDraft();
const seats = someDraft({
  key: uuid(0xd1),
  card: someCard({ id: 'ins_seats', related: ['ins_plans'], sourceUrl: `${harbor}/?utm_source=x` }),
});
const plans = someDraft({ key: uuid(0xd2), card: someCard({ id: 'ins_plans' }) });
const codexPlans = { ...plans, key: 'codex/ins_plans', collection: 'codex' };
const clip = someClip();
const elsewhere = someClip({
  id: uuid(0xc1),
  insightKey: plans.key,
  sourceKey: 'https://other.test/',
  capturedAt: instant(-5),
});

const keysOf = async (insights: Promise<Insight[]>) =>
  (await insights).map(({ key }) => key).sort();

export function surfaceReaderContract(
  name: string,
  open: () => Promise<{
    store: NoteStore;
    reader: SurfaceReader;
    putDocuments: (documents: readonly CodexDocument[]) => Promise<unknown>;
  }>,
): void {
  let store: NoteStore;
  let reader: SurfaceReader;
  let putDocuments: (documents: readonly CodexDocument[]) => Promise<unknown>;

  const insightsOfSource = async (key: string) => [...(await reader.notesOfSource(key)).insights];

  beforeEach(async () => {
    ({ store, reader, putDocuments } = await open());
  });

  describe(`${name}: an empty library`, () => {
    it('answers with nothing', async () => {
      expect(await reader.libraryIsEmpty()).toBe(true);
      expect(await reader.insightsOf([draft.key])).toEqual([]);
      expect(await reader.notesOfSource(harbor)).toEqual({ insights: [], clips: [] });
      expect(await reader.dismissals()).toEqual([]);
    });

    it('is empty again when all is in the trash', async () => {
      await store.saveInsight(draft);
      await store.saveInsight(seats);
      await store.trashInsights([draft.key], instant(1));
      expect(await reader.libraryIsEmpty()).toBe(false);
      await store.trashInsights([seats.key], instant(1));
      expect(await reader.libraryIsEmpty()).toBe(true);
    });
  });

  describe(`${name}: a library`, () => {
    beforeEach(async () => {
      await store.saveCapture({ source: someSource(), clip, draft });
      await store.saveInsight(seats);
      const source = someSource({ key: elsewhere.sourceKey });
      await store.saveCapture({ source, clip: elsewhere, draft: plans });
      await store.importInsights({ added: [codexPlans], updated: [] });
    });

    it('gives insights by key, each once', async () => {
      const found = await reader.insightsOf([seats.key, 'nobody', draft.key, seats.key]);
      expect(found.sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual([draft, seats]);
      expect(await reader.insightsOf([])).toEqual([]);
    });

    it('gives insights by card id, in every collection, and none for the empty id', async () => {
      expect(await keysOf(reader.insightsWithIds(['ins_plans', '', 'ins_none']))).toEqual([
        plans.key,
        codexPlans.key,
      ]);
      expect(await reader.insightsWithIds([''])).toEqual([]);
    });

    it('gives the insights whose card names another, as the card stands now', async () => {
      expect(await keysOf(reader.insightsNaming(['ins_plans', 'ins_none']))).toEqual([seats.key]);
      const forget = (insight: Insight) => ({ ...insight, card: { ...insight.card, related: [] } });
      await store.updateInsight(seats.key, forget, instant(9));
      expect(await reader.insightsNaming(['ins_plans'])).toEqual([]);
    });

    it('gives the documents that name a card, each once, those in the trash aside', async () => {
      const names = ['ins_plans', 'ins_seats'];
      const own = someDocument({ names });
      const loaded = someDocument({
        key: 'codex/con_x',
        collection: 'codex',
        names: ['ins_seats'],
      });
      const gone = someDocument({ key: uuid(0xf1), names, deletedAt: instant(1) });
      await putDocuments([own, loaded, gone]);
      const keys = async (ids: readonly string[]) =>
        (await reader.documentsNaming(ids)).map(({ key }) => key).sort();
      expect(await keys(names)).toEqual([own.key, loaded.key]);
      expect(await keys(['ins_plans'])).toEqual([own.key]);
      expect(await keys(['ins_none'])).toEqual([]);
    });

    it('gives the insights of a source: by the card’s own address, or by a clip', async () => {
      expect(await keysOf(insightsOfSource(harbor))).toEqual([draft.key, seats.key]);
      expect(await keysOf(insightsOfSource(elsewhere.sourceKey))).toEqual([plans.key]);
      expect((await reader.notesOfSource(elsewhere.sourceKey)).clips).toEqual([elsewhere]);
      await store.undoCapture(elsewhere.id, instant(9));
      expect(await reader.notesOfSource(elsewhere.sourceKey)).toEqual({ insights: [], clips: [] });
      const move = (insight: Insight) => ({ ...insight, card: someCard({ sourceUrl: 'unknown' }) });
      await store.updateInsight(seats.key, move, instant(9));
      expect(await keysOf(insightsOfSource(harbor))).toEqual([draft.key]);
    });

    it('gives clips, oldest first, and links from either end, each once', async () => {
      expect(await reader.clipsOfInsights([draft.key, plans.key])).toEqual([elsewhere, clip]);
      await store.saveLink(someLink());
      await store.saveLink(someLink({ id: uuid(0xe1), from: plans.key, to: draft.key }));
      expect(await reader.linksOf([seats.key])).toEqual([someLink()]);
      expect(await reader.linksOf([draft.key, seats.key, plans.key])).toHaveLength(2);
    });

    it('gives nothing of what lies in the trash', async () => {
      await store.trashInsights([draft.key, seats.key], instant(9));
      expect(await reader.insightsOf([draft.key])).toEqual([]);
      expect(await reader.insightsWithIds(['ins_seats'])).toEqual([]);
      expect(await reader.insightsNaming(['ins_plans'])).toEqual([]);
      expect(await insightsOfSource(harbor)).toEqual([]);
      expect(await reader.clipsOfInsights([draft.key])).toEqual([]);
      await store.restoreInsights([draft.key, seats.key]);
      expect(await keysOf(reader.insightsNaming(['ins_plans']))).toEqual([seats.key]);
    });

    it('finds each of many, near together and far apart', async () => {
      const many = Array.from({ length: 300 }, (_, n) =>
        someDraft({ key: uuid(0x1000 + n), card: someCard({ id: `ins_many-${n}` }) }),
      );
      await store.importInsights({ added: many, updated: [] });
      const keys = many.map(({ key }) => key);
      expect(await keysOf(reader.insightsOf(keys))).toEqual(keys);
      const scattered = [draft.key, ...keys.filter((_, n) => n % 7 === 0), plans.key];
      expect(await keysOf(reader.insightsOf(scattered))).toEqual(scattered.sort());
    });
  });

  describe(`${name}: dismissals`, () => {
    const dismissal = {
      id: uuid(0xb0),
      insightKey: draft.key,
      sourceKey: harbor,
      terms: ['seat'],
      at: instant(1),
    };

    it('keeps one for an insight and a source, the last', async () => {
      await store.dismiss(dismissal);
      await store.dismiss(dismissal);
      const onOther = { ...dismissal, id: uuid(0xb1), sourceKey: 'https://other.test/' };
      const again = { ...dismissal, id: uuid(0xb2), terms: [] };
      await store.dismiss(onOther);
      await store.dismiss(again);
      expect(await reader.dismissals()).toEqual([onOther, again]);
      expect(await store.allDismissals()).toEqual([onOther, again]);
    });

    it('forgets one, and one that is not there', async () => {
      await store.dismiss(dismissal);
      expect(await store.undismiss(dismissal.id)).toMatchObject({ ok: true });
      expect(await store.undismiss(dismissal.id)).toMatchObject({ ok: true });
      expect(await reader.dismissals()).toEqual([]);
    });

    it('refuses a broken one', async () => {
      expect(await store.dismiss({ ...dismissal, id: 'no-uuid' })).toMatchObject({ ok: false });
      expect(await reader.dismissals()).toEqual([]);
    });
  });
}
