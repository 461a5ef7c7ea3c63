import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newDocuments, pushDocument, type Documents } from './documents';
import { maySay } from './may-say';

/** Puts in an insight whose sentences have these hashes. */
function push(documents: Documents, hashes: readonly number[]): void {
  pushDocument(
    documents,
    `key-${documents.slots}`,
    hashes.map((hash) => ({ terms: [], compounds: [], hash, marks: 0 })),
  );
}

const hash = fc.integer({ min: 1, max: 2 ** 32 - 1 });

test('a sentence that stands before a slot is never taken for new, however the index grew', () => {
  fc.assert(
    fc.property(fc.array(fc.array(hash, { maxLength: 60 }), { maxLength: 20 }), (insights) => {
      const documents = newDocuments();
      for (const hashes of insights) {
        const slot = documents.slots;
        push(documents, hashes);
        expect(maySay(documents, slot, new Set())).toBe(false);
        for (const said of insights.slice(0, slot).flat()) {
          expect(maySay(documents, slot, new Set([said]))).toBe(true);
        }
      }
    }),
  );
});

test('most sentences that stand nowhere are told to be new', () => {
  const documents = newDocuments();
  let seed = 1;
  const next = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) || 1;
  for (let at = 0; at < 1000; at += 1) push(documents, Array.from({ length: 8 }, next));
  const unsaid = Array.from({ length: 1000 }, next);
  const taken = unsaid.filter((each) => maySay(documents, documents.slots, new Set([each])));
  expect(taken.length).toBeLessThan(50);
});
