import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffLines, type Stretch } from './line-diff';

function apply(before: readonly string[], after: readonly string[], diff: readonly Stretch[]) {
  const lines = [...before];
  for (const { start, end, from, to } of diff.toReversed()) {
    lines.splice(start, end - start, ...after.slice(from, to));
  }
  return lines;
}

const lines = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 12 });

test('putting the stretches in gives the second', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      expect(apply(before, after, diffLines(before, after))).toEqual(after);
    }),
    { numRuns: 500 },
  );
});

test('where lines were only put in, none goes', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(fc.tuple(fc.nat(12), fc.constantFrom('', 'a', 'x'))),
      (before, added) => {
        const after: string[] = [...before];
        for (const [at, line] of added) after.splice(at, 0, line);
        for (const { start, end } of diffLines(before, after)) expect(end).toBe(start);
      },
    ),
    { numRuns: 500 },
  );
});

test('two edits far apart are two stretches', () => {
  expect(diffLines(['a', 'b', 'c', 'd', 'e'], ['x', 'b', 'c', 'd', 'y', 'z'])).toEqual([
    { start: 0, end: 1, from: 0, to: 1 },
    { start: 4, end: 5, from: 4, to: 6 },
  ]);
});

test('long runs stay quick', () => {
  const before = Array.from({ length: 50_000 }, (_, n) => `a${n}`);
  const after = Array.from({ length: 50_000 }, (_, n) => `b${n}`);
  expect(diffLines(before, after)).toHaveLength(1);
});
