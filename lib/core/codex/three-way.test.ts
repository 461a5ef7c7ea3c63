import { expect, test } from 'vitest';
import { mergeSection } from './merge-section';
import { align, threeWay } from './three-way';

const run = (from: number, to: number) => ({ from, to });

test('what the three begin and end with is as theirs', () => {
  expect(threeWay(['a', 'b', 'c'], ['a', 'x', 'c'], ['a', 'b', 'c'])).toEqual([
    { kind: 'theirs', run: run(0, 1) },
    { kind: 'mine', run: run(1, 2) },
    { kind: 'theirs', run: run(2, 3) },
  ]);
});

test('equal lines at both ends do not overlap', () => {
  const regions = threeWay(['a', 'a'], ['a', 'a', 'a'], ['a']);
  expect(regions).toEqual([
    { kind: 'theirs', run: run(0, 1) },
    { kind: 'both', base: run(1, 2), mine: run(1, 3), theirs: run(1, 1) },
  ]);
});

const many = (count: number) => Array.from({ length: count }, () => '- the same');

test('thousands of equal lines, changed at both ends, are one stretch of both', () => {
  const base = many(4000);
  const [mine, theirs] = [
    ['- mine', ...base, '- mine too'],
    ['- theirs', ...base, '- theirs too'],
  ];
  expect(threeWay(base, mine, theirs)).toEqual([
    { kind: 'both', base: run(0, 4000), mine: run(0, 4002), theirs: run(0, 4002) },
  ]);
  expect(align(base, ['- x', ...base.slice(2), '- y']).map(({ kind }) => kind)).toEqual(['differ']);
  const text = (lines: readonly string[]) => lines.join('\n');
  expect(mergeSection('claim', text(base), text(mine), text(theirs))).toBeUndefined();
  const list = mergeSection('signals', text(base), text(mine), text(theirs));
  for (const line of ['- mine', '- mine too', '- theirs', '- theirs too']) {
    expect(list?.split('\n')).toContain(line);
  }
});
