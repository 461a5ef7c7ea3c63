/** Which insights may meet a query's atoms, from the postings and labels; no insight is read for it. */
import type { MatchIndex } from './match-index';
import { sumImpacts } from './postings';
import { newIntegers } from './scratch';
import { levels, type Accepted, type Atom } from './search-atoms';
import { labelTest, type SearchRecord } from './search-records';

/** Who may meet one atom. */
export interface Holders {
  /** By slot: the level at which its text holds the terms in whatever order, or `levels`. */
  readonly texts: Uint8Array;
  /** By slot: the level at which a label meets it, or `levels`. */
  readonly labels: Uint8Array;
  /** By slot: how much its text is about them (sumImpacts). */
  readonly impacts: Int32Array;
  /** How many live insights there are that may. */
  readonly count: number;
}

/** By slot: the best level at which it holds an accepted term, or `levels`; adds up the impacts. */
function levelsOf(index: MatchIndex, accepted: Accepted, impacts: Int32Array): Uint8Array {
  const { slots } = index.documents;
  const best = new Uint8Array(slots).fill(levels);
  for (let level = levels - 1; level >= 0; level -= 1) {
    const numbers = [...accepted].filter(([, by]) => by === level).map(([number]) => number);
    if (numbers.length === 0) continue;
    const sums = newIntegers(slots);
    for (const number of numbers) sumImpacts(index.postings, number, 1, sums);
    for (let slot = 0; slot < slots; slot += 1) {
      const sum = sums[slot] ?? 0;
      if (sum === 0) continue;
      best[slot] = level;
      impacts[slot] = (impacts[slot] ?? 0) + sum;
    }
  }
  return best;
}

/** Finds who may meet an atom; `records` are by slot. */
export function holdersOf(
  index: MatchIndex,
  atom: Atom,
  records: readonly (SearchRecord | undefined)[],
): Holders {
  const { dead, slots } = index.documents;
  const impacts = newIntegers(slots);
  const texts = new Uint8Array(slots);
  for (const step of atom.steps) {
    const held = levelsOf(index, step, impacts);
    for (let slot = 0; slot < slots; slot += 1) {
      texts[slot] = Math.max(texts[slot] ?? 0, held[slot] ?? 0);
    }
  }
  if (atom.compound.size > 0) {
    const held = levelsOf(index, atom.compound, impacts);
    for (let slot = 0; slot < slots; slot += 1) {
      texts[slot] = Math.min(texts[slot] ?? 0, held[slot] ?? 0);
    }
  }
  const test = labelTest(atom);
  const labels = new Uint8Array(slots).fill(levels);
  let count = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    if (dead.has(slot)) {
      texts[slot] = levels;
      continue;
    }
    const record = records[slot];
    if (record !== undefined) labels[slot] = test(record);
    if (texts[slot] !== levels || labels[slot] !== levels) count += 1;
  }
  return { texts, labels, impacts, count };
}
