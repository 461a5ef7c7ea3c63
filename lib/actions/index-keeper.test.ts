import { expect, it, vi } from 'vitest';
import { anId, anInsight } from '../../test/support/builders';
import { createMemoryIndex } from '../../test/support/memory-index';
import { testPorts } from '../../test/support/ports';
import type { MatchIndex } from '../core/match/match-index';
import { librarySize } from '../core/match/match-index';
import { matchPage } from '../core/match/match-page';
import { createIndexKeeper } from './index-keeper';

const insights = (count: number, from = 1) =>
  Array.from({ length: count }, (_, at) =>
    anInsight({ key: anId(from + at), card: { id: `ins_${from + at}` } }),
  );

async function library(count: number) {
  const { store } = testPorts();
  await store.importInsights({ added: insights(count), updated: [] });
  return { store, notes: createMemoryIndex(store) };
}

const ranked = (index: MatchIndex) => {
  const text = 'People who reach their first result within one session come back.';
  const page = { passages: [{ text, start: 0, end: text.length }] };
  return matchPage(index, page, { threshold: 0, limit: 100 });
};

it('holds what was written before the call, without storing a few changes', async () => {
  const { store, notes } = await library(3);
  const keeper = createIndexKeeper(notes);
  expect(librarySize(await keeper.current())).toBe(3);
  await store.trashInsights([anId(1)], '2026-03-01T10:00:00.000Z');
  expect(librarySize(await keeper.current())).toBe(2);
  expect(await keeper.settle()).toBe(false);
  expect(await notes.loadIndex()).toBeUndefined();
});

it('stores the index where much has changed, and another page loads it as it is', async () => {
  const { notes } = await library(80);
  const keeper = createIndexKeeper(notes);
  const index = await keeper.current();
  expect(await keeper.settle()).toBe(true);
  expect((await notes.stale()).marks).toEqual([]);
  const read = vi.spyOn(notes, 'documentsOf');
  const other = await createIndexKeeper(notes).current();
  expect(read).not.toHaveBeenCalled();
  expect(ranked(other)).toEqual(ranked(index));
});

it('goes on from what another page has stored meanwhile', async () => {
  const { store, notes } = await library(80);
  const [one, two] = [createIndexKeeper(notes), createIndexKeeper(notes)];
  await one.current();
  await two.current();
  await one.settle();
  await store.importInsights({ added: insights(5, 200), updated: [] });
  expect(librarySize(await two.current())).toBe(85);
  expect(ranked(await two.current())).toEqual(ranked(await one.current()));
});

it('makes the index anew from the notes where the stored one is of another layout', async () => {
  const { notes } = await library(80);
  const stored = { format: 0, buffers: {} };
  await createIndexKeeper(notes).current();
  const { generation, marks } = await notes.stale();
  await notes.saveIndex(stored, generation, marks);
  expect(librarySize(await createIndexKeeper(notes).current())).toBe(80);
});

it('says so where the stored index is of another layout and a newer build has the database', async () => {
  const { notes } = await library(3);
  await notes.saveIndex({ format: 0, buffers: {} }, 0, (await notes.stale()).marks);
  vi.spyOn(notes, 'resetIndex').mockRejectedValue(new Error('a newer build'));
  const load = vi.spyOn(notes, 'loadIndex');
  load.mockResolvedValueOnce(await notes.loadIndex()).mockRejectedValue(new Error('asked again'));
  await expect(createIndexKeeper(notes).current()).rejects.toThrow('newer build');
});

it('tells how far it has come with a large library', async () => {
  const { notes } = await library(1200);
  const seen: number[] = [];
  await createIndexKeeper(notes).current((done, all) => seen.push(done, all));
  expect(seen).toEqual([0, 1200, 500, 1200, 1000, 1200]);
});

it('asks for changes only after it has heard of a write, where it hears of them', async () => {
  const { store, notes } = await library(3);
  let heard = 0;
  const keeper = createIndexKeeper(notes, () => heard);
  expect(librarySize(await keeper.current())).toBe(3);
  const ask = vi.spyOn(notes, 'stale');
  await keeper.current();
  expect(ask).not.toHaveBeenCalled();
  await store.trashInsights([anId(1)], '2026-03-01T10:00:00.000Z');
  heard += 1;
  expect(librarySize(await keeper.current())).toBe(2);
  expect(ask).toHaveBeenCalledOnce();
});
