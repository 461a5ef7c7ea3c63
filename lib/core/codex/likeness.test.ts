import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { closest, countText, weighText, newLikeness, type LikenessText } from './likeness';

const threshold = 0.3;
const words = Array.from({ length: 30 }, (_, n) => `w${n}`);
const texts = fc
  .array(fc.uniqueArray(fc.constantFrom(...words), { maxLength: 12 }), { maxLength: 25 })
  .map((all) => all.map((terms, n): LikenessText => ({ key: `k${n}`, terms: new Set(terms) })));

function indexOf(all: readonly LikenessText[]) {
  const likeness = newLikeness(threshold, 2);
  for (const text of all) countText(likeness, text);
  for (const number of all.keys()) weighText(likeness, number);
  return likeness;
}

/** The measure as it is defined, over every pair. */
function likest(all: readonly LikenessText[], { key, terms }: LikenessText): number {
  const uses = (term: string) => all.filter((text) => text.terms.has(term)).length;
  const weight = (some: Iterable<string>) =>
    [...some].reduce((sum, term) => sum + Math.log(1 + all.length / uses(term)), 0);
  const values = all
    .filter((text) => text.key !== key)
    .map((text) =>
      [...terms].filter((term) => text.terms.has(term)).length < 2
        ? 0
        : weight(terms.intersection(text.terms)) / weight(terms.union(text.terms)),
    );
  return Math.max(0, ...values);
}

test('finds what comparing every pair finds', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const likeness = indexOf(all);
      for (const text of all) {
        const wanted = likest(all, text);
        const near = closest(likeness, text.key, text.terms);
        // On the threshold itself, rounding decides.
        if (Math.abs(wanted - threshold) < 1e-6) continue;
        expect(near !== undefined).toBe(wanted > threshold);
        if (near) expect(near.likeness).toBeCloseTo(wanted, 9);
      }
    }),
    { numRuns: 300 },
  );
});

test('texts without terms are like nothing', () => {
  const all = [
    { key: 'a', terms: new Set<string>() },
    { key: 'b', terms: new Set<string>() },
  ];
  expect(closest(indexOf(all), 'a', all[0]!.terms)).toBeUndefined();
});
