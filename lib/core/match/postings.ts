/**
 * Who holds what: for each term the insights (by slot) that hold it and how much each is about it, in
 * one flat array: the distance to the slot before in LEB128, then one byte of impact. Impacts are
 * steps of equal ratio, so that a byte spans all there are; sums of them are whole numbers and do not
 * depend on the order they are added in. What was added since the index was built or loaded stands in
 * lists beside.
 */
import { newBytes, newNumbers, writeVarint } from './typed-arrays';

export interface Postings {
  /** By term: where its postings start, one entry more. Terms past the end have none. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
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
  return { starts: newNumbers(1), bytes: newBytes(0), builtSlots: 0, added: new Map() };
}

const leastImpact = 0.004;
const mostImpact = 2;
const steps = 255;
/** By impact: what it counts for, a whole number of 13 bits. */
const impactValues = Uint32Array.from({ length: steps + 1 }, (_, at) =>
  Math.round(4096 * leastImpact * (mostImpact / leastImpact) ** (at / steps)),
);

/** An impact as a byte: the step closest to it. */
export function impactByte(impact: number): number {
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
  // A gap of 2^7 slots takes a byte more: counted first, so that one array of the right size does.
  counted.forEach((each, slot) => {
    for (const term of each.terms) {
      const gap = slot - (before[term] ?? 0);
      ends[term] =
        (ends[term] ?? 0) + (gap < 1 << 7 ? 2 : gap < 1 << 14 ? 3 : gap < 1 << 21 ? 4 : 6);
      before[term] = slot;
    }
  });
  const starts = new Uint32Array(terms + 1);
  for (let term = 0; term < terms; term += 1) {
    starts[term + 1] = (starts[term] ?? 0) + (ends[term] ?? 0);
  }
  const bytes = newBytes(starts[terms] ?? 0);
  ends = starts.slice(0, terms);
  before.fill(0);
  counted.forEach((each, slot) => {
    each.terms.forEach((term, at) => {
      const next = writeVarint(bytes, ends[term] ?? 0, slot - (before[term] ?? 0));
      bytes[next] = each.impacts[at] ?? 0;
      ends[term] = next + 1;
      before[term] = slot;
    });
  });
  return { starts, bytes, builtSlots: slots, added: new Map() };
}

/** Notes the impacts of an insight that came after the index was built. */
export function addImpacts({ added }: Postings, slot: number, { terms, impacts }: Impacts): void {
  terms.forEach((term, at) => {
    const list = added.get(term);
    if (list) list.push(slot, impacts[at] ?? 0);
    else added.set(term, [slot, impacts[at] ?? 0]);
  });
}

/** Adds to each holder's sum its impact for a term times `weight`, a whole number up to 2^10. */
export function sumImpacts(
  { starts, bytes, added }: Postings,
  term: number,
  weight: number,
  sums: Uint32Array,
): void {
  const end = starts[term + 1] ?? 0;
  let slot = 0;
  for (let at = term + 1 < starts.length ? (starts[term] ?? 0) : end; at < end; at += 1) {
    let byte = bytes[at] ?? 0;
    let gap = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      at += 1;
      byte = bytes[at] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    slot += gap;
    at += 1;
    sums[slot] = (sums[slot] ?? 0) + weight * (impactValues[bytes[at] ?? 0] ?? 0);
  }
  if (added.size === 0) return;
  const list = added.get(term);
  if (!list) return;
  for (let at = 0; at < list.length; at += 2) {
    const holder = list[at] ?? 0;
    sums[holder] = (sums[holder] ?? 0) + weight * (impactValues[list[at + 1] ?? 0] ?? 0);
  }
}
