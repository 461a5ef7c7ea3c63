import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConditions } from './conditions';
import { foldSpace } from './lists';
import { writeConditions } from './write-conditions';

test.each([
  ['the codex form', 'Holds when:\n- a\n- b\n\nFails when:\n- c', ['a', 'b'], ['c'], ''],
  ['bold labels', '**Holds when:**\n\n- a\n\n**Fails when**:\n- c', ['a'], ['c'], ''],
  ['no colon', 'Holds when\n- a\nfails when\n- c', ['a'], ['c'], ''],
  ['one line each', 'Holds when: a; b.\nFails when: c.', ['a; b.'], ['c.'], ''],
  ['one line', 'Holds when: a. Fails when: c. Also d.', ['a.'], ['c. Also d.'], ''],
  [
    'prose only',
    'Holds for small teams. Fails for large ones.',
    [],
    [],
    'Holds for small teams. Fails for large ones.',
  ],
  [
    'prose before and after',
    'It depends.\n\nHolds when:\n- a\n  and b\n\nAnd so on.',
    ['a and b'],
    [],
    'It depends.\n\nAnd so on.',
  ],
  ['a paragraph for a list', 'Fails when:\n\nteams are\nlarge', [], ['teams are large'], ''],
  ['nothing', '', [], [], ''],
])('reads %s', (_, markdown, holdsWhen, failsWhen, prose) => {
  expect(readConditions(markdown)).toEqual({ holdsWhen, failsWhen, prose });
});

test('reads what it writes', () => {
  const items = fc.array(fc.string({ unit: 'grapheme' }));
  const anyProse = fc.string().filter((text) => !/(holds|fails)\s+when/i.test(text));
  fc.assert(
    fc.property(items, items, anyProse, (holdsWhen, failsWhen, prose) => {
      const kept = (list: string[]): string[] => list.map(foldSpace).filter((item) => item !== '');
      expect(readConditions(writeConditions({ holdsWhen, failsWhen, prose }))).toEqual({
        holdsWhen: kept(holdsWhen),
        failsWhen: kept(failsWhen),
        prose: prose.trim(),
      });
    }),
    { numRuns: 1000 },
  );
});
