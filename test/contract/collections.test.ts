/** Loaded codexes from end to end without a browser: the actions over the real store. */
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyToOwn, undoCopies } from '../../lib/actions/copy-to-own';
import { loadFiles } from '../../lib/actions/load-files';
import { loadIndex, type IndexLoadOptions } from '../../lib/actions/load-index';
import type { Collection } from '../../lib/core/insight/collection';
import { createCollectionStore } from '../../lib/storage/collection-store';
import { createDatabase, type NoteDatabase } from '../../lib/storage/database';
import { createNoteStore } from '../../lib/storage/note-store';
import { fakeHost, type FakeHost } from '../support/fake-host';
import { instant, someClip, someSource, uuid } from '../support/notes';
import { madeCard } from '../support/served-codex';

const top = 'https://codex.example/';
const collection: Collection = {
  id: 'codex',
  name: 'codex',
  origin: { kind: 'index', address: `${top}INDEX.json` },
  createdAt: instant(0),
};

let databases = 0;
let db: NoteDatabase;
let host: FakeHost;
let seconds = 0;

const portsOf = () => {
  const clock = { now: () => instant((seconds += 1)), today: () => '2026-05-01' };
  let made = 1000;
  return {
    store: createCollectionStore(db),
    notes: createNoteStore(db),
    clock,
    newId: () => uuid((made += 1)),
    hosts: host,
    wait: () => Promise.resolve(),
  };
};
type Ports = ReturnType<typeof portsOf>;
let ports: Ports;

beforeEach(() => {
  db = createDatabase(`collections-${(databases += 1)}-`);
  host = fakeHost();
  ports = portsOf();
});

/** Puts cards on the host, with an index whose records tell their versions where it has records. */
function publish(cards: Readonly<Record<number, string>>, hasRecords = true): void {
  host.files.clear();
  const entries = Object.entries(cards).map(([n, text]) => {
    const path = `insights/ins_orchard-number-${n}.md`;
    host.files.set(top + path, text);
    return hasRecords ? { path, size: text.length } : path;
  });
  host.files.set(`${top}INDEX.json`, JSON.stringify(entries));
}

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [n + 1, madeCard(n + 1)]));

const load = (options: Partial<IndexLoadOptions> = {}) =>
  loadIndex(ports, collection, {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    ...options,
  });
const asked = () => host.asked.splice(0).filter((address) => address.endsWith('.md')).length;
const ids = async () => (await ports.notes.allInsights()).map(({ card }) => card.id).sort();

