import { alignChain } from './align-chain';
import { chainRuns } from './chain-runs';
import { closeGaps } from './close-gaps';
import { contextAgreement, type QuoteContext } from './context-agreement';
import { findRuns } from './find-runs';
import { solidPart, type Part } from './solid-part';
import type { TextIndex } from './text-index';

/** A place, in letters, whose words are the quote's after edits. */
export interface ChangedPlace {
  readonly from: number;
  readonly to: number;
  /** The share of the quote's letters that stand there, in order and mostly together; 0 to 1. */
  readonly kept: number;
  /** How many letters stand there that the quote has not, in one piece. */
  readonly put: number;
  /** How well its surroundings agree, 0 to 1. */
  readonly agreement: number;
  /** Where the rest of the quote went, when it was torn apart. */
  readonly elsewhere: readonly { readonly from: number; readonly to: number }[];
}

/** Letters of context that are aligned with the quote, so that its place and its ends are found. */
const alignedContext = 64;
const mostChains = 4;
/** What a chain must be worth, of the best one's worth, to be looked into. */
const leastOfBest = 0.25;
/** A piece of a torn quote is looked for elsewhere when it has so many letters, and needs this share. */
const leastTorn = 16;
const keptOfTorn = 0.8;
/** Letters replaced at an edge of the quote, at most, and letters of context that must hold beside it. */
const longestEdge = 40;
const contextRun = 4;

/**
 * The places where an edited quote may stand now. Runs of letters that quote and context share with
 * the text are chained in their order, and what lies between them is aligned. In steps of some
 * milliseconds.
 */
export function* changedSteps(
  index: TextIndex,
  letters: string,
  context: QuoteContext,
  hint: number,
): Generator<void, ChangedPlace[]> {
  const before = context.before.slice(-alignedContext);
  const pattern = before + letters + context.after.slice(0, alignedContext);
  const from = before.length;
  const to = from + letters.length;
  const runs = findRuns(index, pattern, hint - from);
  yield;
  const chains: Aligned[] = [];
  const [best, ...lesser] = chainRuns(runs, mostChains);
  const worthwhile = lesser.filter(({ score }) => best && score >= best.score * leastOfBest);
  for (const chain of best ? [best, ...worthwhile] : []) {
    yield;
    const at = alignChain(index.letters, pattern, chain.runs);
    closeGaps(index.letters, pattern, at, from, to);
    const solid = solidPart(index.letters, pattern, at);
    const part = solid && alignedPart(at, Math.max(from, solid.from), Math.min(to, solid.to));
    if (solid && part) chains.push({ at, solid, part });
  }
  yield;
  return chains.map((chain) => {
    const { at, part } = chain;
    const { start, end } = reachContext(index.letters, pattern, chain, { from, to });
    const own = keptLetters(index.letters, pattern, at, part);
    const torn = tornPieces(index.letters, pattern, chains, chain, { from, to });
    const others = torn.reduce((sum, piece) => sum + piece.kept, 0);
    // The greater piece has the lesser ones beside it, never the other way round.
    const isMain = own >= others;
    const kept = isMain ? own + others : own;
    return {
      from: start,
      to: end,
      kept: kept / letters.length,
      put: mostPut(at, part),
      agreement: contextAgreement(index, start, end, context),
      elsewhere: isMain ? torn : [],
    };
  });
}

/** A pattern laid along a text: where each of its letters stands, and the parts that hold. */
interface Aligned {
  readonly at: Int32Array;
  readonly solid: Part;
  /** The solid part of the quote itself. */
  readonly part: Part;
}

