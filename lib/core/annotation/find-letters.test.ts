import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from './finish';
import { foldText } from './fold-text';
import { findLetters, indexSteps, indexText } from './text-index';

function placesByHand(letters: string, sought: string): number[] {
  const places: number[] = [];
  for (let at = letters.indexOf(sought); at !== -1; at = letters.indexOf(sought, at + 1)) {
    places.push(at);
  }
  return places;
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 400 });

test('all places are found, whatever the length', () => {
  fc.assert(
    fc.property(text, fc.nat(400), fc.integer({ min: 1, max: 20 }), (all, from, length) => {
      const index = indexText(all);
      const sought = all.slice(from, from + length) || 'abcabcabc';
      expect(findLetters(index, sought, Infinity, 0)).toEqual(placesByHand(index.letters, sought));
    }),
    { numRuns: 500 },
  );
});

test('of too many places the nearest are given, in order', () => {
  const index = indexText('abcdefgh'.repeat(50));
  expect(findLetters(index, 'bcdefgh', 3, 200)).toEqual([193, 201, 209]);
  expect(findLetters(index, 'bc', 3, 200)).toEqual([193, 201, 209]);
});

test('an index made in steps is the index made at once', () => {
  const long = 'Ligatures ﬁnd ½ their \u{1d400} way. '.repeat(4_000);
  const inSteps = finish(indexSteps(long));
  const atOnce = indexText(long);
  expect(inSteps.letters === atOnce.letters).toBe(true);
  expect(inSteps.offsets).toEqual(atOnce.offsets);
  expect(inSteps.letters.startsWith(foldText('Ligatures find 1/2 their A way.'))).toBe(true);
  let steps = 0;
  for (const work = indexSteps(long); !work.next().done; steps += 1);
  expect(steps).toBeGreaterThan(5);
});
