import { alignLetters } from './align-letters';
import type { Run } from './find-runs';

/** Gaps with more pairs of letters than this are left open: what is in them has changed wholly. */
const mostPairs = 160_000;
/** Letters of text beyond a pattern's rest that are looked at where it is aligned with no bound. */
const slack = 80;
/** Letters at a pattern's ends that are aligned with no bound. */
const longestRest = 160;

/**
 * For each letter of a pattern the letter of the text it stands for, or -1: what the runs of a chain
 * say, and between them and at the two ends the best alignment.
 */
export function alignChain(letters: string, pattern: string, runs: readonly Run[]): Int32Array {
  const at = new Int32Array(pattern.length).fill(-1);
  let inPattern = 0;
  let inText = 0;
  for (const [number, run] of runs.entries()) {
    const overlap = number === 0 ? 0 : Math.max(0, inPattern - run.inPattern, inText - run.inText);
    const start = run.inPattern + overlap;
    const startInText = run.inText + overlap;
    if (number === 0) {
      const from = Math.max(0, start - longestRest);
      const fromText = Math.max(0, startInText - (start - from) - slack);
      fill(from, start, fromText, startInText, { start: true, end: false });
    } else {
      fill(inPattern, start, inText, startInText, { start: false, end: false });
    }
    for (let i = overlap; i < run.length; i += 1) at[run.inPattern + i] = run.inText + i;
    inPattern = run.inPattern + run.length;
    inText = run.inText + run.length;
  }
  const to = Math.min(pattern.length, inPattern + longestRest);
  fill(inPattern, to, inText, inText + (to - inPattern) + slack, { start: false, end: true });
  return at;

  function fill(
    from: number,
    until: number,
    fromText: number,
    untilText: number,
    free: { readonly start: boolean; readonly end: boolean },
  ): void {
    if (until <= from || untilText <= fromText) return;
    if ((until - from) * (untilText - fromText) > mostPairs) return;
    const aligned = alignLetters(
      pattern.slice(from, until),
      letters.slice(fromText, untilText),
      free,
    );
    for (let i = 0; i < aligned.length; i += 1) {
      const place = aligned[i] ?? -1;
      if (place !== -1) at[from + i] = fromText + place;
    }
  }
}
