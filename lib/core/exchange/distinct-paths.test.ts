import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { distinctPaths } from './distinct-paths';

test('a path is given out once, whatever its case, also one that looks numbered', () => {
  const wanted = ['a.md', 'A-2.md', 'A.md', 'a.md', 'a-2.md', 'b/.md', 'b/.md', 'c', 'C'];
  expect(wanted.map(distinctPaths())).toEqual([
    'a.md',
    'A-2.md',
    'A-3.md',
    'a-4.md',
    'a-2-2.md',
    'b/.md',
    'b/-2.md',
    'c',
    'C-2',
  ]);
});

test('time grows with the paths that are alike, not with their square', async () => {
  const grown = await growth(3_000, (count) => () => {
    const distinct = distinctPaths();
    for (let i = 0; i < count; i += 1) distinct('a.md');
  });
  expect(grown).toBeLessThan(8);
});