describe('from an address', () => {
  it('asks for six at a time at most, and again only for what has another record', async () => {
    publish(many(60));
    expect(await load()).toMatchObject({ ok: true, value: { added: 60, isWhole: true } });
    expect(host.most).toBe(6);
    expect(asked()).toBe(60);
    expect(await load()).toMatchObject({ ok: true, value: { added: 0, unchanged: 60 } });
    expect(asked()).toBe(0);
    const cards = { ...many(60), 3: madeCard(3, 'It was replanted.'), 61: madeCard(61) };
    delete (cards as Record<number, string>)[4];
    publish(cards);
    expect(await load()).toMatchObject({
      value: { added: 1, changed: 1, removed: 1, unchanged: 58 },
    });
    expect(asked()).toBe(2);
    expect(await ids()).not.toContain('ins_orchard-number-4');
  });

  it.each([true, false])(
    'asked for every card, writes only what changed (tags: %s)',
    async (hasTags) => {
      host.hasTags = hasTags;
      publish(many(10), false);
      await load();
      asked();
      const before = await db.meta.get('revision');
      publish({ ...many(10), 2: madeCard(2, 'It was replanted.') }, false);
      expect(await load({ isThorough: true })).toMatchObject({
        value: { changed: 1, unchanged: 9 },
      });
      expect(asked()).toBe(10);
      expect(await db.stale.toArray()).toContainEqual(
        expect.objectContaining({ keys: ['codex/ins_orchard-number-2'] }),
      );
      expect(before).toBeDefined();
    },
  );

  it.each([true, false])('goes on where it was cancelled (records: %s)', async (hasRecords) => {
    publish(many(40), hasRecords);
    const stop = new AbortController();
    host.before = () => {
      if (host.asked.length > 20) stop.abort();
    };
    expect(await load({ signal: stop.signal })).toMatchObject({ value: { isWhole: false } });
    const kept = (await ids()).length;
    expect(kept).toBeGreaterThan(0);
    expect((await ports.store.getCollection('codex'))?.loadedAt).toBeUndefined();
    asked();
    host.before = () => undefined;
    expect(await load()).toMatchObject({ value: { isWhole: true, added: 40 - kept } });
    expect(asked()).toBe(40 - kept);
    expect(await ids()).toHaveLength(40);
  });

  it('tries again where the host is busy, and reports what stays out while the rest goes on', async () => {
    publish({ ...many(5), 4: '---\nid: ins_torn\nx\n---\n' });
    const at = (n: number) => `${top}insights/ins_orchard-number-${n}.md`;
    host.failures.set(at(1), { failure: { kind: 'busy', status: 503 }, times: 3 });
    host.failures.set(at(2), { failure: { kind: 'busy', status: 429 }, times: 9 });
    host.files.delete(at(3));
    expect(await load()).toMatchObject({ value: { added: 2, broken: 3, isWhole: true } });
    const rows = await ports.store.filesOf('codex');
    expect(new Set(rows.flatMap(({ fault }) => fault?.reason ?? []))).toEqual(
      new Set(['bad-line', 'fetch-busy', 'fetch-refused']),
    );
    publish(many(5));
    host.failures.clear();
    asked();
    expect(await load()).toMatchObject({ value: { added: 3, broken: 0, unchanged: 2 } });
    expect(asked()).toBe(3);
  });

  it('stops where the host has fallen silent, and keeps what came in', async () => {
    publish(many(80));
    for (let n = 31; n <= 80; n += 1) {
      const address = `${top}insights/ins_orchard-number-${n}.md`;
      host.failures.set(address, { failure: { kind: 'unreachable' }, times: Infinity });
    }
    expect(await load()).toMatchObject({ ok: false, error: { kind: 'interrupted' } });
    expect(await ids()).toHaveLength(30);
    expect(host.asked.length).toBeLessThan(110);
  });

  it('is no collection at all where the index is none', async () => {
    host.files.set(`${top}INDEX.json`, '<!doctype html>');
    expect(await load()).toMatchObject({
      error: { kind: 'index-failed', reason: { kind: 'web-page' } },
    });
    expect(await ports.store.allCollections()).toEqual([]);
  });

  it('ends when the collection is removed meanwhile', async () => {
    publish(many(60));
    await load();
    publish({ ...many(60), 1: madeCard(1, 'Replanted.') });
    let removal: Promise<unknown> | undefined;
    host.before = () => {
      removal ??= ports.store.removeCollection('codex', instant(0));
    };
    // The index is asked for before the collection is looked up: let the removal win.
    const loading = load();
    await removal;
    await loading;
    host.before = () => undefined;
    const left = await ports.notes.allInsights();
    const collections = await ports.store.allCollections();
    expect(left.every((each) => collections.some(({ id }) => id === each.collection))).toBe(true);
  });
});

