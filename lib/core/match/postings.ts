/**
 * Who holds what: for each term the insights (by slot) that hold it and how much each is about it, in
 * one flat array of 16 bits each: the distance to the slot before, and an impact of 6 bits. A page reads
 * a few hundred thousand of them, and numbers of one width are read without a branch that is hard to
 * foretell. Impacts are steps of equal ratio; sums of them are whole numbers and do not depend on the
 * order they are added in. What was added since the index was built or loaded stands in lists beside.
 */
import { newNumbers } from './typed-arrays';

export interface Postings {
  /** By term: where its postings start, one entry more. Terms past the end have none. */
  readonly starts: Uint32Array;
  readonly entries: Uint16Array;
  /** Slots from here on are in `added`. */
  readonly builtSlots: number;
  /** By term: slots and impacts in turns. */
  readonly added: Map<number, number[]>;
}

/** One insight's impact for each of its terms. */
export interface Impacts {
  readonly terms: readonly number[];
  readonly impacts: readonly number[];
}

export function newPostings(): Postings {
  return {
    starts: newNumbers(1),
    entries: new Uint16Array(0),
    builtSlots: 0,
    added: new Map(),
  };
}

const leastImpact = 0.004;
/** A word on every fourth page alone in an insight: 1 / ln 5. */
const mostImpact = 0.625;
const impactBits = 6;
const steps = (1 << impactBits) - 1;
/** By impact: what it counts for, a whole number of 12 bits. */
const impactValues = Int32Array.from({ length: steps + 1 }, (_, at) =>
  Math.round(4096 * leastImpact * (mostImpact / leastImpact) ** (at / steps)),
);

/** In place of a distance that is too long: it stands in the next entry, or in the next two, low half first. */
const oneMore = (1 << (16 - impactBits)) - 2;
const twoMore = oneMore + 1;

function codeOf(gap: number): number {
  return gap < oneMore ? gap : gap <= 0xffff ? oneMore : twoMore;
}

/** An impact as a step: the one closest to it. */
export function impactStep(impact: number): number {
  const step = (steps * Math.log(impact / leastImpact)) / Math.log(mostImpact / leastImpact);
  return Math.max(0, Math.min(steps, Math.round(step)));
}

/** The postings of insights in slots 0 to before `slots`; `impactsOf` is asked for each in order. */
export function buildPostings(
  terms: number,
  slots: number,
  impactsOf: (slot: number) => Impacts,
): Postings {
  let ends = new Uint32Array(terms);
  const before = new Int32Array(terms);
  const counted = Array.from({ length: slots }, (_, slot) => impactsOf(slot));
  // Counted first, so that one array of the right size does.
  counted.forEach((each, slot) => {
    for (const term of each.terms) {
      const code = codeOf(slot - (before[term] ?? 0));
      ends[term] = (ends[term] ?? 0) + (code < oneMore ? 1 : code - oneMore + 2);
      before[term] = slot;
    }
  });
  const starts = new Uint32Array(terms + 1);
  for (let term = 0; term < terms; term += 1) {
    starts[term + 1] = (starts[term] ?? 0) + (ends[term] ?? 0);
  }
  const entries = new Uint16Array(starts[terms] ?? 0);
  ends = starts.slice(0, terms);
  before.fill(0);
  counted.forEach((each, slot) => {
    each.terms.forEach((term, at) => {
      const gap = slot - (before[term] ?? 0);
      let next = ends[term] ?? 0;
      const code = codeOf(gap);
      entries[next++] = (code << impactBits) | (each.impacts[at] ?? 0);
      if (code >= oneMore) entries[next++] = gap & 0xffff;
      if (code === twoMore) entries[next++] = gap >>> 16;
      ends[term] = next;
      before[term] = slot;
    });
  });
  return { starts, entries, builtSlots: slots, added: new Map() };
}

/** Notes the impacts of an insight that came after the index was built. */
export function addImpacts({ added }: Postings, slot: number, { terms, impacts }: Impacts): void {
  terms.forEach((term, at) => {
    const list = added.get(term);
    if (list) list.push(slot, impacts[at] ?? 0);
    else added.set(term, [slot, impacts[at] ?? 0]);
  });
}

/**
 * Adds to each holder's sum its impact for a term times `weight`, a whole number up to 2^10. An insight's
 * impacts have squares that sum to less than 1: only one of a hundred thousand words could bring a sum
 * to 2^31.
 */
export function sumImpacts(
  { starts, entries, added }: Postings,
  term: number,
  weight: number,
  sums: Int32Array,
): void {
  const end = starts[term + 1] ?? 0;
  let slot = 0;
  for (let at = term + 1 < starts.length ? (starts[term] ?? 0) : end; at < end; at += 1) {
    const entry = entries[at] ?? 0;
    let gap = entry >>> impactBits;
    if (gap >= oneMore) {
      at += 1;
      const low = entries[at] ?? 0;
      if (gap === twoMore) at += 1;
      gap = gap === twoMore ? ((entries[at] ?? 0) << 16) | low : low;
    }
    slot += gap;
    // In whole numbers of 32 bits throughout, which engines compute with fastest.
    sums[slot] = ((sums[slot] ?? 0) + Math.imul(weight, impactValues[entry & steps] ?? 0)) | 0;
  }
  if (added.size === 0) return;
  const list = added.get(term);
  if (!list) return;
  for (let at = 0; at < list.length; at += 2) {
    const holder = list[at] ?? 0;
    sums[holder] = (sums[holder] ?? 0) + weight * (impactValues[list[at + 1] ?? 0] ?? 0);
  }
}
