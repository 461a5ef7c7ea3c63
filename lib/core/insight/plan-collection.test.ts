import { describe, expect, it } from 'vitest';
import type { CollectionFile } from './collection';
import { planCollection, planDeparture, type CollectionPlan } from './plan-collection';

const card = (id: string, claim = 'It holds.') =>
  `---\nid: ${id}\noperator: Pomona Quill\n---\n\n# ${id}\n\n## Claim\n${claim}\n`;
const contradiction = '---\nid: con_a\ntitle: A\n---\n\n# A\n\nins_a against ins_b.\n';

/** A codex as it is stored, loaded step by step. */
function shelf() {
  const rows = new Map<string, CollectionFile>();
  const insights = new Map<string, CollectionPlan['part']['insights'][number]>();
  const documents = new Map<string, CollectionPlan['part']['documents'][number]>();
  let minutes = 0;
  const keep = ({ part, tally }: CollectionPlan) => {
    for (const key of part.gone) {
      insights.delete(key);
      documents.delete(key);
    }
    for (const each of part.insights) insights.set(each.key, each);
    for (const each of part.documents) documents.set(each.key, each);
    return tally;
  };
  return {
    rows,
    insights,
    documents,
    load(files: Readonly<Record<string, string>>, isNamed = false) {
      minutes += 1;
      const listed = Object.entries(files).map(([path, text]) => ({ path, text, stamp: text }));
      const tally = keep(
        planCollection({
          files: listed,
          collection: 'c',
          rows,
          seen: new Map(),
          insightOf: insights,
          documentOf: documents,
          isNamed,
          at: new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString(),
        }),
      );
      const left = keep(planDeparture(rows, new Set(Object.keys(files))));
      return { ...tally, removed: tally.removed + left.removed };
    },
  };
}

describe('loading a codex again', () => {
  it('changes what has changed, keeps when a card came in, and drops what is gone', () => {
    const codex = shelf();
    const first = codex.load({
      'a.md': card('ins_a'),
      'b.md': card('ins_b'),
      'con_a.md': contradiction,
    });
    expect(first).toEqual({ added: 3, changed: 0, removed: 0, unchanged: 0 });
    const before = codex.insights.get('c/ins_a');
    const second = codex.load({ 'a.md': card('ins_a', 'It does not.'), 'con_a.md': contradiction });
    expect(second).toEqual({ added: 0, changed: 1, removed: 1, unchanged: 1 });
    const after = codex.insights.get('c/ins_a');
    expect(after?.card.sections.claim).toBe('It does not.');
    expect(after?.createdAt).toBe(before?.createdAt);
    expect(after && before && after.updatedAt > before.updatedAt).toBe(true);
    expect([...codex.insights.keys()]).toEqual(['c/ins_a']);
    expect([...codex.documents.keys()]).toEqual(['c/con_a']);
  });

  it('follows a card that was moved, and one whose id has changed', () => {
    const codex = shelf();
    codex.load({ 'old/a.md': card('ins_a'), 'b.md': card('ins_b') });
    const tally = codex.load({ 'new/a.md': card('ins_a'), 'b.md': card('ins_c') });
    expect(tally).toEqual({ added: 1, changed: 0, removed: 1, unchanged: 1 });
    expect([...codex.insights.keys()].sort()).toEqual(['c/ins_a', 'c/ins_c']);
    expect([...codex.rows.keys()].sort()).toEqual(['b.md', 'new/a.md']);
  });
});

describe('a file that cannot be read', () => {
  const torn = '---\nid: ins_a\nnot a line\n---\n';

  it('is a row with its fault; what it was before goes, and comes back once it is mended', () => {
    const codex = shelf();
    codex.load({ 'ins_a.md': card('ins_a') });
    expect(codex.load({ 'ins_a.md': torn })).toMatchObject({ removed: 1 });
    expect(codex.rows.get('ins_a.md')).toMatchObject({ fault: { line: 3, reason: 'bad-line' } });
    expect(codex.rows.get('ins_a.md')?.became).toBeUndefined();
    expect(codex.insights.size).toBe(0);
    expect(codex.load({ 'ins_a.md': card('ins_a') })).toMatchObject({ added: 1 });
    expect(codex.rows.get('ins_a.md')?.fault).toBeUndefined();
  });

  it('of two with one id the first counts, and the other is read again next time', () => {
    const codex = shelf();
    codex.load({ 'a.md': card('ins_a'), 'b.md': card('ins_a', 'Another.') });
    expect(codex.rows.get('b.md')).toMatchObject({ stamp: '', fault: { reason: 'duplicate-id' } });
    expect(codex.insights.get('c/ins_a')?.card.sections.claim).toBe('It holds.');
    codex.load({ 'b.md': card('ins_a', 'Another.') });
    expect(codex.insights.get('c/ins_a')?.card.sections.claim).toBe('Another.');
  });

  it('is beside the point in a folder, and a fault where the index names it', () => {
    const readme = { 'README.md': '# A codex\n' };
    const folder = shelf();
    folder.load(readme);
    expect(folder.rows.size).toBe(0);
    const index = shelf();
    index.load(readme, true);
    expect(index.rows.get('README.md')?.fault?.reason).toBe('no-front-matter');
  });
});

it('keeps what could not be fetched this time as it was, to be asked for again', () => {
  const codex = shelf();
  codex.load({ 'a.md': card('ins_a') });
  const plan = planCollection({
    files: [],
    unread: [{ path: 'a.md', fault: { line: 0, reason: 'fetch-unreachable', detail: '' } }],
    collection: 'c',
    rows: codex.rows,
    seen: new Map(),
    insightOf: new Map(),
    documentOf: new Map(),
    isNamed: true,
    at: '2026-02-01T00:00:00.000Z',
  });
  expect(plan.part.gone).toEqual([]);
  expect(codex.rows.get('a.md')).toMatchObject({ stamp: '', became: 'c/ins_a' });
});
