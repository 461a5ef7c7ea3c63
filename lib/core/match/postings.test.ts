import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addImpacts, buildPostings, impactStep, newPostings, sumImpacts } from './postings';

const none = { terms: [], impacts: [] };

/** Slots near each other and some way off, each with an impact. */
const holders = fc
  .array(fc.tuple(fc.oneof(fc.nat(40), fc.nat(3000)), fc.nat(63)), {
    maxLength: 12,
  })
  .map((steps) => {
    let slot = -1;
    return new Map(steps.map(([gap, impact]) => [(slot += gap + 1), impact]));
  });

test('each holder is found at its slot with its impact, laid out or added', () => {
  fc.assert(
    fc.property(holders, fc.integer({ min: 1, max: 1024 }), (impacts, weight) => {
      const slots = Math.max(0, ...impacts.keys()) + 1;
      const impactsOf = (slot: number) => {
        const impact = impacts.get(slot);
        return impact === undefined ? none : { terms: [1], impacts: [impact] };
      };
      const built = buildPostings(3, slots, impactsOf);
      const added = newPostings();
      for (const slot of impacts.keys()) addImpacts(added, slot, impactsOf(slot));
      const sums = [built, added].map((postings) => {
        const sum = new Int32Array(slots);
        for (const term of [0, 1, 2]) sumImpacts(postings, term, weight, sum);
        return sum;
      });
      expect(sums[0]).toEqual(sums[1]);
      const held = [...(sums[0] ?? []).entries()].filter(([, sum]) => sum > 0);
      expect(held.map(([slot]) => slot)).toEqual([...impacts.keys()]);
      const steps = [...impacts.values()];
      held.forEach(([, sum], at) => {
        const [, other = 0] = held[0] ?? [];
        expect(Math.sign(sum - other)).toBe(Math.sign((steps[at] ?? 0) - (steps[0] ?? 0)));
      });
    }),
    { numRuns: 40 },
  );
});

test.each([0, 1020, 1021, 1022, 65_534, 65_535, 200_000])('%i slots on', (gap) => {
  const held = [3, 3 + gap + 1, 3 + gap + 2];
  const slots = 3 + gap + 3;
  const postings = buildPostings(1, slots, (slot) =>
    held.includes(slot) ? { terms: [0], impacts: [40] } : none,
  );
  const sums = new Int32Array(slots);
  sumImpacts(postings, 0, 1, sums);
  expect([...sums.entries()].flatMap(([slot, sum]) => (sum > 0 ? [slot] : []))).toEqual(held);
});

test.each([
  [0, 0],
  [0.004, 0],
  [0.03, 25],
  [0.62, 63],
  [50, 63],
])('an impact of %d is step %i', (impact, step) => {
  expect(impactStep(impact)).toBe(step);
});