describe('from files', () => {
  async function* files(cards: Readonly<Record<number, string>>) {
    const all = Object.entries(cards).map(([n, text]) => ({ path: `ins_${n}.md`, text }));
    yield { total: all.length, files: all, unread: [] };
  }
  const own: Collection = { ...collection, id: 'disk', origin: { kind: 'folder', name: 'disk' } };
  const options = { signal: new AbortController().signal, onProgress: () => undefined };

  it('changes what has changed, and refuses files of another codex', async () => {
    expect(await loadFiles(ports, own, files(many(700)), options)).toMatchObject({
      value: { added: 700 },
    });
    const next = { ...many(699), 1: madeCard(1, 'Replanted.') };
    expect(await loadFiles(ports, own, files(next), options)).toMatchObject({
      value: { added: 0, changed: 1, removed: 1, unchanged: 698 },
    });
    const other = Object.fromEntries(
      Array.from({ length: 600 }, (_, n) => [n + 9000, madeCard(n + 9000)]),
    );
    expect(await loadFiles(ports, own, files(other), options)).toEqual({
      ok: false,
      error: { kind: 'other-codex' },
    });
    expect(await ids()).toHaveLength(699);
  });

  it('leaves nothing behind where there is no card', async () => {
    const none = files({ 1: '# Notes\n' });
    expect(await loadFiles(ports, own, none, options)).toMatchObject({
      error: { kind: 'no-cards' },
    });
    expect(await ports.store.allCollections()).toEqual([]);
  });
});

describe('a loaded codex', () => {
  beforeEach(async () => {
    publish(many(3));
    await load();
  });

  it('is removed with all it holds, and comes back whole', async () => {
    const everything = async () =>
      Promise.all([db.insights, db.collections, db.collectionFiles].map((each) => each.toArray()));
    const before = await everything();
    const removed = await ports.store.removeCollection('codex', instant(9));
    expect(await everything()).toEqual([[], [], []]);
    if (!removed.ok || !removed.value) throw new Error('not removed');
    await ports.store.restoreCollection(removed.value);
    expect(await everything()).toEqual(before);
  });

  it('keeps a card that has clips, also when the codex has it no more', async () => {
    const key = 'codex/ins_orchard-number-1';
    const clip = someClip({ insightKey: key });
    await ports.notes.saveCapture({ source: someSource(), clip });
    publish({ 2: madeCard(2), 3: madeCard(3) });
    await load();
    expect(await ids()).toContain('ins_orchard-number-1');

    const removed = await ports.store.removeCollection('codex', instant(9));
    expect(await ports.notes.allClips()).toEqual([]);
    if (!removed.ok || !removed.value) throw new Error('not removed');
    await ports.store.restoreCollection(removed.value);
    expect(await ports.notes.allClips()).toEqual([clip]);
  });

  it('is copied from, each copy once under an id that is free, and the copies can be taken back', async () => {
    const keys = [1, 2, 2].map((n) => `codex/ins_orchard-number-${n}`);
    const first = await copyToOwn(ports, keys.slice(0, 2));
    const second = await copyToOwn(ports, [keys[1] ?? '', 'nobody']);
    if (!first.ok || !second.ok) throw new Error('not copied');
    expect(second.value.map(({ insight }) => insight.card.id)).toEqual(['ins_orchard-number-2-2']);
    const own = await db.insights.where('collection').equals('own').toArray();
    expect(own).toHaveLength(3);
    expect(await db.links.toArray()).toHaveLength(3);
    await undoCopies(ports, [...first.value, ...second.value]);
    expect(await db.links.toArray()).toEqual([]);
    expect((await ports.notes.trashedInsights()).map(({ collection: whose }) => whose)).toEqual([
      'own',
      'own',
      'own',
    ]);
  });

  it('has its copies taken back whole or not at all', async () => {
    const keys = [1, 2].map((n) => `codex/ins_orchard-number-${n}`);
    const copied = await copyToOwn(ports, keys);
    if (!copied.ok) throw new Error('not copied');
    const full = new Dexie.QuotaExceededError();
    vi.spyOn(db.insights, 'bulkPut').mockReturnValueOnce(Dexie.Promise.reject(full));
    expect(await undoCopies(ports, copied.value)).toMatchObject({ ok: false });
    expect(await db.links.toArray()).toHaveLength(2);
    expect(await ports.notes.trashedInsights()).toEqual([]);
  });
});
