import { expect, it } from 'vitest';
import { anId, anInsight, aSelection, aSnapshot, passagesOf } from '../../test/support/builders';
import { instant, someDocument, someLink, uuid } from '../../test/support/notes';
import { testPorts } from '../../test/support/ports';
import { createMemoryIndex } from '../../test/support/memory-index';
import type { Clip } from '../core/insight/clip';
import type { Insight } from '../core/insight/insight';
import { matchPageOf } from '../core/match/match-document';
import type { Surfacing } from '../core/match/surfacing';
import type { PageSnapshot } from '../core/source/snapshot';
import { bestMatches } from './best-matches';
import { captureClip } from './capture-clip';
import { createIndexKeeper } from './index-keeper';
import type { NoteStore } from './ports';
import { surfacePage } from './surface-page';

/** As the matcher does it, over a store in memory. */
async function surfaced(store: NoteStore, snapshot: PageSnapshot) {
  const notes = createMemoryIndex(store);
  return await surfacePage(notes, await createIndexKeeper(notes).current(), matchPageOf(snapshot));
}

async function best(store: NoteStore, clip: Clip) {
  const notes = createMemoryIndex(store);
  return await bestMatches(notes, await createIndexKeeper(notes).current(), clip);
}

const claim = anInsight();

const against = anInsight({
  key: anId(2),
  card: {
    id: 'ins_buyers-bring-them-back',
    title: 'Who bought the tool decides who returns',
    sourceUrl: 'https://essays.tidewater.example/buyers',
    sections: {
      claim: 'Procurement contracts keep whole departments on board for years.',
      conditions: '',
      counterEvidence: '',
    },
  },
});

/** Another page that says much the same as `claim`. */
const elsewhere = aSnapshot({
  url: 'https://other.example/report',
  passages: passagesOf(
    'Our cohort study followed newcomers for a year.',
    'People who reach their first result within one session come back, and those who do not reach a first result in the first session rarely come back at all.',
    'The first session decides whether a person stays.',
  ),
});

async function library() {
  const ports = testPorts();
  await ports.store.importInsights({ added: [claim, against], updated: [] });
  return ports;
}

it('gives the closest first, and they stay the closest', async () => {
  const { store } = testPorts();
  // No two say it in the same sentence: what many cards share word for word counts for little.
  const places = ['Alder', 'Birch', 'Cedar', 'Dover', 'Ember', 'Fjord'];
  const added = places.map((place, n) => {
    const said = `People of ${place} who reach their first result within one session come back.`;
    const title = `In ${place} the first session decides whether a person stays`;
    const sections = { claim: said, conditions: '', counterEvidence: '' };
    return anInsight({ key: anId(20 + n), card: { id: '', title, sourceUrl: '', sections } });
  });
  await store.importInsights({ added, updated: [] });
  const notes = createMemoryIndex(store);
  const index = await createIndexKeeper(notes).current();
  const firsts: Surfacing[] = [];
  const page = matchPageOf(elsewhere);
  const whole = await surfacePage(notes, index, page, (first) => firsts.push(first));
  const keys = ({ related }: Surfacing) => related.map(({ match: { key } }) => key);
  expect(whole.related).toHaveLength(6);
  expect(firsts).toHaveLength(1);
  expect(firsts.map(keys)).toEqual([keys(whole).slice(0, 2)]);
  expect(firsts[0]?.counterEvidence).toEqual([]);
  expect(await surfacePage(notes, index, page)).toEqual(whole);
});

it('gives nothing first where the page touches nothing', async () => {
  const { store } = await library();
  const notes = createMemoryIndex(store);
  const index = await createIndexKeeper(notes).current();
  const firsts: Surfacing[] = [];
  const page = aSnapshot({
    url: 'https://kitchen.example/',
    passages: passagesOf('Slice the onions and melt the butter.'),
  });
  await surfacePage(notes, index, matchPageOf(page), (first) => firsts.push(first));
  expect(firsts).toEqual([]);
});

