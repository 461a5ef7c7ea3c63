import { librarySize, type MatchIndex } from './match-index';
import { sumImpacts } from './postings';
import { createScratch, longScratch } from './scratch';
import { newNumbers } from './typed-arrays';

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

/** Only what was written to these is read again: what is left in them does not matter. */
const stepsOf = createScratch(newNumbers);
const orderOf = createScratch(newNumbers);

interface Order {
  /** The terms' places, heaviest first, equal ones in order. */
  readonly order: Uint32Array;
  /** By place: the weight, a whole number of 1 to `topWeight`. */
  readonly steps: Uint32Array;
}

/** Holds until the next call. Counted into place: a page has thousands of terms, and steps are few. */
function inOrder({ count, weights }: WeighedTerms): Order {
  let heaviest = 0;
  for (let at = 0; at < count; at += 1) heaviest = Math.max(heaviest, weights[at] ?? 0);
  const scale = topWeight / (heaviest || 1);
  const steps = stepsOf(count);
  const order = orderOf(count);
  /** By distance from the top: where those begin that are so far from it. */
  const starts = newNumbers(topWeight + 1);
  for (let at = 0; at < count; at += 1) {
    const step = Math.max(1, Math.round((weights[at] ?? 0) * scale));
    steps[at] = step;
    const next = topWeight - step + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  for (let at = 0; at < count; at += 1) {
    const distance = topWeight - (steps[at] ?? 0);
    const place = starts[distance] ?? 0;
    order[place] = at;
    starts[distance] = place + 1;
  }
  return { order, steps };
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
  const { order, steps } = inOrder(terms);
  for (let next = 0; next < terms.count; next += 1) {
    const at = order[next] ?? 0;
    const step = steps[at] ?? 0;
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
