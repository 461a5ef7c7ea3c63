import { alignLetters } from './align-letters';
import { contextAgreement, type QuoteContext } from './context-agreement';
import { findLetters, type TextIndex } from './text-index';

/** A place, in letters, whose words are the quote's after small edits. */
export interface ChangedPlace {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/** Shorter quotes have too few letters to tell an edit from other words. */
const shortest = 20;
/** Longer ones are aligned by their two ends. */
const longestAligned = 1_500;
const alignedEnd = 300;
const mostSeeds = 48;
const mostCandidates = 3;
/** Letters of context looked for beside the aligned place, and how far from its ends. */
const besideLetters = 10;
const edgeReach = 20;

/**
 * The place where an edited quote stands now: short runs of its letters are looked up and vote for
 * where it starts; around the best places the whole quote is aligned. Null when too little is left.
 */
export function findChanged(
  index: TextIndex,
  letters: string,
  context: QuoteContext,
  hint: number,
): ChangedPlace | null {
  if (letters.length < shortest) return null;
  let best: (ChangedPlace & { readonly rank: number }) | null = null;
  for (const candidate of vote(index, letters, hint)) {
    const aligned = align(index, letters, candidate);
    if (!aligned) continue;
    const place = { ...aligned, ...edgesByContext(index, aligned, context) };
    if (place.to <= place.from) continue;
    const agreement = contextAgreement(index, place.from, place.to, context);
    const hasContext = context.before !== '' || context.after !== '';
    if (place.likeness < likenessNeeded(letters.length, hasContext ? agreement : 0)) continue;
    const rank = place.likeness + 0.5 * agreement;
    const score = 0.6 * place.likeness + 0.2 * agreement;
    if (!best || rank > best.rank) best = { from: place.from, to: place.to, score, rank };
  }
  return best && { from: best.from, to: best.to, score: best.score };
}

/** How alike the words must be, given how well their surroundings agree. */
function likenessNeeded(length: number, agreement: number): number {
  if (length < 40) return agreement >= 0.5 ? 0.75 : 0.88;
  return agreement >= 0.5 ? 0.6 : agreement >= 0.2 ? 0.7 : 0.78;
}

/** Where words at an end of the quote were edited, what stood beside them shows where they end. */
function edgesByContext(
  { letters }: TextIndex,
  { from, to }: { readonly from: number; readonly to: number },
  { before, after }: QuoteContext,
): { from: number; to: number } {
  let start = from;
  let end = to;
  if (before.length >= besideLetters) {
    const beside = before.slice(-besideLetters);
    const base = Math.max(0, from - besideLetters - edgeReach);
    const at = letters.slice(base, from + edgeReach).lastIndexOf(beside);
    if (at !== -1) start = base + at + besideLetters;
  }
  if (after.length >= besideLetters) {
    const base = Math.max(start, to - edgeReach);
    const beside = after.slice(0, besideLetters);
    const at = letters.slice(base, to + edgeReach + besideLetters).indexOf(beside);
    if (at !== -1) end = base + at;
  }
  return { from: start, to: end };
}

interface Candidate {
  /** Where the quote would start. */
  readonly start: number;
  /** The share of the runs looked up that were found here. */
  readonly share: number;
}

function vote(index: TextIndex, letters: string, hint: number): Candidate[] {
  const length = letters.length >= 60 ? 10 : 6;
  const step = Math.max(1, Math.floor((letters.length - length) / mostSeeds));
  const width = Math.max(12, Math.floor(letters.length / 5));
  const votes = new Map<number, { seeds: Set<number>; sum: number; count: number }>();
  let seeds = 0;
  for (let at = 0; at + length <= letters.length; at += step) {
    seeds += 1;
    for (const place of findLetters(index, letters.slice(at, at + length), 24, hint + at)) {
      const start = place - at;
      const bucket = Math.floor(start / width);
      // A start near the edge of a bucket votes in its neighbour too.
      const neighbour = start - bucket * width < width / 2 ? bucket - 1 : bucket + 1;
      for (const key of [bucket, neighbour]) {
        const entry = votes.get(key) ?? { seeds: new Set<number>(), sum: 0, count: 0 };
        entry.seeds.add(at);
        entry.sum += start;
        entry.count += 1;
        votes.set(key, entry);
      }
    }
  }
  const found: Candidate[] = [];
  const ranked = [...votes.values()].sort((a, b) => b.seeds.size - a.seeds.size);
  for (const entry of ranked) {
    const start = Math.round(entry.sum / entry.count);
    const share = entry.seeds.size / seeds;
    if (found.length === mostCandidates || share < 0.15) break;
    if (found.every((other) => Math.abs(other.start - start) > width)) found.push({ start, share });
  }
  return found;
}

interface Aligned {
  readonly from: number;
  readonly to: number;
  readonly likeness: number;
}

function align(index: TextIndex, letters: string, { start, share }: Candidate): Aligned | null {
  const length = letters.length;
  const slack = Math.max(16, Math.min(400, Math.floor(length / 3)));
  if (length <= longestAligned) {
    const base = Math.max(0, start - slack);
    const found = alignLetters(letters, index.letters.slice(base, start + length + slack));
    return {
      from: base + found.start,
      to: base + found.end,
      likeness: 1 - found.distance / length,
    };
  }
  const headBase = Math.max(0, start - slack);
  const head = alignLetters(
    letters.slice(0, alignedEnd),
    index.letters.slice(headBase, start + alignedEnd + slack),
  );
  const tailBase = Math.max(0, start + length - alignedEnd - slack);
  const tail = alignLetters(
    letters.slice(-alignedEnd),
    index.letters.slice(tailBase, start + length + slack),
  );
  if (head.distance > alignedEnd / 2 || tail.distance > alignedEnd / 2) return null;
  return { from: headBase + head.start, to: tailBase + tail.end, likeness: share };
}
