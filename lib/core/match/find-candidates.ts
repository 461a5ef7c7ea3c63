import { librarySize, type MatchIndex } from './match-index';
import { sumImpacts } from './postings';
import { longScratch } from './scratch';

/** The terms of a page that the index holds: their numbers there, and what each weighs. */
export interface WeighedTerms {
  readonly count: number;
  readonly numbers: Uint32Array;
  readonly weights: Float64Array;
}

/** Postings read, for each insight of the library, before the commonest terms are passed over. */
const budgetPerInsight = 2;
const leastBudget = 10_000;
const topWeight = 1 << 10;

/** Past every number of a term on a page. */
const span = 2 ** 32;

/**
 * The places of the terms, heaviest first, each with how far its weight is from the top: a whole number
 * of 0 to before `topWeight`, times `span`.
 */
function inOrder({ count, weights }: WeighedTerms): Float64Array {
  let heaviest = 0;
  for (let at = 0; at < count; at += 1) heaviest = Math.max(heaviest, weights[at] ?? 0);
  const order = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const step = Math.max(1, Math.round(((weights[at] ?? 0) * topWeight) / (heaviest || 1)));
    order[at] = (topWeight - step) * span + at;
  }
  return order.sort();
}

/** The least sum that about `most` slots reach; whatever ties with it comes along. */
function cutOf(sums: Int32Array, slots: number, most: number): number {
  let highest = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const sum = sums[slot] ?? 0;
    if (sum > highest) highest = sum;
  }
  // Twelve bits tell enough.
  const shift = Math.max(0, 20 - Math.clz32(highest));
  const counts = new Uint32Array((highest >>> shift) + 1);
  for (let slot = 0; slot < slots; slot += 1) {
    const at = (sums[slot] ?? 0) >>> shift;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let count = 0;
  for (let at = counts.length - 1; at > 0; at -= 1) {
    count += counts[at] ?? 0;
    if (count >= most) return at << shift;
  }
  return 1;
}

/**
 * The slots worth a close look: those whose terms, by impact, weigh most in the page, about as many as
 * the tuning says, in order of slot. The page's heaviest terms are looked up first and the rest left
 * out once a budget of postings is spent (terms of equal weight stay together), so that a query costs
 * about the same on a library of any size. Whole numbers are added, so the outcome does not depend on
 * how the index is laid out.
 */
export function findCandidates(index: MatchIndex, terms: WeighedTerms): number[] {
  const { documents, postings, vocabulary, tuning } = index;
  const { slots, dead } = documents;
  const sums = longScratch(slots);
  let budget = Math.max(leastBudget, budgetPerInsight * librarySize(index));
  let before = 0;
  for (const each of inOrder(terms)) {
    const at = each % span;
    const step = topWeight - (each - at) / span;
    if (budget <= 0 && step !== before) break;
    before = step;
    const number = terms.numbers[at] ?? 0;
    sumImpacts(postings, number, step, sums);
    budget -= vocabulary.holding[number] ?? 0;
  }
  for (const slot of dead) sums[slot] = 0;
  const cut = cutOf(sums, slots, tuning.candidates);
  const found: number[] = [];
  for (let slot = 0; slot < slots; slot += 1) if ((sums[slot] ?? 0) >= cut) found.push(slot);
  sums.fill(0, 0, slots);
  return found;
}
