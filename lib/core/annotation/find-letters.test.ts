import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth';
import { finish } from './finish';
import { foldText } from './fold-text';
import { linearSearch } from './linear-search';
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

test('the linear search finds the same', () => {
  const short = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, short, (all, sought) => {
      expect(linearSearch(all, sought)).toEqual(placesByHand(all, sought));
    }),
    { numRuns: 500 },
  );
});

test('a text that only repeats itself takes time by its length, not by its square', async () => {
  const grown = await growth(40_000, (length) => {
    const index = finish(indexSteps('a'.repeat(length)));
    const sought = 'a'.repeat(length / 4);
    return () => findLetters(index, sought, 2_000, length / 2);
  });
  expect(grown).toBeLessThan(8);
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
