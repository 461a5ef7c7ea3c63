/** Links on the real store: what a person or a card says is taken out of both ends and put back. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { removeLink } from '../../lib/actions/remove-link';
import { emptyCard, type Card } from '../../lib/core/codex/card';
import { collectLinks } from '../../lib/core/codex/collect-links';
import type { Insight } from '../../lib/core/insight/insight';
import type { Link } from '../../lib/core/insight/link';
import { createDatabase, type NoteDatabase } from '../../lib/storage/database';
import { createLinkStore } from '../../lib/storage/link-store';
import { createNoteStore } from '../../lib/storage/note-store';
import { instant, someCard, someDraft, someLink, uuid } from '../support/notes';
import { testPorts } from '../support/ports';

let databases = 0;
let db: NoteDatabase;

beforeEach(() => {
  db = createDatabase(`remove-link-${(databases += 1)}-`);
});

function insight(name: string, sections: Partial<Card['sections']>, collection = 'own'): Insight {
  const related = name === 'a' ? ['ins_b'] : ['ins_a'];
  const card = someCard({ id: `ins_${name}`, related });
  return someDraft({
    key: `${collection}/${name}`,
    collection,
    status: 'ready',
    card: { ...card, sections: { ...emptyCard().sections, ...sections } },
  });
}

const a = insight('a', { crossReferences: '- `ins_b` — why', counterEvidence: 'Prose.' });
const b = insight('b', { counterEvidence: 'Contradicted by `ins_a`: why.' });

async function linked(insights: readonly Insight[], links: readonly Link[] = []) {
  const store = createNoteStore(db);
  await store.importInsights({ added: insights, updated: [] });
  for (const link of links) await store.saveLink(link);
  const ports = { ...testPorts(), links: createLinkStore(db) };
  const [one, other] = insights;
  if (!one || !other) throw new Error('two are linked');
  return {
    remove: async (drawn?: Link) => {
      const removed = await removeLink(ports, { ends: [one, other], drawn, links });
      if (!removed.ok) throw new Error(removed.error.kind);
      return removed.value;
    },
    cards: async () => (await store.allInsights()).map(({ card }) => card),
    views: async () => collectLinks(await store.allInsights(), await store.allLinks()),
    store,
  };
}

test('what both cards say goes from both, and one undo brings it back', async () => {
  const { remove, views, cards } = await linked([a, b]);
  expect((await views()).size).toBe(2);
  const undo = await remove();
  expect((await views()).size).toBe(0);
  expect(await cards()).toMatchObject([
    { related: [], sections: { crossReferences: '', counterEvidence: 'Prose.' } },
    { related: [], sections: { counterEvidence: '' } },
  ]);
  await undo();
  expect(await cards()).toEqual([a.card, b.card]);
});

test('a drawn link takes the words of the cards along, unless another link remains', async () => {
  const link = someLink({ from: a.key, to: b.key });
  const second = someLink({ id: uuid(0xe1), from: a.key, to: b.key, type: 'limits' });
  const { remove, cards, store } = await linked([a, b], [link, second]);
  await remove(second);
  expect(await store.allLinks()).toEqual([link]);
  expect(await cards()).toEqual([a.card, b.card]);
});

test('the last drawn link goes with all that the cards say', async () => {
  const link = someLink({ from: a.key, to: b.key });
  const { remove, views, cards, store } = await linked([a, b], [link]);
  const undo = await remove(link);
  expect((await views()).size).toBe(0);
  await undo();
  expect(await store.allLinks()).toEqual([link]);
  expect(await cards()).toEqual([a.card, b.card]);
});

test('a card of a loaded codex is never changed', async () => {
  const loaded = insight('b', { counterEvidence: 'Contradicts `ins_a`.' }, 'codex');
  const { remove, cards, store } = await linked([a, loaded]);
  const undo = await remove();
  const [own, other] = await cards();
  expect(other === undefined || own === undefined).toBe(false);
  expect(await store.getInsight(loaded.key)).toEqual(loaded);
  expect((await store.getInsight(a.key))?.card.related).toEqual([]);
  await undo();
  expect((await store.getInsight(a.key))?.card).toEqual(a.card);
});

test('the store makes a change whole or not at all', async () => {
  const loaded = insight('b', {}, 'codex');
  const { store } = await linked([a, loaded]);
  const links = createLinkStore(db);
  const untitled = (card: Card) => ({ ...card, title: '' });
  const cards = new Map([a.key, loaded.key].map((key) => [key, untitled] as const));
  expect(await links.changeLinks({ put: [someLink()], cards }, instant(1))).toEqual({
    ok: false,
    error: { kind: 'read-only-collection' },
  });
  expect(await store.allLinks()).toEqual([]);
  expect(await store.getInsight(a.key)).toEqual(a);
  const broken = { ...someLink(), id: 'x' };
  expect(await links.changeLinks({ put: [broken] }, instant(1))).toMatchObject({ ok: false });
});
