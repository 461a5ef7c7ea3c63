/** What was put in between two letters that are kept costs at most this, and letters a point. */
const mostForGap = 24;
const gapPerPoint = 6;
/** What a letter that changed or was left out costs. */
const forChange = 1.5;

/** A part of a pattern, in letters. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a pattern that stands in the text as one piece: where letters that are alike outweigh
 * those that changed, were left out or were put in between. `at` says for each letter of the pattern
 * where it stands in the text. Null when no letter does.
 */
export function solidPart(letters: string, pattern: string, at: Int32Array): Part | null {
  let best: (Part & { score: number }) | null = null;
  let start = 0;
  let score = 0;
  let last = -1;
  let changed = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const place = at[i] ?? -1;
    if (place === -1 || pattern.charCodeAt(i) !== letters.charCodeAt(place)) {
      changed += 1;
      continue;
    }
    const put = last === -1 ? 0 : place - last - 1;
    score -= Math.min(mostForGap, changed * forChange) + Math.min(mostForGap, put / gapPerPoint);
    if (score <= 0) {
      score = 0;
      start = i;
    }
    score += 1;
    last = place;
    changed = 0;
    if (!best || score > best.score) best = { from: start, to: i + 1, score };
  }
  return best && { from: best.from, to: best.to };
}
