/** Files that cannot come in as cards are kept, each as itself. */
import { expect, it } from 'vitest';
import { cardFile, importInto } from '../../test/support/importing';
import { createMemoryKeptFiles } from '../../test/support/memory-kept-files';
import { testPorts } from '../../test/support/ports';
import { editCard } from './edit-card';

const files = [
  cardFile('ins_one'),
  { path: 'insights/ins_two.md', text: '---\nid: ins_two\n' },
  cardFile('ins_three'),
];

it('keeps broken files as text, once, until their mended version comes in', async () => {
  const ports = { ...testPorts(), kept: createMemoryKeptFiles() };
  for (let times = 0; times < 2; times += 1) {
    await importInto(ports, files);
    expect(await ports.kept.allKeptFiles()).toMatchObject([
      { path: 'insights/ins_two.md', text: '---\nid: ins_two\n', line: 1, collection: 'own' },
    ]);
  }
  await importInto(ports, [{ ...cardFile('ins_two'), path: 'ins_two.md' }]);
  expect(await ports.kept.allKeptFiles()).toEqual([]);
});

it('keeps the second of two files of one name and id until it has an id of its own', async () => {
  const ports = { ...testPorts(), kept: createMemoryKeptFiles() };
  const twice = [cardFile('ins_one'), { ...cardFile('ins_one'), path: 'copy/ins_one.md' }];
  for (let times = 0; times < 2; times += 1) {
    await importInto(ports, twice);
    expect(await ports.kept.allKeptFiles()).toMatchObject([
      { path: 'copy/ins_one.md', reason: 'duplicate-id' },
    ]);
  }
  await importInto(ports, [{ ...cardFile('ins_other'), path: 'copy/ins_one.md' }]);
  expect(await ports.kept.allKeptFiles()).toEqual([]);
});

it('tells files of one name apart: none is taken for the other, and both broken ones are kept', async () => {
  const ports = { ...testPorts(), kept: createMemoryKeptFiles() };
  await importInto(ports, [cardFile('ins_one')]);
  const [one] = await ports.store.allInsights();
  await editCard(ports, one!.key, (card) => ({ ...card, maturity: 'applied' }));
  const path = 'card.md';
  const named = (text: string) => ({ path, text });
  await importInto(ports, [
    named(cardFile('ins_one', { title: 'A better title' }).text),
    named(cardFile('ins_two', { title: 'Another claim' }).text),
    named('---\nid: ins_three\n'),
    named('---\nid: ins_four\n'),
  ]);
  expect((await ports.store.allInsights()).map(({ card }) => [card.id, card.title])).toEqual([
    ['ins_one', 'A better title'],
    ['ins_two', 'Another claim'],
  ]);
  const kept = await ports.kept.allKeptFiles();
  expect(kept.map((each) => [each.path, each.text])).toEqual([
    ['card-3.md', '---\nid: ins_three\n'],
    ['card-4.md', '---\nid: ins_four\n'],
  ]);
  const report = await importInto(ports, [
    named(cardFile('ins_one', { title: 'A third title', maturity: 'frontier' }).text),
    named('# Just a note'),
  ]);
  expect(report.conflicts).toMatchObject([{ id: 'ins_one', path: 'card.md' }]);
  expect(report.conflicts[0]?.text).toContain('A third title');
});
