/** Which ends of the text the pattern need not reach. */
export interface FreeEnds {
  readonly start: boolean;
  readonly end: boolean;
}

const match = 32;
const mismatch = -40;
/** What is put in or left out costs this at once, and for each letter. */
const open = -72;
const extend = -1;
const lowest = -1_000_000_000;

/** Traces: how a cell was reached, and whether a gap that ends in it goes on. */
const fromBoth = 1;
const fromText = 2;
const fromPattern = 3;
const goesOnInText = 4;
const goesOnInPattern = 8;

/**
 * Aligns two strings of letters and gives for each letter of the pattern the letter of the text it
 * stands for, or -1 where it has none. What is put in or left out costs once, and little more for
 * each letter (Gotoh, "An improved algorithm for matching biological sequences", J. Mol. Biol. 162, 1982). Time
 * and space are the product of the two lengths.
 */
export function alignLetters(pattern: string, text: string, free: FreeEnds): Int32Array {
  const height = pattern.length;
  const width = text.length;
  const at = new Int32Array(height).fill(-1);
  if (height === 0 || width === 0) return at;
  const trace = new Uint8Array((height + 1) * (width + 1));
  let above = new Int32Array(width + 1);
  let row = new Int32Array(width + 1);
  /** Best score of a cell that ends with letters of the pattern left out, by column. */
  const left = new Int32Array(width + 1).fill(lowest);
  for (let j = 1; j <= width; j += 1) {
    above[j] = free.start ? 0 : open + j * extend;
    trace[j] = fromText | (j > 1 ? goesOnInText : 0);
  }
  for (let i = 1; i <= height; i += 1) {
    const letter = pattern.charCodeAt(i - 1);
    const base = i * (width + 1);
    row[0] = open + i * extend;
    trace[base] = fromPattern | (i > 1 ? goesOnInPattern : 0);
    let put = lowest;
    for (let j = 1; j <= width; j += 1) {
      let how = 0;
      const same = letter === text.charCodeAt(j - 1);
      let best = (above[j - 1] ?? 0) + (same ? match : mismatch);
      how = fromBoth;
      const opensPut = (row[j - 1] ?? 0) + open;
      if (put >= opensPut) how |= goesOnInText;
      else put = opensPut;
      put += extend;
      const opensLeft = (above[j] ?? 0) + open;
      const goesOn = left[j] ?? 0;
      if (goesOn >= opensLeft) how |= goesOnInPattern;
      left[j] = Math.max(goesOn, opensLeft) + extend;
      if (put > best) {
        best = put;
        how = (how & ~3) | fromText;
      }
      if ((left[j] ?? 0) > best) {
        best = left[j] ?? 0;
        how = (how & ~3) | fromPattern;
      }
      row[j] = best;
      trace[base + j] = how;
    }
    [above, row] = [row, above];
  }
  let column = width;
  if (free.end) {
    for (let j = width; j >= 0; j -= 1) {
      if ((above[j] ?? 0) >= (above[column] ?? 0)) column = j;
    }
  }
  follow(trace, height, column, width, at);
  return at;
}

function follow(
  trace: Uint8Array,
  height: number,
  column: number,
  width: number,
  at: Int32Array,
): void {
  let i = height;
  let j = column;
  let state = 0;
  while (i > 0) {
    const how = trace[i * (width + 1) + j] ?? 0;
    const step = state === 0 ? how & 3 : state;
    if (step === fromBoth) {
      i -= 1;
      j -= 1;
      at[i] = j;
      state = 0;
    } else if (step === fromText) {
      state = how & goesOnInText ? fromText : 0;
      j -= 1;
    } else {
      state = how & goesOnInPattern ? fromPattern : 0;
      i -= 1;
    }
  }
}
