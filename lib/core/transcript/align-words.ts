/** Global alignment of a run of words within a band: the words of a quote beside those of a transcript. */

export interface WordAlignment {
  /** The first and the last word of the transcript that the quote stands beside. */
  readonly first: number;
  readonly last: number;
  /** In bits: what the matching words say less what the others cost. */
  readonly score: number;
}

/** In bits. A word said but not quoted costs less: quotes leave things out. */
const replaced = 3;
const added = 3;
const leftOut = 2;

const diagonal = 0;
const quoteOnly = 1;
const transcriptOnly = 2;

/**
 * Aligns all of the quote with the words of the transcript around `offset`, the place of the quote's
 * first word, at most `slack` words away from it in step. Needleman and Wunsch (1970) in a band, with
 * free ends in the transcript. Time and memory are the length of the quote times the slack. Of equal
 * alignments the first. Undefined when no word matches.
 */
export function alignWords(
  quote: Int32Array,
  transcript: Int32Array,
  bits: Float32Array,
  offset: number,
  slack: number,
): WordAlignment | undefined {
  const width = 2 * slack + 1;
  const steps = new Uint8Array(quote.length * width);
  // Column c of row i stands for the first offset - slack + i + c words of the transcript.
  let above = new Float32Array(width);
  let row = new Float32Array(width);
  for (let column = 0; column < width; column += 1) {
    const place = offset - slack + column;
    above[column] = place < 0 || place > transcript.length ? -Infinity : 0;
  }
  for (let i = 0; i < quote.length; i += 1) {
    const kind = quote[i] ?? -1;
    for (let column = 0; column < width; column += 1) {
      const place = offset - slack + i + 1 + column;
      let best = -Infinity;
      let step = diagonal;
      if (place >= 0 && place <= transcript.length) {
        const matches = kind >= 0 && place > 0 && transcript[place - 1] === kind;
        if (place > 0) best = (above[column] ?? 0) + (matches ? (bits[kind] ?? 0) : -replaced);
        const without = (column + 1 < width ? (above[column + 1] ?? 0) : -Infinity) - added;
        if (without > best) {
          best = without;
          step = quoteOnly;
        }
        const skipped = (column > 0 ? (row[column - 1] ?? 0) : -Infinity) - leftOut;
        if (skipped > best) {
          best = skipped;
          step = transcriptOnly;
        }
      }
      row[column] = best;
      steps[i * width + column] = step;
    }
    [above, row] = [row, above];
  }
  return traced(quote, transcript, above, steps, offset - slack);
}

function traced(
  quote: Int32Array,
  transcript: Int32Array,
  scores: Float32Array,
  steps: Uint8Array,
  base: number,
): WordAlignment | undefined {
  const width = scores.length;
  let column = 0;
  for (let c = 1; c < width; c += 1) if ((scores[c] ?? 0) > (scores[column] ?? 0)) column = c;
  const score = scores[column] ?? -Infinity;
  let first = -1;
  let last = -1;
  let matched = false;
  for (let i = quote.length - 1; i >= 0;) {
    const step = steps[i * width + column];
    const place = base + i + 1 + column;
    if (step === transcriptOnly) column -= 1;
    else {
      if (step === diagonal) {
        first = place - 1;
        if (last === -1) last = place - 1;
        matched ||= transcript[place - 1] === quote[i];
      } else {
        column += 1;
      }
      i -= 1;
    }
  }
  return matched && Number.isFinite(score) ? { first, last, score } : undefined;
}