/** Where other chains have what is missing at the two ends of the quote in this one. */
function tornPieces(
  letters: string,
  pattern: string,
  chains: readonly Aligned[],
  main: Aligned,
  quote: Part,
): { from: number; to: number; kept: number }[] {
  const missing = [
    { from: quote.from, to: main.part.from },
    { from: main.part.to, to: quote.to },
  ];
  return missing.flatMap(({ from, to }) => {
    if (to - from < leastTorn) return [];
    for (const { at, part } of chains) {
      const piece = alignedPart(at, Math.max(from, part.from), Math.min(to, part.to));
      const kept = piece ? keptLetters(letters, pattern, at, piece) : 0;
      if (!piece || kept < keptOfTorn * (to - from)) continue;
      return [{ from: at[piece.from] ?? 0, to: (at[piece.to - 1] ?? 0) + 1, kept }];
    }
    return [];
  });
}

/** A part without the letters at its ends that stand nowhere; null when none is left. */
function alignedPart(at: Int32Array, from: number, to: number): Part | null {
  let first = from;
  while (first < to && at[first] === -1) first += 1;
  let last = to;
  while (last > first && at[last - 1] === -1) last -= 1;
  return first < last ? { from: first, to: last } : null;
}

/**
 * Where a part stands in the text. Where the quote's own edge was replaced, what stands between it
 * and the context beside it is taken too.
 */
function reachContext(
  letters: string,
  pattern: string,
  { at, part, solid }: Aligned,
  quote: Part,
): { start: number; end: number } {
  const isSame = (i: number): boolean => pattern.charCodeAt(i) === letters.charCodeAt(at[i] ?? -1);
  // One letter alone is alike by chance.
  const isPair = (i: number): boolean =>
    isSame(i) && isSame(i + 1) && at[i + 1] === (at[i] ?? -1) + 1;
  let first = part.from;
  while (first < part.to - 1 && !isPair(first)) first += 1;
  let last = part.to - 1;
  while (last > first && !isPair(last - 1)) last -= 1;
  let start = at[part.from] ?? 0;
  const before = at[quote.from - 1] ?? -1;
  if (quote.from - contextRun >= solid.from && isRun(at, quote.from - contextRun)) {
    if (isReplaced(first - quote.from, (at[first] ?? 0) - before - 1)) start = before + 1;
  }
  let end = (at[part.to - 1] ?? 0) + 1;
  const after = at[quote.to] ?? -1;
  if (quote.to + contextRun <= solid.to && isRun(at, quote.to)) {
    if (isReplaced(quote.to - 1 - last, after - (at[last] ?? 0) - 1)) end = after;
  }
  return { start, end };
}

/** Whether so many letters of the page stand for so many that an edge of the quote has lost. */
function isReplaced(lost: number, put: number): boolean {
  return lost > 0 && lost <= longestEdge && put <= lost * 2 + 8;
}

/** Whether some letters of the pattern stand together in the text. */
function isRun(at: Int32Array, from: number): boolean {
  for (let i = from + 1; i < from + contextRun; i += 1) {
    if ((at[i] ?? -1) !== (at[i - 1] ?? -1) + 1) return false;
  }
  return (at[from] ?? -1) !== -1;
}

/** The most letters of the text that stand between two neighbours of a part. */
function mostPut(at: Int32Array, { from, to }: Part): number {
  let most = 0;
  let last = at[from] ?? 0;
  for (let i = from + 1; i < to; i += 1) {
    const place = at[i] ?? -1;
    if (place === -1) continue;
    most = Math.max(most, place - last - 1);
    last = place;
  }
  return most;
}

/** Scripts where a letter says as much as several Latin ones. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** How many letters of a part of the pattern stand in the text in runs that are no accident. */
function keptLetters(letters: string, pattern: string, at: Int32Array, { from, to }: Part): number {
  const shortest = to - from < 16 ? 2 : 3;
  let kept = 0;
  let run = 0;
  for (let i = from; i <= to; i += 1) {
    const place = at[i] ?? -1;
    const same = i < to && place !== -1 && pattern.charCodeAt(i) === letters.charCodeAt(place);
    if (same && (run === 0 || place === (at[i - 1] ?? -1) + 1)) {
      run += 1;
      continue;
    }
    if (run >= shortest || (run > 0 && dense.test(pattern[i - 1] ?? ''))) kept += run;
    run = same ? 1 : 0;
  }
  return kept;
}