it('shows what the page gave rise to, and what it is related to', async () => {
  const { store } = await library();
  const here = await surfaced(store, aSnapshot());
  expect(here.onThisPage.map(({ insight }) => insight.key)).toEqual([claim.key]);
  const there = await surfaced(store, elsewhere);
  expect(there.onThisPage).toEqual([]);
  expect(there.related.map(({ insight }) => insight.key)).toContain(claim.key);
});

it('knows its own clips by the canonical address', async () => {
  const ports = await library();
  const snapshot = { ...elsewhere, selection: aSelection('first results') };
  const captured = await captureClip(ports, { snapshot, what: { kind: 'selection' } });
  const again = { ...elsewhere, url: `${elsewhere.url}?utm_source=mail#part` };
  const { onThisPage } = await surfaced(ports.store, again);
  expect(onThisPage).toMatchObject([{ clips: [captured.ok && captured.value.clip] }]);
});

it.each([
  ['drawn by a person', someLink({ from: against.key, to: claim.key }), claim],
  [
    'named by a card',
    undefined,
    anInsight({
      card: { sections: { counterEvidence: 'Compare `ins_buyers-bring-them-back`.' } },
    }),
  ],
])('shows a contradiction that is %s', async (_, link, matched) => {
  const { store } = testPorts();
  await store.importInsights({ added: [matched, against], updated: [] });
  if (link) await store.saveLink(link);
  const { counterEvidence } = await surfaced(store, elsewhere);
  expect(counterEvidence).toContainEqual(
    expect.objectContaining({
      counter: expect.objectContaining({ kind: 'contradicting', otherKey: against.key }),
    }),
  );
});

it('calls a card that counter-evidence names by its title', async () => {
  const { store } = testPorts();
  const counter = 'Compare `ins_buyers-bring-them-back`, and `ins_gone`.';
  const matched = anInsight({ card: { sections: { counterEvidence: counter } } });
  await store.importInsights({ added: [matched, against], updated: [] });
  const { counterEvidence } = await surfaced(store, elsewhere);
  expect(counterEvidence).toContainEqual(
    expect.objectContaining({
      counter: expect.objectContaining({
        kind: 'recorded',
        text: 'Compare ins_buyers-bring-them-back, and ins_gone.',
      }),
      titled: `Compare “${against.card.title}”, and ins_gone.`,
    }),
  );
});

it('calls a card that several collections have by its title in the one that names it', async () => {
  const { store } = testPorts();
  const counterEvidence = 'Compare `ins_buyers-bring-them-back`.';
  const collections = [
    ['own', 'As I call it'],
    ['codex', against.card.title],
  ] as const;
  const added = collections.flatMap(([collection, title], n) => [
    anInsight({ key: anId(10 + n), collection, card: { sections: { counterEvidence } } }),
    { ...against, key: anId(20 + n), collection, card: { ...against.card, title } },
  ]);
  await store.importInsights({ added, updated: [] });
  const found = (await surfaced(store, elsewhere)).counterEvidence.flatMap(
    ({ counter, insight, titled }) =>
      counter.kind === 'recorded' ? [[insight.collection, titled]] : [],
  );
  expect(found).toHaveLength(2);
  for (const [collection, title] of collections) {
    expect(found).toContainEqual([collection, `Compare “${title}”.`]);
  }
});

const positions = (one: string, other: string) =>
  `---\nid: con_x\n---\n# X\n\n## Position A, One\n- Card: \`${one}\`\n\n## Position B, Two\n- Card: \`${other}\`\n`;

it.each([
  ['two sides', positions(claim.card.id, against.card.id), ['Who returns?']],
  ['both on one side', positions(`${claim.card.id}\`, \`${against.card.id}`, 'ins_gone'), []],
  ['prose', `---\nid: con_x\n---\n\`${claim.card.id}\` \`${against.card.id}\``, []],
])('shows the other side of a contradiction that has %s', async (_, text, titles) => {
  const { store } = testPorts();
  const plain = {
    ...claim,
    card: {
      ...claim.card,
      related: [],
      sections: { ...claim.card.sections, counterEvidence: '', crossReferences: '' },
    },
  };
  await store.importInsights({ added: [plain, against], updated: [] });
  const names = [claim.card.id, against.card.id];
  const notes = createMemoryIndex(store, [someDocument({ title: 'Who returns?', text, names })]);
  const index = await createIndexKeeper(notes).current();
  const { counterEvidence } = await surfacePage(notes, index, matchPageOf(elsewhere));
  const found = counterEvidence.flatMap(({ counter, other }) =>
    counter.kind === 'contradicting' ? [[counter.document, other?.key]] : [],
  );
  expect(found).toEqual(titles.map((title) => [title, against.key]));
});

