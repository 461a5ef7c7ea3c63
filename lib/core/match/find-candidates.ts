import { librarySize, type MatchIndex } from './match-index';
import { sumImpacts } from './postings';

/** A term of the page: its number in the index, how many insights hold it, what it weighs there. */
export interface WeighedTerm {
  readonly number: number;
  readonly holding: number;
  readonly weight: number;
}

/** Postings read, for each insight of the library, before the commonest terms are passed over. */
const budgetPerInsight = 2;
const leastBudget = 40_000;
const topWeight = 1 << 10;

/** The heaviest terms first; a tie is broken by what the library knows, never by where it is kept. */
function inOrder(terms: readonly WeighedTerm[], { vocabulary }: MatchIndex): WeighedTerm[] {
  const hash = ({ number }: WeighedTerm) => vocabulary.hashes[2 * number] ?? 0;
  return terms.toSorted((a, b) => b.weight - a.weight || hash(a) - hash(b));
}

/** The least sum that no more than `most` slots reach or pass, ties with it included in neither. */
function cutOf(sums: Uint32Array, most: number): number {
  let highest = 0;
  for (const sum of sums) if (sum > highest) highest = sum;
  // The two highest bytes in use tell enough: what ties with the cut comes along.
  const shift = Math.max(0, 32 - Math.clz32(highest) - 12);
  const counts = new Uint32Array((highest >>> shift) + 1);
  for (const sum of sums) {
    const at = sum >>> shift;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  let count = 0;
  for (let at = counts.length - 1; at > 0; at -= 1) {
    count += counts[at] ?? 0;
    if (count >= most) return Math.max(1, at << shift);
  }
  return 1;
}

/**
 * The slots worth a close look: those whose terms, by impact, weigh most in the page, about
 * as many as the tuning says, in order of slot. The page's heaviest terms are looked up first and the
 * rest left out once a budget of postings is spent, so that a query costs about the same on a library of
 * any size. Whole numbers are added, so the outcome does not depend on how the index is laid out.
 */
export function findCandidates(index: MatchIndex, terms: readonly WeighedTerm[]): number[] {
  const { documents, postings } = index;
  const sums = new Uint32Array(documents.slots);
  const ordered = inOrder(terms, index);
  const scale = topWeight / (ordered[0]?.weight ?? 1);
  let budget = Math.max(leastBudget, budgetPerInsight * librarySize(index));
  for (const { number, holding, weight } of ordered) {
    if (budget <= 0) break;
    sumImpacts(postings, number, Math.max(1, Math.round(weight * scale)), sums);
    budget -= holding;
  }
  for (let slot = 0; slot < documents.slots; slot += 1) {
    if (documents.alive[slot] !== 1) sums[slot] = 0;
  }
  const cut = cutOf(sums, index.tuning.candidates);
  const found: number[] = [];
  sums.forEach((sum, slot) => {
    if (sum >= cut) found.push(slot);
  });
  return found;
}
