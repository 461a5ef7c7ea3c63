/** Cards that come in, are edited, become ready and go out again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aSelection, aSnapshot, anInsight } from '../../test/support/builders';
import { createMemoryKeptFiles } from '../../test/support/memory-kept-files';
import {
  cardFile,
  fullCard,
  importInto,
  nothingImported,
  valueOf,
} from '../../test/support/importing';
import { instant, someCard, someDraft, someLink, uuid } from '../../test/support/notes';
import { testPorts, type TestPorts } from '../../test/support/ports';
import type { Card } from '../core/codex/card';
import { readCard } from '../core/codex/read-card';
import { captureClip } from './capture-clip';
import { editCard } from './edit-card';
import { copyCitation, exportCards } from './export-cards';
import { importCards } from './import-cards';
import { loadProjection } from './load-projection';

describe('importCards', () => {
  const files = [
    cardFile('ins_one'),
    { path: 'insights/ins_two.md', text: '---\nid: ins_two\n' },
    cardFile('ins_three'),
    { path: 'README.md', text: '# Cards' },
  ];

  it('brings the good ones in, names the broken one with its line, and the same again changes nothing', async () => {
    const ports = testPorts();
    const broken = [
      expect.objectContaining({ path: 'insights/ins_two.md', line: expect.any(Number) }),
    ];
    const skipped = ['README.md'];
    expect(await importInto(ports, files)).toEqual({
      ...nothingImported,
      added: 2,
      broken,
      skipped,
    });
    const once = await ports.store.allInsights();
    expect(once.map(({ card, status }) => [card.id, status])).toEqual([
      ['ins_one', 'ready'],
      ['ins_three', 'ready'],
    ]);

    ports.setClock(60);
    expect(await importInto(ports, files)).toEqual({
      ...nothingImported,
      unchanged: 2,
      broken,
      skipped,
    });
    expect(await ports.store.allInsights()).toEqual(once);
  });

  it('takes a newer file, and keeps what was edited here', async () => {
    const ports = testPorts();
    await importInto(ports, [cardFile('ins_one'), cardFile('ins_two')]);
    const two = (await ports.store.allInsights()).find(({ card }) => card.id === 'ins_two')!;
    ports.setClock(10);
    await editCard(ports, two.key, (card) => ({ ...card, maturity: 'applied' }));
    const report = await importInto(ports, [
      cardFile('ins_one', { title: 'A better title' }),
      cardFile('ins_two', { title: 'Another title', maturity: 'frontier' }),
    ]);
    expect(report).toMatchObject({ updated: 1, conflicts: [{ id: 'ins_two', key: two.key }] });
    const titles = (await ports.store.allInsights()).map(({ card }) => card.title);
    expect(titles).toEqual(['A better title', fullCard.title]);
  });

  it('merges a file that changed something else than what was edited here', async () => {
    const ports = testPorts();
    await importInto(ports, [cardFile('ins_one')]);
    const [one] = await ports.store.allInsights();
    await editCard(ports, one!.key, (card) => ({ ...card, maturity: 'applied' }));
    const newer = cardFile('ins_one', {
      title: 'Another title',
      domain: [...fullCard.domain, 'craft'],
    });
    expect(await importInto(ports, [newer])).toEqual({ ...nothingImported, merged: 1 });
    const merged = await ports.store.getInsight(one!.key);
    expect(merged).toMatchObject({
      original: newer.text,
      card: { title: 'Another title', maturity: 'applied', domain: [...fullCard.domain, 'craft'] },
    });
    expect(await importInto(ports, [newer])).toEqual({ ...nothingImported, unchanged: 1 });
    const [exported] = await exportCards(ports.store, [one!.key]);
    const changed = exported?.text.split('\n').filter((line) => !newer.text.includes(line));
    expect(changed).toEqual(['maturity: applied']);
  });

  it('brings back what lies in the trash, with the text of the file: the way out of a conflict', async () => {
    const ports = testPorts();
    await importInto(ports, [cardFile('ins_one'), cardFile('ins_two')]);
    const one = (await ports.store.allInsights()).find(({ card }) => card.id === 'ins_one')!;
    await editCard(ports, one.key, (card) => ({ ...card, title: 'My own title' }));
    const newer = [cardFile('ins_one', { title: 'A better title' }), cardFile('ins_two')];
    expect(await importInto(ports, newer)).toMatchObject({ conflicts: [{ id: 'ins_one' }] });
    // The way out that the report names.
    await ports.store.trashInsights([one.key], instant(5));
    expect(await importInto(ports, newer)).toEqual({ ...nothingImported, added: 1, unchanged: 1 });
    expect(await ports.store.getInsight(one.key)).toMatchObject({
      card: { title: 'A better title', operatorRole: fullCard.operatorRole },
    });
    expect(await ports.store.trashedInsights()).toEqual([]);
    expect(await importInto(ports, newer)).toEqual({ ...nothingImported, unchanged: 2 });
  });

  it('brings an insight back with its clips, which do not become words of the card', async () => {
    const ports = testPorts();
    await importInto(ports, [cardFile('ins_one')]);
    const [one] = await ports.store.allInsights();
    const words = 'Nobody had asked them before.';
    const taken = valueOf(
      await captureClip(ports, {
        snapshot: aSnapshot({ selection: aSelection(words) }),
        what: { kind: 'selection' },
        into: { insightKey: one!.key, role: 'evidence' },
      }),
    );
    const [exported] = await exportCards(ports.store, [one!.key]);
    await ports.store.trashInsights([one!.key], instant(5));
    const out = { path: 'one.md', text: exported!.text };
    expect(await importInto(ports, [out])).toEqual({ ...nothingImported, added: 1 });
    expect((await exportCards(ports.store, [one!.key]))[0]?.text).toBe(exported!.text);
    await ports.store.undoCapture(taken.clip.id, instant(9));
    expect((await exportCards(ports.store, [one!.key]))[0]?.text).not.toContain(words);
  });

  /** Imports newer texts of 45 cards, and does something once the first slice is read. */
  async function whileImporting(act: (ports: TestPorts, key: string) => Promise<unknown>) {
    const ports = testPorts();
    const many = (over: Partial<Card>) =>
      Array.from({ length: 45 }, (_, n) => cardFile(`ins_card-${n}`, over));
    await importInto(ports, many({}));
    const { key } = (await ports.store.allInsights()).find(({ card }) => card.id === 'ins_card-0')!;
    let acted: Promise<unknown> | undefined;
    const report = valueOf(
      await importCards(ports, many({ title: 'A better title' }), () => {
        acted ??= act(ports, key);
      }),
    );
    await acted;
    return { ports, key, report };
  }

  it('keeps an edit that was made while it ran', async () => {
    const { ports, key, report } = await whileImporting((from, edited) =>
      editCard(from, edited, (card) => ({ ...card, operatorRole: 'Founder' })),
    );
    expect(report).toEqual({
      ...nothingImported,
      updated: 44,
      conflicts: [
        expect.objectContaining({ key, id: 'ins_card-0', path: 'insights/ins_card-0.md' }),
      ],
    });
    expect(await ports.store.getInsight(key)).toMatchObject({
      card: { title: fullCard.title, operatorRole: 'Founder' },
    });
  });

  it('leaves in the trash what was put there while it ran, and says so', async () => {
    const { ports, key, report } = await whileImporting((from, trashed) =>
      from.store.trashInsights([trashed], instant(5)),
    );
    expect(report).toEqual({
      ...nothingImported,
      updated: 44,
      inTrash: [{ key, id: 'ins_card-0' }],
    });
    expect((await ports.store.trashedInsights()).map((each) => each.key)).toEqual([key]);
  });

  it('brings the same files in once, when two pages import them at once', async () => {
    const ports = testPorts();
    const many = Array.from({ length: 60 }, (_, n) => cardFile(`ins_card-${n}`));
    const reports = await Promise.all([importInto(ports, many), importInto(ports, many)]);
    expect(reports).toContainEqual({ ...nothingImported, added: 60 });
    expect(reports).toContainEqual({ ...nothingImported, unchanged: 60 });
    expect(await ports.store.allInsights()).toHaveLength(60);
  });

  it('takes a card changed outside that was made here, exported and imported again', async () => {
    const ports = testPorts();
    await ports.store.saveInsight(anInsight());
    const { key } = anInsight();
    const [exported] = await exportCards(ports.store, [key]);
    const out = { path: exported!.name, text: exported!.text };
    expect(await importInto(ports, [out])).toEqual({ ...nothingImported, unchanged: 1 });
    const { updatedAt } = (await ports.store.getInsight(key))!;
    expect(updatedAt).toBe(anInsight().updatedAt);
    const changed = { ...out, text: out.text.replace(/^# .*$/m, '# Changed outside') };
    expect(await importInto(ports, [changed])).toEqual({ ...nothingImported, updated: 1 });
    expect(await ports.store.getInsight(key)).toMatchObject({ card: { title: 'Changed outside' } });
  });

  it('reads many in slices, tells how far it is, and finds a double across slices', async () => {
    const ports = testPorts();
    const many = Array.from({ length: 1500 }, (_, n) => cardFile(`ins_card-${n}`));
    const seen: number[] = [];
    let turns = 0;
    const counting = setInterval(() => (turns += 1));
    const report = valueOf(
      await importCards(ports, [...many, { ...many[0]!, path: 'copy.md' }], (done, total) => {
        expect(total).toBe(1501);
        seen.push(done);
      }),
    );
    clearInterval(counting);
    expect(report).toMatchObject({
      added: 1500,
      broken: [{ path: 'copy.md', reason: 'duplicate-id' }],
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1501);
    expect(seen.length).toBeGreaterThan(2);
    // Whatever else wanted a turn got one in between.
    expect(turns).toBeGreaterThan(0);
  });

  it('stores nothing of an import that is called off', async () => {
    const ports = { ...testPorts(), kept: createMemoryKeptFiles() };
    const many = [...Array.from({ length: 1500 }, (_, n) => cardFile(`ins_card-${n}`)), ...files];
    const stop = new AbortController();
    const called = await importCards(ports, many, () => stop.abort(), stop.signal);
    expect(called).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await ports.store.allInsights()).toEqual([]);
    expect(await ports.kept.allKeptFiles()).toEqual([]);
  });

  it('stores nothing when the disk is full, and says so', async () => {
    const ports = testPorts();
    ports.store.failWith({ kind: 'storage-full' });
    expect(await importCards(ports, files)).toEqual({ ok: false, error: { kind: 'storage-full' } });
    expect(await ports.store.allInsights()).toEqual([]);
    expect(await importInto(ports, [])).toEqual(nothingImported);
  });
});

