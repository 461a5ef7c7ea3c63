/** What keeping a folder promises, case by case, over any real folder and any real database. */
import { describe, expect, it } from 'vitest';
import { resolveConflict, undoResolution } from '../../lib/actions/resolve-conflict.ts';
import type { MergeChoice } from '../../lib/core/codex/merge-fields.ts';
import { err } from '../../lib/core/result.ts';
import {
  agreedWorld,
  cardText,
  createWorld,
  expectAtRest as atRest,
  one,
  two,
  type World,
  type WorldParts,
} from '../support/folder-world.ts';
import { instant, someCard, someClip, someDraft, someSource } from '../support/notes.ts';

export function folderContract(name: string, open: () => Promise<WorldParts>): void {
  const empty = async () => createWorld(await open());
  const agreed = async () => agreedWorld(await open());

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

    it('of two files that are given one id at once, the second stays out and is named', async () => {
      const world = await agreed();
      await world.swap(one, 'id: ins_one', 'id: ins_new');
      await world.swap(two, 'id: ins_two', 'id: ins_new');
      const { broken } = await world.sync();
      expect(broken).toMatchObject([{ path: two, reason: 'duplicate-id', detail: one }]);
      const ids = (await world.store.allInsights()).map(({ card }) => card.id);
      expect(ids.sort()).toEqual(['ins_new', 'ins_two']);
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

    it('a choice that took a clip away is undone with the clip, in the same write', async () => {
      const world = await agreed();
      const clip = someClip({ insightKey: (await world.insight('ins_one'))!.key });
      await world.store.saveCapture({ source: someSource(), clip });
      await world.sync();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'A' }));
      await world.swap(one, clip.quote, 'Other words altogether.');
      await world.swap(one, 'tier: B', 'tier: C');
      expect(await world.changes()).toEqual([`conflict ${one}`]);
      const solved = await solve(world, 'theirs');
      if (!solved.ok) throw new Error('not solved');
      expect(await world.store.allClips()).toEqual([]);
      const failing = {
        ...world.ports,
        store: { ...world.store, redoCapture: async () => err({ kind: 'storage-full' } as const) },
      };
      expect(await undoResolution(failing, world.folder, solved.value)).toMatchObject({ ok: true });
      expect(await world.store.allClips()).toMatchObject([{ id: clip.id }]);
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
      expect(await world.changes()).toEqual([`insight-restored ${one}`, `updated ${one}`]);
      expect((await world.insight('ins_one'))?.card.tier).toBe('A');
      await atRest(world);
    });

    it('edit and delete here, edit there: the insight is there again, with the edits of both', async () => {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, maturity: 'frontier' }));
      await world.remove('ins_one');
      await world.swap(one, 'tier: B', 'tier: A');
      expect(await world.changes()).toEqual([`insight-restored ${one}`, `merged ${one}`]);
      expect((await world.insight('ins_one'))?.card).toMatchObject({
        tier: 'A',
        maturity: 'frontier',
      });
      await atRest(world);
    });

    it('edit and delete here, the same words edited there: a conflict, and both are kept', async () => {
      const world = await agreed();
      await world.edit('ins_one', (card) => ({ ...card, tier: 'C' }));
      await world.remove('ins_one');
      await world.swap(one, 'tier: B', 'tier: A');
      expect(await world.changes()).toEqual([`insight-restored ${one}`, `conflict ${one}`]);
      expect((await world.insight('ins_one'))?.card.tier).toBe('C');
      const [conflict] = await world.folderStore.conflicts();
      expect(conflict?.theirs).toContain('tier: A');
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

    it('renamed here and edited there: a file of the new name with the edits of both', async () => {
      const world = await agreed();
      await world.edit('ins_two', (card) => ({ ...card, id: 'ins_second' }));
      await world.swap(two, 'tier: B', 'tier: A');
      expect(await world.changes()).toEqual(['merged insights/ins_second.md']);
      expect(await world.files.paths()).toEqual(
        ['.trash/ins_two.md', one, 'insights/ins_second.md'].sort(),
      );
      expect(await world.files.get('insights/ins_second.md')).toMatch(
        /^---\nid: ins_second\n[^]*tier: A\n/,
      );
      expect((await world.insight('ins_second'))?.card.tier).toBe('A');
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
  });
}
