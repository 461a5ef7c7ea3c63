/** What keeping a folder promises, case by case, over any real folder and any real database. */
import { describe, expect, it } from 'vitest';
import type { Folder } from '../../lib/actions/folder-ports.ts';
import { resolveConflict, undoResolution } from '../../lib/actions/resolve-conflict.ts';
import { syncFolder } from '../../lib/actions/sync-folder.ts';
import type { MergeChoice } from '../../lib/core/codex/merge-fields.ts';
import { cardText, createWorld, type World, type WorldParts } from '../support/folder-world.ts';
import { instant, someCard, someClip, someDraft, someSource } from '../support/notes.ts';

export function folderContract(name: string, open: () => Promise<WorldParts>): void {
  const [one, two] = ['ins_one.md', 'insights/ins_two.md'];
  const empty = async () => createWorld(await open());

  /** Two cards that folder and library agree on. */
  async function agreed(): Promise<World> {
    const world = await empty();
    await world.files.put(one, cardText('ins_one'));
    await world.files.put(two, cardText('ins_two'));
    expect(await world.changes()).toEqual([`added ${one}`, `added ${two}`]);
    expect(await world.changes()).toEqual([]);
    return world;
  }

  /** What must hold after any sync: nothing is left to do, and what is there is what was said. */
  async function atRest(world: World): Promise<void> {
    const before = await world.files.paths();
    const texts = await Promise.all(before.map((path) => world.files.get(path)));
    expect(await world.changes()).toEqual([]);
    expect(await world.files.paths()).toEqual(before);
    expect(await Promise.all(before.map((path) => world.files.get(path)))).toEqual(texts);
  }

  describe(`a folder ${name}`, () => {
    it('new there: comes in ready, and the file is left byte for byte', async () => {
      const world = await empty();
      const text = cardText('ins_one')
        .replaceAll('\n', '\r\n')
        .replace('tier: B', "tier: 'B' # so");
      await world.files.put(one, text);
      expect(await world.changes()).toEqual([`added ${one}`]);
      expect(await world.insight('ins_one')).toMatchObject({
        status: 'ready',
        original: text,
        card: { tier: 'B', sourceDate: '2026-01' },
      });
      expect(await world.files.get(one)).toBe(text);
      await atRest(world);
    });

    it('broken, twice the same id, contradictions, other Markdown: named or left alone', async () => {
      const world = await agreed();
      const strange = {
        'ins_broken.md': '---\nid: ins_broken\noperator Nobody\n---\n\n# Broken\n',
        'later/ins_one.md': cardText('ins_one', { claim: 'Said twice.' }),
        'contradictions/con_a.md': '---\nid: con_a\n---\n\n# Either\n',
        'patterns/pat_a.md': '---\nid: pat_a\nuses_cards: [ins_one]\n---\n\n# All\n',
        'README.md': '# A codex\n',
        '.git/ins_hidden.md': cardText('ins_hidden'),
      };
      for (const [path, text] of Object.entries(strange)) await world.files.put(path, text);
      const { broken, changes } = await world.sync();
      expect(changes).toEqual([]);
      expect(broken).toEqual([
        { path: 'ins_broken.md', line: 3, reason: 'bad-line', detail: 'operator Nobody' },
        { path: 'later/ins_one.md', line: 2, reason: 'duplicate-id', detail: one },
      ]);
      for (const [path, text] of Object.entries(strange)) {
        expect(await world.files.get(path)).toBe(text);
      }
      expect(await world.store.allInsights()).toHaveLength(2);
      await atRest(world);
    });

    it('a known file that is broken for a while keeps its insight, and edits wait', async () => {
      const world = await agreed();
      await world.swap(one, 'tier: B', 'tier B');
      await world.edit('ins_one', (card) => ({ ...card, operator: 'Mira O.' }));
      expect(await world.sync()).toMatchObject({ changes: [], broken: [{ path: one, line: 11 }] });
      expect(await world.files.get(one)).toContain('tier B');
      await world.swap(one, 'tier B', 'tier: A');
      expect(await world.changes()).toEqual([`merged ${one}`]);
      expect((await world.insight('ins_one'))?.card).toMatchObject({
        tier: 'A',
        operator: 'Mira O.',
      });
      await atRest(world);
    });

    it('edit there: the insight follows', async () => {
      const world = await agreed();
      await world.swap(one, 'tier: B', 'tier: A');
      const text = await world.files.get(one);
      expect(await world.changes()).toEqual([`updated ${one}`]);
      expect(await world.insight('ins_one')).toMatchObject({ original: text, card: { tier: 'A' } });
      expect(await world.files.get(one)).toBe(text);
      await atRest(world);
    });

    it('edit here: the file follows, in that line alone', async () => {
      const world = await agreed();
      const before = await world.files.get(two);
      await world.edit('ins_two', (card) => ({ ...card, tier: 'A' }));
      expect(await world.changes()).toEqual([`written ${two}`]);
      expect(await world.files.get(two)).toBe(before?.replace('tier: B', 'tier: A'));
      await atRest(world);
    });

    it('a clip here: its quote goes into the file, once, and stays a clip', async () => {
      const world = await agreed();
      const insight = await world.insight('ins_one');
      const clip = someClip({ insightKey: insight!.key });
      await world.store.saveCapture({ source: someSource(), clip });
      expect(await world.changes()).toEqual([`written ${one}`]);
      await world.swap(one, 'tier: B', 'tier: A');
      await world.swap(one, '## Evidence\n', '## Evidence\nTheirs.\n\n');
      expect(await world.changes()).toEqual([`updated ${one}`]);
      const text = await world.files.get(one);
      expect(text?.split(clip.quote)).toHaveLength(2);
      expect((await world.insight('ins_one'))?.card.sections.evidence).not.toContain(clip.quote);
      await atRest(world);
      await world.swap(
        one,
        text!.slice(text!.indexOf('\n\n> "Charge'), text!.indexOf('\n\n## Si')),
        '',
      );
      expect(await world.sync()).toMatchObject({ changes: [{ change: 'updated', gone: 1 }] });
      expect(await world.store.allClips()).toEqual([]);
      expect(await world.store.trashedClips()).toMatchObject([{ id: clip.id }]);
      await atRest(world);
    });

    it('edit here and there, in different parts: both have both', async () => {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A', related: ['ins_mine'] }));
      await world.swap(one, 'related: []', 'related: [ins_theirs]');
      await world.swap(one, 'Second line.', '2nd line.');
      expect(await world.changes()).toEqual([`merged ${one}`]);
      const text = cardText('ins_one')
        .replace('tier: B', 'tier: A')
        .replace('related: []', 'related: [ins_theirs, ins_mine]')
        .replace('Second line.', '2nd line.');
      expect(await world.files.get(one)).toBe(text);
      expect((await world.insight('ins_one'))?.card).toMatchObject({
        tier: 'A',
        related: ['ins_theirs', 'ins_mine'],
        sections: { mechanism: 'First line.\n2nd line.\nThird line.' },
      });
      await atRest(world);
    });

    /** The same line changed in two ways. */
    async function inConflict(): Promise<World> {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A', operator: 'Mine' }));
      await world.swap(one, 'tier: B', 'tier: C');
      expect(await world.sync()).toMatchObject({
        conflicts: 1,
        changes: [{ change: 'conflict', path: one }],
      });
      return world;
    }
    const solve = async (world: World, choice: MergeChoice) => {
      const { key } = (await world.insight('ins_one'))!;
      return resolveConflict(world.ports, world.folder, key, new Map([['tier', choice]]));
    };

    it('the same line here and there: both stay as they are until a person chooses', async () => {
      const world = await inConflict();
      expect(await world.files.get(one)).toBe(cardText('ins_one').replace('tier: B', 'tier: C'));
      expect((await world.insight('ins_one'))?.card).toMatchObject({ tier: 'A', operator: 'Mine' });
      expect(await world.folderStore.conflicts()).toMatchObject([
        { path: one, base: cardText('ins_one'), theirs: await world.files.get(one) },
      ]);
      await atRest(world);
      expect(await solve(world, 'mine')).toMatchObject({ ok: true });
      expect(await world.files.get(one)).toBe(
        cardText('ins_one')
          .replace('tier: B', 'tier: A')
          .replace(/operator: .*/, 'operator: Mine'),
      );
      expect(await world.folderStore.conflicts()).toEqual([]);
      await atRest(world);
    });

    it('a choice is undone: both say again what they said', async () => {
      const world = await inConflict();
      const before = [await world.files.get(one), (await world.insight('ins_one'))?.card];
      const solved = await solve(world, 'theirs');
      expect((await world.insight('ins_one'))?.card).toMatchObject({ tier: 'C', operator: 'Mine' });
      await atRest(world);
      if (!solved.ok) throw new Error('not solved');
      expect(await undoResolution(world.ports, world.folder, solved.value)).toMatchObject({
        ok: true,
      });
      expect([await world.files.get(one), (await world.insight('ins_one'))?.card]).toEqual(before);
      expect(await world.folderStore.conflicts()).toHaveLength(1);
      await atRest(world);
    });

    it('a conflict ends by itself when one side is edited to agree', async () => {
      const world = await inConflict();
      await world.swap(one, 'tier: C', 'tier: B');
      expect(await world.changes()).toEqual([`written ${one}`]);
      expect(await world.folderStore.conflicts()).toEqual([]);
      await atRest(world);
    });

    it('a conflict whose file was edited since is not solved blindly', async () => {
      const world = await inConflict();
      await world.swap(one, 'The claim of', 'Another claim of');
      expect(await solve(world, 'mine')).toEqual({ ok: false, error: { kind: 'overtaken' } });
      expect(await world.changes()).toEqual([`conflict ${one}`]);
      expect(await solve(world, 'mine')).toMatchObject({ ok: true });
      expect(await world.files.get(one)).toContain('Another claim of');
      await atRest(world);
    });

    it('delete here: the file goes to the trash folder, and comes back with the insight', async () => {
      const world = await agreed();
      const { key } = (await world.insight('ins_two'))!;
      await world.remove('ins_two');
      expect(await world.changes()).toEqual([`file-trashed ${two}`]);
      expect(await world.files.paths()).toEqual(['.trash/ins_two.md', one]);
      expect(await world.files.get('.trash/ins_two.md')).toBe(cardText('ins_two'));
      await atRest(world);
      await world.store.restoreInsights([key]);
      expect(await world.changes()).toEqual(['created ins_two.md']);
      expect(await world.files.get('ins_two.md')).toBe(cardText('ins_two'));
      await world.remove('ins_two');
      await world.sync();
      expect(await world.files.paths()).toEqual(['.trash/ins_two-2.md', '.trash/ins_two.md', one]);
    });

    it('delete there: the insight goes to the trash', async () => {
      const world = await agreed();
      await world.files.remove(one);
      expect(await world.changes()).toEqual([`insight-trashed ${one}`]);
      expect(await world.trashed('ins_one')).toBeDefined();
      await atRest(world);
    });

    it('delete there, edit here: the edit wins, and the file is there again', async () => {
      const world = await agreed();
      await world.files.remove(one);
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      expect(await world.changes()).toEqual([`file-restored ${one}`]);
      expect(await world.files.get(one)).toBe(cardText('ins_one').replace('tier: B', 'tier: A'));
      await atRest(world);
    });

    it('delete here, edit there: the edit wins, and the insight is there again', async () => {
      const world = await agreed();
      await world.remove('ins_one');
      await world.swap(one, 'tier: B', 'tier: A');
      expect(await world.changes()).toEqual([`insight-restored ${one}`]);
      expect((await world.insight('ins_one'))?.card.tier).toBe('A');
      await atRest(world);
    });

    it('deleted on both sides: forgotten, without a word', async () => {
      const world = await agreed();
      await world.remove('ins_one');
      await world.files.remove(one);
      expect(await world.changes()).toEqual([]);
      expect(await world.folderStore.files()).toHaveLength(1);
    });

    it('renamed there: the path follows, with the edits of both', async () => {
      const world = await agreed();
      await world.files.remove(one);
      await world.files.put('archive/first.md', cardText('ins_one'));
      expect(await world.changes()).toEqual(['moved archive/first.md']);
      await world.files.remove('archive/first.md');
      await world.files.put(one, cardText('ins_one').replace('related: []', 'related: [ins_a]'));
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      expect(await world.changes()).toEqual([`merged ${one}`]);
      expect(await world.files.paths()).toEqual([two, one].sort());
      expect(await world.files.get(one)).toContain('tier: A\nrelated: [ins_a]');
      await atRest(world);
    });

    it('renamed here: a file of the new name, the old one in the trash folder', async () => {
      const world = await agreed();
      await world.edit('ins_two', (card) => ({ ...card, id: 'ins_second' }));
      expect(await world.changes()).toEqual(['renamed insights/ins_second.md']);
      expect(await world.files.paths()).toEqual(
        ['.trash/ins_two.md', one, 'insights/ins_second.md'].sort(),
      );
      await atRest(world);
    });

    it('a draft is not written until it is ready, and a loaded codex never', async () => {
      const world = await agreed();
      await world.store.saveInsight(someDraft());
      const codex = { ...someDraft(), key: 'a-codex/ins_theirs', collection: 'a-codex' };
      const foreign = { ...codex, status: 'ready' as const, card: someCard({ id: 'ins_theirs' }) };
      await world.store.importInsights({ added: [foreign], updated: [] });
      expect(await world.changes()).toEqual([]);
      await world.store.updateInsight(
        someDraft().key,
        (draft) => ({ ...draft, status: 'ready', card: { ...draft.card, id: 'ins_seat' } }),
        instant(9),
      );
      expect(await world.changes()).toEqual(['created ins_seat.md']);
      expect(await world.files.get('ins_seat.md')).toMatch(/^---\nid: ins_seat\n/);
      await atRest(world);
    });

    it('a new card does not take a name that is taken, not even by what is broken', async () => {
      const world = await agreed();
      await world.files.put('INS_SEAT.md', 'id: ins_seat\nno card');
      const ready = {
        ...someDraft(),
        status: 'ready' as const,
        card: someCard({ id: 'ins_seat' }),
      };
      await world.store.saveInsight(ready);
      expect(await world.changes()).toEqual(['created ins_seat-2.md']);
      expect(await world.files.get('INS_SEAT.md')).toBe('id: ins_seat\nno card');
    });

    it('a folder chosen for a library that has the cards: agrees, merges and asks', async () => {
      const world = await agreed();
      await world.folderStore.forgetFolder();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      await world.swap(two, 'tier: B', 'tier: C');
      expect(await world.changes()).toEqual([`written ${one}`, `updated ${two}`]);
      await atRest(world);
    });

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
