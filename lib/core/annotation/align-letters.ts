/** A place in a stretch of letters and how many edits part it from the pattern. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  /** Edits between the whole pattern and what it is aligned with. */
  readonly distance: number;
}

/**
 * Aligns `pattern` with the stretch of letters that differs least from it, counted in inserted,
 * deleted and replaced letters, and gives where the pattern's part from `from` to `to` comes to
 * stand. Of equally good places the last is taken. Sellers, "The theory and computation of
 * evolutionary distances: pattern recognition", J. Algorithms 1 (1980). Time is the product of the
 * two lengths.
 */
export function alignLetters(
  pattern: string,
  stretch: string,
  from = 0,
  to = pattern.length,
): Alignment {
  const height = pattern.length;
  const distance = new Int32Array(height + 1);
  /** For each row, the columns where its best path passed `from` and `to`. */
  const starts = new Int32Array(height + 1);
  const ends = new Int32Array(height + 1);
  for (let row = 0; row <= height; row += 1) distance[row] = row;
  let best: Alignment = { start: 0, end: 0, distance: height };
  for (let column = 1; column <= stretch.length; column += 1) {
    const letter = stretch.charCodeAt(column - 1);
    let diagonal = 0;
    let diagonalStart = from === 0 ? column - 1 : 0;
    let diagonalEnd = to === 0 ? column - 1 : 0;
    starts[0] = from === 0 ? column : 0;
    ends[0] = to === 0 ? column : 0;
    for (let row = 1; row <= height; row += 1) {
      const left = distance[row] ?? 0;
      const leftStart = starts[row] ?? 0;
      const leftEnd = ends[row] ?? 0;
      let value = diagonal + (pattern.charCodeAt(row - 1) === letter ? 0 : 1);
      let start = diagonalStart;
      let end = diagonalEnd;
      if (left + 1 < value) {
        value = left + 1;
        start = leftStart;
        end = leftEnd;
      }
      const up = (distance[row - 1] ?? 0) + 1;
      if (up < value) {
        value = up;
        start = starts[row - 1] ?? 0;
        end = ends[row - 1] ?? 0;
      }
      distance[row] = value;
      // Letters inserted right at the start or end of the part are left out of it.
      starts[row] = row === from ? column : start;
      ends[row] = row === to && value !== left + 1 ? column : end;
      diagonal = left;
      diagonalStart = leftStart;
      diagonalEnd = leftEnd;
    }
    const found = distance[height] ?? 0;
    if (found <= best.distance) {
      best = { start: starts[height] ?? 0, end: ends[height] ?? 0, distance: found };
    }
  }
  return best;
}
