/** What keeping a folder promises when others write at the same time, and when something fails. */
import { describe, expect, it } from 'vitest';
import type { Folder } from '../../lib/actions/folder-ports.ts';
import { importCards } from '../../lib/actions/import-cards.ts';
import { resolveConflict } from '../../lib/actions/resolve-conflict.ts';
import { syncFolder } from '../../lib/actions/sync-folder.ts';
import {
  agreedWorld,
  cardText,
  createWorld,
  expectAtRest as atRest,
  one,
  two,
  type WorldParts,
} from '../support/folder-world.ts';
import { instant } from '../support/notes.ts';

export function folderFailuresContract(name: string, open: () => Promise<WorldParts>): void {
  const empty = async () => createWorld(await open());
  const agreed = async () => agreedWorld(await open());

  describe(`a folder ${name}, among others and after failures`, () => {
    it('two pages at once: each change is made once, and nothing is lost', async () => {
      const parts = await open();
      let before: Promise<unknown> = Promise.resolve();
      const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
        const turn = before.then(work, work);
        before = turn;
        return turn;
      };
      const [left, right] = [createWorld(parts, inTurn), createWorld(parts, inTurn)];
      for (let n = 1; n <= 5; n += 1) await left.files.put(`ins_${n}.md`, cardText(`ins_${n}`));
      const made = await Promise.all([left.changes(), right.changes()]);
      expect(made.map((each) => each.length)).toEqual([5, 0]);
      await Promise.all([
        left.edit('ins_1', (card) => ({ ...card, tier: 'A' })),
        right.edit('ins_1', (card) => ({ ...card, operator: 'Right' })),
        left.swap('ins_1.md', 'Second line.', '2nd line.'),
      ]);
      await Promise.all([left.sync(), right.sync(), left.sync()]);
      expect(await left.files.get('ins_1.md')).toBe(
        cardText('ins_1')
          .replace('tier: B', 'tier: A')
          .replace('operator: Mira Oyelaran', 'operator: Right')
          .replace('Second line.', '2nd line.'),
      );
      await atRest(left);
    });

    it('a file edited just before it is written is planned again', async () => {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      let meddled = false;
      const folder: Folder = {
        ...world.folder,
        async write(path, expected, text) {
          if (!meddled) await world.swap(one, 'Second line.', '2nd line.');
          meddled = true;
          return world.folder.write(path, expected, text);
        },
      };
      const done = await syncFolder(world.ports, folder);
      expect(done).toMatchObject({ ok: true, value: { changes: [{ change: 'merged' }] } });
      expect(await world.files.get(one)).toContain('2nd line.');
      expect(await world.files.get(one)).toContain('tier: A');
      await atRest(world);
    });

    it('an insight edited while its file is taken in is planned again', async () => {
      const world = await agreed();
      await world.swap(one, 'Second line.', '2nd line.');
      let meddled = false;
      const agree: typeof world.folderStore.agree = async (agreements, at) => {
        if (!meddled) await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
        meddled = true;
        return world.folderStore.agree(agreements, at);
      };
      const ports = { ...world.ports, folderStore: { ...world.folderStore, agree } };
      const done = await syncFolder(ports, world.folder);
      expect(done).toMatchObject({ ok: true, value: { changes: [{ change: 'merged' }] } });
      expect((await world.insight('ins_one'))?.card.sections.mechanism).toContain('2nd line.');
      await atRest(world);
    });

    it('stopped anywhere, the next sync ends where an unstopped one does, without a conflict', async () => {
      const prepare = async () => {
        const world = await agreed();
        await world.files.put('ins_three.md', cardText('ins_three'));
        await world.sync();
        await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
        await world.swap(one, 'Second line.', '2nd line.');
        await world.edit('ins_two', (card) => ({ ...card, id: 'ins_second' }));
        await world.remove('ins_three');
        return world;
      };
      const whole = await prepare();
      await whole.sync();
      const expected = await whole.files.paths();
      const textOf = await whole.files.get(one);
      for (let stop = 1; stop <= 8; stop += 1) {
        const world = await prepare();
        let left = stop;
        const crash =
          <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
          async (...args: A) => {
            if ((left -= 1) < 0) throw new Error('crash');
            return work(...args);
          };
        const { folder, folderStore } = world;
        const crashing: Folder = {
          ...folder,
          write: crash(folder.write),
          moveToTrash: crash(folder.moveToTrash),
        };
        const agree = crash(folderStore.agree);
        const ports = { ...world.ports, folderStore: { ...folderStore, agree } };
        await syncFolder(ports, crashing).catch(() => undefined);
        // Whoever goes on typing must not meet a conflict with their own earlier words.
        await world.edit('ins_one', (card) => ({ ...card, operator: 'Later' }));
        await world.sync();
        expect(await world.folderStore.conflicts(), `stopped after ${stop}`).toEqual([]);
        expect(await world.files.paths(), `stopped after ${stop}`).toEqual(expected);
        expect(await world.files.get(one)).toBe(
          textOf?.replace('operator: Mira Oyelaran', 'operator: Later'),
        );
        await atRest(world);
      }
    });

    it('a choice whose own words are no card is refused, and both stay as they are', async () => {
      const world = await agreed();
      const owned = (owner: string) =>
        cardText('ins_one').replace('tier:', `owner: ${owner}\ntier:`);
      await world.files.put(one, owned('Ada'));
      await world.sync();
      await importCards(world.ports, [{ path: one, text: owned('Ben') }]);
      await world.files.put(one, owned('Cem'));
      expect(await world.sync()).toMatchObject({ conflicts: 1 });
      const { key } = (await world.insight('ins_one'))!;
      const solve = (text: string) =>
        resolveConflict(world.ports, world.folder, key, new Map([['key:owner', { text }]]));
      expect(await solve('owner: Ben\nowner: Cem')).toMatchObject({
        ok: false,
        error: { kind: 'no-card', fault: { reason: 'duplicate-key', detail: 'owner' } },
      });
      expect(await world.files.get(one)).toBe(owned('Cem'));
      expect(await solve('owner: Ben and Cem')).toMatchObject({ ok: true });
      expect(await world.files.get(one)).toBe(owned('Ben and Cem'));
      await atRest(world);
    });

    it('a file that was made and not written any more is written the next time', async () => {
      const world = await agreed();
      // A full disk, or a page closed at this moment, leaves a file with nothing in it.
      const full: Folder = {
        ...world.folder,
        async write(path) {
          await world.files.put(path, '');
          return { ok: false, error: { kind: 'folder-full' } };
        },
      };
      const cutShort = async (path: string, id: string) => {
        expect(await syncFolder(world.ports, full)).toMatchObject({ ok: false });
        expect(await world.files.get(path)).toBe('');
        expect((await world.sync()).broken).toEqual([]);
        expect(await world.files.get(path)).toContain(`id: ${id}\n`);
        await atRest(world);
      };
      const { key, ...insight } = (await world.insight('ins_one'))!;
      const card = { ...insight.card, id: 'ins_new' };
      await world.store.saveInsight({ ...insight, key: `${key.slice(0, -4)}abcd`, card });
      await cutShort('ins_new.md', 'ins_new');
      await world.edit('ins_two', (each) => ({ ...each, id: 'ins_second' }));
      await cutShort('insights/ins_second.md', 'ins_second');
      await world.files.remove(one);
      await world.edit('ins_one', (each) => ({ ...each, tier: 'A' }));
      await cutShort(one, 'ins_one');
    });

    it('a file that another program is just replacing is not taken for deleted', async () => {
      const world = await agreed();
      const listing: Folder = {
        ...world.folder,
        async list() {
          const listed = await world.folder.list();
          if (!listed.ok) return listed;
          return { ok: true, value: listed.value.filter(({ path }) => path !== one) };
        },
      };
      expect(await syncFolder(world.ports, listing)).toMatchObject({ ok: true });
      const reading: Folder = {
        ...world.folder,
        async list() {
          const listed = await world.folder.list();
          if (!listed.ok) return listed;
          return { ok: true, value: listed.value.map((each) => ({ ...each, size: -1 })) };
        },
        read: async () => ({ ok: true, value: undefined }),
      };
      expect(await syncFolder(world.ports, reading)).toMatchObject({ value: { changes: [] } });
      expect(await world.store.trashedInsights()).toEqual([]);
      await atRest(world);
    });

    it('suddenly empty: stops and asks; the person says what it means', async () => {
      const world = await agreed();
      await world.files.remove(one);
      await world.files.remove(two);
      const asked = { ok: false, error: { kind: 'many-vanished', gone: 2, of: 2 } };
      expect(await syncFolder(world.ports, world.folder)).toEqual(asked);
      expect(await world.store.allInsights()).toHaveLength(2);
      expect((await world.changes({ onVanished: 'write' })).sort()).toEqual(
        [`file-restored ${one}`, `file-restored ${two}`].sort(),
      );
      expect(await world.files.get(two)).toBe(cardText('ins_two'));
      await world.files.remove(one);
      await world.files.remove(two);
      expect(await world.changes({ onVanished: 'trash' })).toHaveLength(2);
      expect(await world.store.trashedInsights()).toHaveLength(2);
    });

    it('more than twenty and five in a hundred gone: stops and asks', async () => {
      const world = await empty();
      for (let n = 1; n <= 40; n += 1) await world.files.put(`ins_${n}.md`, cardText(`ins_${n}`));
      await world.sync();
      for (let n = 1; n <= 21; n += 1) await world.files.remove(`ins_${n}.md`);
      const asked = { ok: false, error: { kind: 'many-vanished', gone: 21, of: 40 } };
      expect(await syncFolder(world.ports, world.folder)).toEqual(asked);
      await world.files.put('ins_1.md', cardText('ins_1'));
      expect(await world.changes()).toHaveLength(20);
    });

    it('later looks read only what changed', async () => {
      const world = await agreed();
      // Long after the files were written: what they look like from outside can be relied on.
      world.setClock((Date.now() - Date.parse(instant(0))) / 1_000 + 60);
      await world.sync();
      const read: string[] = [];
      const folder: Folder = {
        ...world.folder,
        read(path) {
          read.push(path);
          return world.folder.read(path);
        },
      };
      await syncFolder(world.ports, folder);
      expect(read).toEqual([]);
      await world.swap(two, 'tier: B', 'tier: A');
      await syncFolder(world.ports, folder);
      expect(read).toEqual([two]);
      expect((await world.insight('ins_two'))?.card.tier).toBe('A');
    });

    it('access withdrawn: nothing is done, edits wait, and are made once it is back', async () => {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      await world.remove('ins_two');
      const shut: Folder = { ...world.folder, access: async () => 'prompt' };
      const noAccess = { ok: false, error: { kind: 'no-access' } };
      expect(await syncFolder(world.ports, shut)).toEqual(noAccess);
      expect(await world.files.get(one)).toBe(cardText('ins_one'));
      expect((await world.changes()).sort()).toEqual([`file-trashed ${two}`, `written ${one}`]);
    });

    it('INDEX.json: written when asked, kept up where there is one', async () => {
      const world = await agreed();
      expect((await world.sync({ index: 'keep' })).index).toBeUndefined();
      expect((await world.sync({ index: 'write' })).index).toBe('INDEX.json');
      const ids = async () => {
        const index = JSON.parse((await world.files.get('INDEX.json')) ?? '') as {
          insights: { path: string; tier: string }[];
        };
        return index.insights.map(({ path, tier }) => `${path} ${tier}`);
      };
      expect(await ids()).toEqual([`${one} B`, `${two} B`]);
      await world.edit('ins_two', (card) => ({ ...card, tier: 'A' }));
      await world.remove('ins_one');
      await world.sync({ index: 'keep' });
      expect(await ids()).toEqual([`${two} A`]);
      expect((await world.sync({ index: 'keep' })).index).toBeUndefined();
    });
  });
}