it.each([
  ['to the insight', { from: against.key, to: claim.key }],
  ['from the insight', { from: claim.key, to: against.key }],
])('names the contradiction that says what a drawn link %s says', async (_, ends) => {
  const { store } = testPorts();
  await store.importInsights({ added: [claim, against], updated: [] });
  await store.saveLink(someLink({ ...ends, type: 'contradicts' }));
  const names = [claim.card.id, against.card.id];
  const text = positions(claim.card.id, against.card.id);
  const notes = createMemoryIndex(store, [someDocument({ title: 'Who returns?', text, names })]);
  const index = await createIndexKeeper(notes).current();
  const { counterEvidence } = await surfacePage(notes, index, matchPageOf(elsewhere));
  const found = counterEvidence.flatMap(({ counter }) =>
    counter.kind === 'contradicting' ? [counter.document] : [],
  );
  expect(found).toEqual(['Who returns?']);
});

it('shows nothing of an empty library', async () => {
  expect(await surfaced(testPorts().store, aSnapshot())).toEqual({
    onThisPage: [],
    related: [],
    counterEvidence: [],
  });
});

it('offers a fresh clip the insights it could belong to, its own draft left out', async () => {
  const ports = await library();
  const words = 'Those who do not reach a first result in the first session rarely come back.';
  const snapshot = { ...elsewhere, selection: aSelection(words) };
  const captured = await captureClip(ports, { snapshot, what: { kind: 'selection' } });
  if (!captured.ok) throw new Error(captured.error.kind);
  const [first, ...rest] = await best(ports.store, captured.value.clip);
  expect(first).toEqual({ key: claim.key, title: claim.card.title });
  expect(rest.map(({ key }) => key)).not.toContain(captured.value.clip.insightKey);
});

it('offers nothing for a clip without words, or of something else', async () => {
  const ports = await library();
  const page = await captureClip(ports, { snapshot: elsewhere, what: { kind: 'page' } });
  const recipe = await captureClip(ports, {
    snapshot: elsewhere,
    what: { kind: 'typed', quote: 'Fold the butter into the flour and rest the dough overnight.' },
  });
  for (const captured of [page, recipe]) {
    if (!captured.ok) throw new Error(captured.error.kind);
    expect(await best(ports.store, captured.value.clip)).toEqual([]);
  }
});

it('offers an untitled draft by its claim, or by the quote it was started with', async () => {
  const ports = testPorts();
  const words = 'Those who do not reach a first result in the first session rarely come back.';
  const snapshot = { ...elsewhere, selection: aSelection(words) };
  await captureClip(ports, { snapshot, what: { kind: 'selection' } });
  const again = await captureClip(ports, { snapshot, what: { kind: 'selection' } });
  if (!again.ok) throw new Error(again.error.kind);
  expect(await best(ports.store, again.value.clip)).toEqual([{ key: uuid(1), title: words }]);
  await ports.store.updateInsight(
    uuid(1),
    (old) => ({
      ...old,
      card: { ...old.card, sections: { ...old.card.sections, claim: 'Newcomers return.' } },
    }),
    instant(1),
  );
  expect(await best(ports.store, again.value.clip)).toMatchObject([{ title: 'Newcomers return.' }]);
  const blank = (old: Insight) => ({ ...old, card: { ...old.card, title: '  ' } });
  await ports.store.updateInsight(uuid(1), blank, instant(2));
  expect(await best(ports.store, again.value.clip)).toMatchObject([{ title: 'Newcomers return.' }]);
});
