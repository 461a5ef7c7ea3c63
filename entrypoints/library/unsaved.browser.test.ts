import { beforeEach, expect, it } from 'vitest';
import { editCard } from '@/lib/actions/edit-card';
import type { Card } from '@/lib/core/codex/card';
import { createMemoryStore, type MemoryStore } from '../../test/support/memory-store';
import { instant, someCard, someClip, someDraft, someSource } from '../../test/support/notes';
import { createUnsaved, type Clash } from './unsaved';

const card = someCard({ tier: 'A' });
const draft = someDraft({ card });
const clip = someClip({ note: 'Before.' });

let store: MemoryStore;
let clock: { now: () => string; today: () => string };

beforeEach(async () => {
  localStorage.clear();
  store = createMemoryStore();
  let seconds = 10;
  clock = { now: () => instant((seconds += 1)), today: () => '2026-03-02' };
  await store.saveCapture({ source: someSource(), clip, draft });
});

/** A library page in a tab of its own; `close` is the tab's end. */
function aTab() {
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  const unsaved = createUnsaved({ store, clock, tab: crypto.randomUUID(), closed });
  const replay = async () => {
    const clashes: Clash[] = [];
    await unsaved.replay((clash) => clashes.push(clash));
    return clashes;
  };
  return { ...unsaved, replay, close };
}

const elsewhere = (change: Partial<Card>) =>
  editCard({ store, clock }, draft.key, (now) => ({ ...now, ...change }));
const stored = async () => (await store.getInsight(draft.key))!.card;

it('puts a closed tab’s words where they belong, and forgets them', async () => {
  const tab = aTab();
  tab.keeperOf(draft.key)({ title: 'Mine', sections: { claim: 'One claim' } }, card);
  tab.close();
  expect(await aTab().replay()).toEqual([]);
  expect(await stored()).toMatchObject({ title: 'Mine', sections: { claim: 'One claim' } });
  expect(localStorage).toHaveLength(0);
});

it('keeps one tab’s words when another confirms its own on the same card', async () => {
  const [one, two] = [aTab(), aTab()];
  one.keeperOf(draft.key)({ title: 'Mine' }, card);
  const keep = two.keeperOf(draft.key);
  keep({ operator: 'Ines Varga' }, card);
  keep({}, card);
  one.close();
  await aTab().replay();
  expect(await stored()).toMatchObject({ title: 'Mine' });
});

it('leaves a living tab’s words to that tab', async () => {
  const living = aTab();
  living.keeperOf(draft.key)({ title: 'Mine' }, card);
  const replayed = aTab().replay();
  await Promise.race([replayed, navigator.locks.request('any', () => undefined)]);
  expect(await stored()).toEqual(card);
  living.close();
  await replayed;
  expect(await stored()).toMatchObject({ title: 'Mine' });
});

it('a cleared tier and score are cleared after the replay too', async () => {
  const tab = aTab();
  tab.keeperOf(draft.key)({ tier: undefined }, card);
  tab.close();
  expect(await aTab().replay()).toEqual([]);
  expect((await stored()).tier).toBeUndefined();
});

it('never overwrites what was changed since: both texts stay, until the person chooses', async () => {
  const tab = aTab();
  tab.keeperOf(draft.key)({ title: 'Mine', operator: 'Ines Varga' }, card);
  tab.close();
  await elsewhere({ title: 'Newer' });
  const next = aTab();
  const [clash, ...more] = await next.replay();
  expect(more).toEqual([]);
  expect(await stored()).toMatchObject({ title: 'Newer', operator: 'Ines Varga' });
  expect(clash).toMatchObject({ kind: 'card', id: draft.key, fields: [{ field: 'title' }] });
  next.close();

  // Whoever starts next is asked again, and nothing is written meanwhile.
  await elsewhere({ title: card.title });
  const last = aTab();
  expect(await last.replay()).toEqual([clash]);
  expect(await stored()).toMatchObject({ title: card.title });

  const taken = await last.take(clash!);
  expect(await stored()).toMatchObject({ title: 'Mine' });
  expect(localStorage).toHaveLength(0);
  if (!taken.ok || !taken.value) throw new Error('nothing to undo');
  await taken.value();
  expect(await stored()).toMatchObject({ title: card.title });
});

