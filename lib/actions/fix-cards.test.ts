import { expect, test } from 'vitest';
import { createMemoryStore } from '../../test/support/memory-store';
import { instant, someCard, someDraft, uuid } from '../../test/support/notes';
import type { Fix } from '../core/codex/check-finding';
import type { Insight } from '../core/insight/insight';
import { fixCards, undoFixes, type CardFixes } from './fix-cards';

const answer = (id: string): Fix => ({ kind: 'add-related', id });
const respell: Fix = { kind: 'replace', field: 'operator', from: 'swyx', to: 'Swyx' };

async function setUp(count = 2, over: Partial<Insight> = {}) {
  const store = createMemoryStore();
  const insights = Array.from({ length: count }, (_, n) =>
    someDraft({
      key: uuid(n),
      card: someCard({ id: `ins_${n}`, operator: 'swyx', related: ['ins_x'] }),
      original: `file ${n}`,
      ...over,
    }),
  );
  for (const insight of insights) {
    if (insight.collection === 'own') await store.saveInsight(insight);
    else await store.importInsights({ added: [insight], updated: [] });
  }
  const ports = { store, clock: { now: () => instant(5), today: () => '2026-05-01' } };
  const cardOf = async (n: number) => (await store.getInsight(uuid(n)))?.card;
  return { store, ports, insights, cardOf };
}

const all: CardFixes[] = [
  { key: uuid(0), fixes: [answer('ins_y'), answer('ins_z'), respell] },
  { key: uuid(1), fixes: [respell] },
];

test('fixes what is stored, and one Undo gives every field back', async () => {
  const { ports, insights, cardOf, store } = await setUp();
  const fixed = await fixCards(ports, all);
  expect(fixed.ok && fixed.value).toEqual([
    {
      key: uuid(0),
      before: { operator: 'swyx', related: ['ins_x'] },
      after: { operator: 'Swyx', related: ['ins_x', 'ins_y', 'ins_z'] },
    },
    { key: uuid(1), before: { operator: 'swyx' }, after: { operator: 'Swyx' } },
  ]);
  expect(await cardOf(0)).toMatchObject({ operator: 'Swyx', related: ['ins_x', 'ins_y', 'ins_z'] });
  expect((await store.getInsight(uuid(0)))?.updatedAt).toBe(instant(5));
  expect((await store.getInsight(uuid(0)))?.original).toBe('file 0');

  if (fixed.ok) await undoFixes(ports, fixed.value);
  expect(await cardOf(0)).toEqual(insights[0]!.card);
  expect(await cardOf(1)).toEqual(insights[1]!.card);
});

test('what was edited since stays, field by field', async () => {
  const { ports, store, cardOf } = await setUp();
  const fixed = await fixCards(ports, all);
  await store.updateInsight(
    uuid(0),
    (insight) => ({ ...insight, card: { ...insight.card, related: ['ins_mine'], title: 'Mine' } }),
    instant(6),
  );
  const undone = fixed.ok && (await undoFixes(ports, fixed.value));
  expect(undone && undone.ok && undone.value.map(({ key }) => key)).toEqual([uuid(0), uuid(1)]);
  expect(await cardOf(0)).toMatchObject({ operator: 'swyx', related: ['ins_mine'], title: 'Mine' });
});

test('a fix that is not needed any more, and an insight that is gone, are passed over', async () => {
  const { ports, store } = await setUp();
  await store.trashInsights([uuid(1)], instant(3));
  const again: CardFixes[] = [
    { key: uuid(0), fixes: [answer('ins_x')] },
    { key: uuid(1), fixes: [respell] },
    { key: uuid(9), fixes: [respell] },
  ];
  expect(await fixCards(ports, again)).toEqual({ ok: true, value: [] });
});

test('a read-only collection is never written, and after a failure nothing is', async () => {
  const codex = await setUp(1, { collection: 'codex' });
  expect(await fixCards(codex.ports, all)).toEqual({
    ok: false,
    error: { kind: 'read-only-collection' },
  });
  const full = await setUp();
  full.store.failWith({ kind: 'storage-full' });
  expect(await fixCards(full.ports, all)).toEqual({ ok: false, error: { kind: 'storage-full' } });
  expect(await full.cardOf(0)).toMatchObject({ operator: 'swyx' });
});

test('an insight that another page writes at that moment is left to it', async () => {
  const { ports, store, cardOf } = await setUp();
  const racing = {
    ...store,
    importInsights: async (plan: Parameters<typeof store.importInsights>[0]) => {
      await store.updateInsight(
        uuid(0),
        (insight) => ({ ...insight, card: { ...insight.card, title: 'Theirs' } }),
        instant(9),
      );
      return store.importInsights(plan);
    },
  };
  const fixed = await fixCards({ ...ports, store: racing }, all);
  expect(fixed.ok && fixed.value.map(({ key }) => key)).toEqual([uuid(1)]);
  expect(await cardOf(0)).toMatchObject({ operator: 'swyx', title: 'Theirs' });
});

test('many at once are one write', async () => {
  const { ports, store, cardOf } = await setUp(120);
  let writes = 0;
  const counting = {
    ...store,
    importInsights: (plan: Parameters<typeof store.importInsights>[0]) => {
      writes += 1;
      return store.importInsights(plan);
    },
  };
  const requests = Array.from({ length: 120 }, (_, n) => ({ key: uuid(n), fixes: [respell] }));
  const fixed = await fixCards({ ...ports, store: counting }, requests);
  expect([fixed.ok && fixed.value.length, writes]).toEqual([120, 1]);
  expect(await cardOf(119)).toMatchObject({ operator: 'Swyx' });
});
