import { existsSync, readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSubsequence, readOrThrow } from '../../../test/support/any-card';
import { readConditions, type Conditions } from './conditions';
import { foldSpace } from './lists';
import { writeConditions } from './write-conditions';

type Edit = (conditions: Conditions) => Partial<Conditions>;
const edit = (markdown: string, change: Edit): string => {
  const conditions = readConditions(markdown);
  return writeConditions({ ...conditions, ...change(conditions) }, markdown);
};

const bold = '**Holds when:**\n\n* a\n* b\n  and c\n\n**Fails when**:\n1. d\n2. e\n';
const inline = 'Holds when: a; b.\nFails when: c.';
const oneLine = 'Holds when: a. Fails when: c.';
const prose = 'It depends.\n\nHolds when:\n- a\n\nAnd so on.';

test.each<[string, string, Edit, string]>([
  ['an item', bold, () => ({ holdsWhen: ['a', 'x'] }), bold.replace('b\n  and c', 'x')],
  [
    'an item more',
    bold,
    () => ({ holdsWhen: ['a', 'x', 'b and c'] }),
    bold.replace('* b', '* x\n* b'),
  ],
  [
    'an item at the end',
    bold,
    () => ({ failsWhen: ['d', 'e', 'x'] }),
    bold.replace('2. e', '2. e\n3. x'),
  ],
  ['an item less', bold, () => ({ holdsWhen: ['a'] }), bold.replace('\n* b\n  and c', '')],
  [
    'two lists',
    bold,
    () => ({ holdsWhen: ['a'], failsWhen: ['d', 'x'] }),
    bold.replace('\n* b\n  and c', '').replace('e\n', 'x\n'),
  ],
  ['a sentence', inline, () => ({ failsWhen: ['x.'] }), 'Holds when: a; b.\nFails when: x.'],
  [
    'a sentence to a list',
    inline,
    () => ({ failsWhen: ['c.', 'x'] }),
    'Holds when: a; b.\nFails when:\n- c.\n- x',
  ],
  ['a sentence less', inline, () => ({ holdsWhen: [] }), 'Holds when:\nFails when: c.'],
  [
    'a sentence again',
    'Holds when:\nFails when: c.',
    () => ({ holdsWhen: ['x'] }),
    'Holds when: x\nFails when: c.',
  ],
  ['half a line', oneLine, () => ({ holdsWhen: ['x.'] }), 'Holds when: x. Fails when: c.'],
  ['the other half', oneLine, () => ({ failsWhen: ['x'] }), 'Holds when: a. Fails when: x'],
  ['among prose', prose, () => ({ holdsWhen: ['x'] }), prose.replace('- a', '- x')],
  ['the first list', prose, () => ({ failsWhen: ['x'] }), `${prose}\n\nFails when:\n- x`],
  [
    'a list in bold',
    '**Fails when:**\n* c',
    () => ({ holdsWhen: ['x'] }),
    '**Holds when:**\n* x\n\n**Fails when:**\n* c',
  ],
  [
    'prose before',
    prose,
    () => ({ prose: 'It does not.\n\nAnd so on.' }),
    prose.replace('depends', 'does not'),
  ],
  ['all', inline, () => ({ holdsWhen: [], failsWhen: [] }), ''],
  ['nothing', bold, () => ({}), bold],
  [
    'what no edit can say',
    oneLine,
    () => ({ holdsWhen: ['a'] }),
    'Holds when:\n- a\n\nFails when:\n- c.',
  ],
])('edits %s and leaves the rest as it stands', (_, markdown, change, written) => {
  expect(edit(markdown, change)).toBe(written);
});

const line = fc.constantFrom(
  '',
  '',
  'Holds when:',
  '**Fails when:**',
  'Fails when: c. And d.',
  'Holds when: a. Fails when: b',
  '- a',
  '* b',
  '  and so',
  '2) e',
  '- ',
  'Prose so.',
  '  c  ',
);
const markdowns = fc.array(line, { maxLength: 9 }).map((lines) => lines.join('\n'));
const items = fc.array(fc.constantFrom('a', 'b', 'c. And d.', 'x', ' y  z ', '', '- q'), {
  maxLength: 4,
});
const anyProse = fc.constantFrom('Prose so.', 'One.\n\nTwo.', '');

test('what is written reads back, whatever stood there', () => {
  fc.assert(
    fc.property(
      markdowns,
      items,
      items,
      fc.option(anyProse),
      (markdown, holdsWhen, failsWhen, wanted) => {
        const next = { holdsWhen, failsWhen, prose: wanted ?? readConditions(markdown).prose };
        const read = readConditions(writeConditions(next, markdown));
        const plain = readConditions(writeConditions(next));
        const kept = (list: string[]) => list.map(foldSpace).filter((item) => item !== '');
        const asked = { holdsWhen: kept(holdsWhen), failsWhen: kept(failsWhen), prose: next.prose };
        expect([asked, plain]).toContainEqual(read);
      },
    ),
    { numRuns: 3000 },
  );
});

const corpus = '../shared/data/codex/cards';

test.skipIf(!existsSync(corpus))(
  'in the cards of a public codex an edit changes its own lines (skipped where ../shared is absent)',
  () => {
    let edited = 0;
    for (const name of readdirSync(corpus).filter((each) => each.endsWith('.md'))) {
      const before = readOrThrow(readFileSync(`${corpus}/${name}`, 'utf8')).sections.conditions;
      const { failsWhen, holdsWhen } = readConditions(before);
      const [last] = failsWhen.slice(-1);
      if (last === undefined || holdsWhen.length === 0) continue;
      edited += 1;
      const kept = before.split('\n');
      const changed = edit(before, () => ({ failsWhen: [...failsWhen.slice(0, -1), `${last} x`] }));
      // Wrapped lines of the item become one; all others stay.
      const own = kept.filter((each) => foldSpace(each) !== '' && !changed.includes(each));
      expect(foldSpace(own.join(' ')).length, name).toBeLessThanOrEqual(last.length + 24);
      if (failsWhen.length < 2) continue;
      const added = edit(before, () => ({ failsWhen: [...failsWhen, 'x'] }));
      expect(isSubsequence(kept, added.split('\n')), name).toBe(true);
      const removed = edit(before, () => ({ failsWhen: failsWhen.slice(0, -1) }));
      expect(isSubsequence(removed.split('\n'), kept), name).toBe(true);
    }
    expect(edited).toBeGreaterThan(300);
  },
);