it('undoing takes back what was put in, and not what was typed over it since', async () => {
  const tab = aTab();
  tab.keeperOf(draft.key)({ title: 'Mine', operator: 'Ines Varga' }, card);
  tab.close();
  await elsewhere({ title: 'Newer', operator: 'Somebody' });
  const next = aTab();
  const [clash] = await next.replay();
  const taken = await next.take(clash!);
  await elsewhere({ title: 'Mine, and better' });
  if (!taken.ok || !taken.value) throw new Error('nothing to undo');
  await taken.value();
  expect(await stored()).toMatchObject({ title: 'Mine, and better', operator: 'Somebody' });
});

it('knows its own earlier words again: they are no change made elsewhere', async () => {
  const tab = aTab();
  const keep = tab.keeperOf(draft.key);
  keep({ title: 'M' }, card);
  keep({ title: 'Mine' }, card);
  await elsewhere({ title: 'M' });
  tab.close();
  expect(await aTab().replay()).toEqual([]);
  expect(await stored()).toMatchObject({ title: 'Mine' });
});

it('a note is kept the same way', async () => {
  store.failWith({ kind: 'storage-full' });
  const tab = aTab();
  expect((await tab.saveNote(clip.id, 'Mine.', 'Before.')).ok).toBe(false);
  tab.close();
  store.failWith(undefined);
  expect(await aTab().replay()).toEqual([]);
  expect(await store.getClip(clip.id)).toMatchObject({ note: 'Mine.' });

  store.failWith({ kind: 'storage-full' });
  const other = aTab();
  await other.saveNote(clip.id, 'Older.', 'Mine.');
  other.close();
  store.failWith(undefined);
  await store.setNote(clip.id, 'Newer.');
  const next = aTab();
  const [clash] = await next.replay();
  expect(clash).toMatchObject({ kind: 'note', id: clip.id, fields: [{ value: 'Older.' }] });
  expect(await store.getClip(clip.id)).toMatchObject({ note: 'Newer.' });
  next.discard(clash!);
  expect(localStorage).toHaveLength(0);
});

it('what the store refuses stays for the next time', async () => {
  const tab = aTab();
  tab.keeperOf(draft.key)({ title: 'Mine' }, card);
  tab.close();
  store.failWith({ kind: 'storage-full' });
  const next = aTab();
  expect(await next.replay()).toEqual([]);
  store.failWith(undefined);
  next.close();
  await aTab().replay();
  expect(await stored()).toMatchObject({ title: 'Mine' });
});

it('words that are too long are shown each time, and keep no other from being put in', async () => {
  const tab = aTab();
  const claim = 'long '.repeat(50_000);
  tab.keeperOf(draft.key)({ title: 'Mine', sections: { claim } }, card);
  tab.close();
  const next = aTab();
  const [left, ...more] = await next.replay();
  expect(more).toEqual([]);
  expect(left).toMatchObject({
    refused: true,
    fields: [{ field: 'sections.claim', value: claim }],
  });
  expect(left!.fields).toHaveLength(1);
  expect(await stored()).toMatchObject({ title: 'Mine', sections: { claim: card.sections.claim } });
  next.close();
  const last = aTab();
  expect(await last.replay()).toEqual([left]);
  last.discard(left!);
  expect(localStorage).toHaveLength(0);
});

it('words that the store will not take are shown, too', async () => {
  const tab = aTab();
  store.failWith({ kind: 'storage-failed', detail: 'clip: note' });
  await tab.saveNote(clip.id, 'Mine.', 'Before.');
  tab.close();
  expect(await aTab().replay()).toMatchObject([
    { kind: 'note', refused: true, fields: [{ value: 'Mine.' }] },
  ]);
});
