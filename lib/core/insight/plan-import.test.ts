import { expect, test } from 'vitest';
import { instant, someCard, someDraft, uuid } from '../../../test/support/notes';
import { writeCard } from '../codex/write-card';
import { ownCollection, type Insight } from './insight';
import { planImport, type ImportFile } from './plan-import';

const file = (name: string, claim = 'C.'): ImportFile => ({
  path: `insights/ins_${name}.md`,
  text: `---\nid: ins_${name}\n---\n\n# ${name}\n\n## Claim\n${claim}\n`,
});

function plan(files: ImportFile[], existing: Insight[] = [], collection = ownCollection) {
  let n = 0;
  return planImport({ files, existing, collection, at: instant(5), newId: () => uuid((n += 1)) });
}

const nothing = {
  added: [],
  updated: [],
  restored: [],
  refreshed: [],
  unchanged: 0,
  broken: [],
  conflicts: [],
  skipped: [],
};

test('new cards come in as ready insights with their text', () => {
  const planned = plan([file('a'), file('b')]);
  expect(planned.added).toMatchObject([
    {
      key: uuid(1),
      collection: 'own',
      status: 'ready',
      original: file('a').text,
      createdAt: instant(5),
    },
    { key: uuid(2), card: { id: 'ins_b', title: 'b' } },
  ]);
  expect({ ...planned, added: [] }).toEqual(nothing);
});

test('in a loaded codex the key is made of the id', () => {
  expect(plan([file('a')], [], 'codex').added[0]?.key).toBe('codex/ins_a');
});

test('the same files again change nothing, and a changed one is updated in place', () => {
  const { added } = plan([file('a'), file('b')]);
  expect(plan([file('a'), file('b')], added)).toEqual({ ...nothing, unchanged: 2 });
  const { updated, unchanged } = plan([file('a', 'New.'), file('b')], added);
  expect(unchanged).toBe(1);
  expect(updated).toMatchObject([
    {
      before: added[0],
      after: {
        key: uuid(1),
        card: { sections: { claim: 'New.' } },
        original: file('a', 'New.').text,
        createdAt: instant(5),
        updatedAt: instant(5.001),
      },
    },
  ]);
});

test('an edit made here stays: the old file changes nothing, another is a conflict', () => {
  const [imported] = plan([file('a')]).added;
  if (imported === undefined) throw new Error('not imported');
  const edited: Insight = { ...imported, card: { ...imported.card, operator: 'Ada Example' } };
  expect(plan([file('a')], [edited]).unchanged).toBe(1);
  expect(
    plan([{ path: 'x.md', text: writeCard(edited.card, edited.original) }], [edited]).unchanged,
  ).toBe(1);
  expect(plan([file('a', 'New.')], [edited])).toEqual({
    ...nothing,
    conflicts: [{ path: 'insights/ins_a.md', key: uuid(1), id: 'ins_a' }],
  });
});

test('an insight made here is not overwritten by a file of the same id', () => {
  const own = someDraft({ status: 'ready', card: someCard({ id: 'ins_a' }) });
  expect(plan([file('a')], [own]).conflicts).toHaveLength(1);
  expect(plan([{ path: 'a.md', text: writeCard(own.card) }], [own]).unchanged).toBe(1);
  expect(plan([file('a')], [{ ...own, collection: 'codex' }]).added).toHaveLength(1);
});

test('broken cards are named with their line, and the rest come in', () => {
  const twice = { path: 'copy.md', text: file('a').text };
  const bad = { path: 'ins_bad.md', text: '---\nid: ins_bad\ntier: X\n---\n' };
  const empty = { path: 'ins_empty.md', text: '' };
  const unnamed = { path: 'notes.md', text: '---\nid: ins_c\noops\n---\n' };
  expect(plan([file('a'), twice, bad, empty, unnamed])).toMatchObject({
    added: [{ card: { id: 'ins_a' } }],
    broken: [
      { path: 'copy.md', line: 2, reason: 'duplicate-id', detail: 'insights/ins_a.md' },
      { path: 'ins_bad.md', line: 3, reason: 'bad-tier', detail: 'X' },
      { path: 'ins_empty.md', line: 1, reason: 'empty-file' },
      { path: 'notes.md', line: 3, reason: 'bad-line', detail: 'oops' },
    ],
    skipped: [],
  });
});