const corpus = '../shared/data/codex/cards';

it.skipIf(!existsSync(corpus))(
  'takes all real cards in, gives each back byte for byte, and takes them again as nothing new (skipped without ../shared)',
  async () => {
    const ports = testPorts();
    const files = readdirSync(corpus)
      .filter((name) => name.endsWith('.md'))
      .map((path) => ({ path, text: readFileSync(`${corpus}/${path}`, 'utf8') }));
    const all = files.length;
    expect(all).toBeGreaterThan(0);
    expect(await importInto(ports, files)).toEqual({ ...nothingImported, added: all });
    const keys = (await ports.store.allInsights()).map(({ key }) => key);
    const textOf = new Map(files.map(({ path, text }) => [path, text]));
    for (const { name, text } of await exportCards(ports.store, keys)) {
      expect(text).toBe(textOf.get(name));
    }
    expect(await importInto(ports, files)).toEqual({ ...nothingImported, unchanged: all });
  },
);

describe('exportCards', () => {
  /** An imported card with a clip and a link to another. */
  async function linked() {
    const ports = testPorts();
    await importInto(ports, [cardFile('ins_one'), cardFile('ins_two', { title: 'Another claim' })]);
    const [one, two] = await ports.store.allInsights();
    const words = 'We stopped counting sign-ups and counted first results instead.';
    await captureClip(ports, {
      snapshot: aSnapshot({ selection: aSelection(words) }),
      what: { kind: 'selection' },
      into: { insightKey: one!.key, role: 'counter-evidence' },
    });
    await ports.store.saveLink(someLink({ from: two!.key, to: one!.key }));
    return { ports, one: one!, two: two!, words };
  }

  it('gives back byte for byte what came in', async () => {
    const ports = testPorts();
    const crlf = cardFile('ins_one').text.replaceAll('\n', '\r\n');
    await importInto(ports, [{ path: 'a.md', text: crlf }, cardFile('ins_two')]);
    const keys = (await ports.store.allInsights()).map(({ key }) => key);
    expect(await exportCards(ports.store, [...keys, 'nobody'])).toEqual([
      { name: 'ins_one.md', text: crlf, rawRef: '' },
      { name: 'ins_two.md', text: cardFile('ins_two').text, rawRef: '' },
    ]);
  });

  it('writes clips and links in, and what it writes reads back as the projected card', async () => {
    const { ports, one, two, words } = await linked();
    const { project } = await loadProjection(ports.store);
    const exported = await exportCards(ports.store, [one.key, two.key]);
    expect(exported[0]?.text).toContain(words);
    expect(exported[0]?.text).toContain('contradicted by');
    expect(exported.map(({ text }) => valueOf(readCard(text)))).toEqual([
      project(one),
      project(two),
    ]);
  });

  it('comes in again as nothing new', async () => {
    const { ports, one, two } = await linked();
    const exported = await exportCards(ports.store, [one.key, two.key]);
    const before = await ports.store.allInsights();
    const again = exported.map(({ name, text }) => ({ path: name, text }));
    expect(await importInto(ports, again)).toEqual({ ...nothingImported, unchanged: 2 });
    expect(await ports.store.allInsights()).toEqual(before);
  });

  it('asks where another program corrected the words of a clip, and says neither twice', async () => {
    const { ports, one, words } = await linked();
    const [exported] = await exportCards(ports.store, [one.key]);
    const edited = exported!.text.replace('counted first results', 'counted the first result');
    expect(edited).not.toBe(exported!.text);
    const report = await importInto(ports, [{ path: 'one.md', text: edited }]);
    expect(report).toMatchObject({ updated: 0, merged: 0, conflicts: [{ id: 'ins_one' }] });
    const after = (await exportCards(ports.store, [one.key]))[0]!.text;
    expect(after).toBe(exported!.text);
    expect(after.split(words)).toHaveLength(2);
  });

  it('merges what another program wrote into an exported card, and keeps its clips and links', async () => {
    const { ports, one, words } = await linked();
    const [exported] = await exportCards(ports.store, [one.key]);
    const edited = exported!.text.replace(`# ${fullCard.title}`, '# A title from elsewhere');
    expect(edited).not.toBe(exported!.text);
    expect(await importInto(ports, [{ path: 'one.md', text: edited }])).toEqual({
      ...nothingImported,
      updated: 1,
    });
    const after = await ports.store.getInsight(one.key);
    expect(after?.card.title).toBe('A title from elsewhere');
    expect(after?.card.sections.counterEvidence).not.toContain(words);
    const [again] = await exportCards(ports.store, [one.key]);
    expect(again?.text).toBe(edited);
  });

  it('gives every file of an export a name of its own', async () => {
    const ports = testPorts();
    for (const n of [1, 2, 3]) await ports.store.saveInsight(someDraft({ key: uuid(n) }));
    const names = (await exportCards(ports.store, [uuid(1), uuid(2), uuid(3)])).map(
      ({ name }) => name,
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[\w.-]+\.md$/);
  });

  it('copies a citation, unless there is none', async () => {
    const { store } = testPorts();
    await store.saveInsight(anInsight());
    const copied: string[] = [];
    const files = {
      save: () => undefined,
      copy: async (text: string) => {
        copied.push(text);
        return true;
      },
    };
    expect(await copyCitation({ store, files }, anInsight().key)).toBe(true);
    expect(await copyCitation({ store, files }, 'nobody')).toBe(false);
    expect(copied).toEqual([
      expect.stringMatching(/^Mira Oyelaran, .+codex\/ins_first-session-decides$/),
    ]);
  });
});

describe('editCard', () => {
  it('lets two pages save different fields, and stamps each change later than the last', async () => {
    const ports = testPorts();
    await ports.store.saveInsight(someDraft());
    const { key } = someDraft();
    const [a, b] = await Promise.all([
      editCard(ports, key, (card) => ({ ...card, title: 'Mine' })),
      editCard(ports, key, (card) => ({ ...card, operatorRole: 'Founder' })),
    ]);
    expect(await ports.store.getInsight(key)).toMatchObject({
      card: someCard({ title: 'Mine', operatorRole: 'Founder' }),
    });
    expect(valueOf(b)!.updatedAt > valueOf(a)!.updatedAt).toBe(true);
    expect(valueOf(await editCard(ports, 'nobody', (card) => card))).toBeUndefined();
  });
});
