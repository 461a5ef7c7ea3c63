import { alignLetters } from './align-letters';
import { contextAgreement, type QuoteContext } from './context-agreement';
import { findLetters, type TextIndex } from './text-index';

/** A place, in letters, whose words are the quote's after small edits. */
export interface ChangedPlace {
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** How well its surroundings agree, 0 to 1. */
  readonly agreement: number;
}

/** Quote and context together: fewer letters cannot tell an edit from other words. */
const shortest = 24;
/** Longer quotes are aligned by their two ends. */
const longestAligned = 1_500;
const alignedEnd = 300;
/** Letters of context that are aligned with the quote, so that its ends are found. */
const alignedContext = 40;
const mostSeeds = 48;
const mostCandidates = 3;

/**
 * The place where an edited quote stands now: short runs of its letters, and of the context beside
 * it, are looked up and vote for where it starts; around the best places all of it is aligned. Null
 * when too little is left.
 */
export function findChanged(
  index: TextIndex,
  letters: string,
  context: QuoteContext,
  hint: number,
): ChangedPlace | null {
  const before = context.before.slice(-alignedContext);
  const pattern = before + letters + context.after.slice(0, alignedContext);
  if (pattern.length < shortest) return null;
  const part = { from: before.length, to: before.length + letters.length };
  let best: ChangedPlace | null = null;
  for (const candidate of vote(index, pattern, Math.max(0, hint - before.length))) {
    const place = align(index, pattern, part, candidate);
    if (!place || place.to <= place.from) continue;
    const agreement = contextAgreement(index, place.from, place.to, context);
    const likeness =
      place.likeness ?? likenessOf(letters, index.letters.slice(place.from, place.to));
    const hasContext = context.before !== '' || context.after !== '';
    if (likeness < likenessNeeded(letters.length, hasContext ? agreement : 0)) continue;
    const score = 0.6 * likeness + 0.3 * agreement;
    if (!best || score > best.score) best = { from: place.from, to: place.to, score, agreement };
  }
  return best;
}

/** How alike the words must be, given how well their surroundings agree. */
function likenessNeeded(length: number, agreement: number): number {
  if (length < 40) return agreement >= 0.6 ? 0.6 : agreement >= 0.4 ? 0.75 : 0.9;
  return agreement >= 0.5 ? 0.6 : agreement >= 0.2 ? 0.7 : 0.78;
}

/** 1 for equal letters, 0 for letters that share nothing. */
function likenessOf(letters: string, found: string): number {
  const longer = Math.max(letters.length, found.length);
  const { start, end, distance } = alignLetters(letters, found);
  // What the alignment leaves over at the ends counts as edits too.
  return 1 - (distance + start + (found.length - end)) / longer;
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
  /** Set where the whole quote was too long to be aligned. */
  readonly likeness?: number;
}

function align(
  index: TextIndex,
  pattern: string,
  part: { readonly from: number; readonly to: number },
  { start, share }: Candidate,
): Aligned | null {
  const { length } = pattern;
  const slack = Math.max(24, Math.min(400, Math.floor(length / 3)));
  const base = Math.max(0, start - slack);
  if (length <= longestAligned) {
    const stretch = index.letters.slice(base, start + length + slack);
    const found = alignLetters(pattern, stretch, part.from, part.to);
    return { from: base + found.start, to: base + found.end };
  }
  const head = alignLetters(
    pattern.slice(0, alignedEnd),
    index.letters.slice(base, start + alignedEnd + slack),
    part.from,
  );
  const tailBase = Math.max(0, start + length - alignedEnd - slack);
  const tail = alignLetters(
    pattern.slice(-alignedEnd),
    index.letters.slice(tailBase, start + length + slack),
    0,
    part.to - (length - alignedEnd),
  );
  if (head.distance > alignedEnd / 2 || tail.distance > alignedEnd / 2) return null;
  return { from: base + head.start, to: tailBase + tail.end, likeness: share };
}