test('what is no card and does not claim to be one is skipped', () => {
  const files = [
    { path: 'README.md', text: '# Read me\n' },
    { path: 'con_a.md', text: '---\nid: con_a\n---\n' },
    { path: 'pat_b.md', text: '---\nuses_cards:\n  - ins_a\n---\n' },
    { path: 'daily.md', text: '---\n\tnot: yaml\n---\n' },
  ];
  expect(plan(files)).toEqual({ ...nothing, skipped: files.map(({ path }) => path) });
});

test('a card that lies in the trash comes out of it, with the text of the file', () => {
  const [imported] = plan([file('a')]).added;
  if (imported === undefined) throw new Error('not imported');
  const trashed: Insight = {
    ...imported,
    card: { ...imported.card, operator: 'Ada Example' },
    deletedAt: instant(8),
  };
  for (const text of [file('a').text, file('a', 'New.').text]) {
    const planned = plan([{ path: 'a.md', text }], [trashed]);
    const [restored] = planned.restored;
    expect(restored?.before).toEqual(trashed);
    expect(restored?.after).toMatchObject({
      key: uuid(1),
      original: text,
      updatedAt: instant(5.001),
    });
    expect(restored?.after.card.operator).toBe('');
    expect(restored?.after).not.toHaveProperty('deletedAt');
    expect({ ...planned, restored: [] }).toEqual(nothing);
  }
  const last = { ...trashed, key: uuid(7), deletedAt: instant(9) };
  expect(plan([file('a')], [last, trashed]).restored[0]?.before).toEqual(last);
  const live = { ...imported, key: uuid(8) };
  for (const existing of [
    [live, trashed],
    [trashed, live],
  ]) {
    expect(plan([file('a')], existing)).toEqual({ ...nothing, unchanged: 1 });
  }
});

test('what was written here and comes back as it is may be changed outside from then on', () => {
  const own = someDraft({ status: 'ready', card: someCard({ id: 'ins_a' }) });
  const text = writeCard(own.card);
  const [imported] = plan([file('b')]).added;
  if (imported === undefined) throw new Error('not imported');
  const edited = { ...imported, card: { ...imported.card, operator: 'Ada Example' } };
  const exported = writeCard(edited.card, edited.original);
  for (const [here, out] of [
    [own, text],
    [edited, exported],
  ] as const) {
    const { refreshed, ...rest } = plan([{ path: 'x.md', text: out }], [here]);
    expect(refreshed).toEqual([{ before: here, after: { ...here, original: out } }]);
    expect(rest).toMatchObject({ unchanged: 1, updated: [], conflicts: [] });
    const changed = { path: 'x.md', text: out.replace(/^# .*$/m, '# Changed outside') };
    const again = refreshed.map(({ after }) => after);
    expect(plan([changed], again)).toMatchObject({ updated: [{ after: { key: here.key } }] });
    expect(plan([{ path: 'x.md', text: out }], again)).toEqual({ ...nothing, unchanged: 1 });
  }
});

test('a file that is too large, or an id too long for its collection, keeps no other out', () => {
  const large = { ...file('a'), text: `${file('a').text}\n## Notes\n${'x'.repeat(2_000_000)}` };
  const good = { ...file('a'), path: 'copy.md' };
  expect(plan([large, file('b'), good])).toMatchObject({
    added: [{ card: { id: 'ins_b' } }, { card: { id: 'ins_a' } }],
    broken: [{ path: 'insights/ins_a.md', line: 1, reason: 'too-long' }],
  });
  const { added } = plan([file('a')]);
  expect(plan([large], added)).toMatchObject({ updated: [], broken: [{ reason: 'too-long' }] });

  const long = file('x'.repeat(300));
  expect(plan([long]).added).toHaveLength(1);
  expect(plan([long, file('b')], [], 'codex')).toMatchObject({
    added: [{ card: { id: 'ins_b' } }],
    broken: [{ line: 2, reason: 'too-long', detail: 'id' }],
  });
});
