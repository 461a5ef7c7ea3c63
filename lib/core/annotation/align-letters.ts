/** A place in a stretch of letters and how many edits part it from the pattern. */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  readonly distance: number;
}

/**
 * The place in `stretch` that differs least from `pattern`, counted in inserted, deleted and
 * replaced letters; of equally good places the one nearest to the pattern's length. Sellers, "The
 * theory and computation of evolutionary distances: pattern recognition", J. Algorithms 1 (1980).
 * Time is the product of the two lengths.
 */
export function alignLetters(pattern: string, stretch: string): Alignment {
  const height = pattern.length;
  const distance = new Int32Array(height + 1);
  const origin = new Int32Array(height + 1);
  for (let i = 0; i <= height; i += 1) distance[i] = i;
  let best: Alignment = { start: 0, end: 0, distance: height };
  for (let column = 1; column <= stretch.length; column += 1) {
    const letter = stretch.charCodeAt(column - 1);
    let diagonal = 0;
    let diagonalOrigin = column - 1;
    origin[0] = column;
    for (let row = 1; row <= height; row += 1) {
      const left = distance[row] ?? 0;
      const leftOrigin = origin[row] ?? 0;
      const up = distance[row - 1] ?? 0;
      let value = diagonal + (pattern.charCodeAt(row - 1) === letter ? 0 : 1);
      let from = diagonalOrigin;
      if (left + 1 < value) {
        value = left + 1;
        from = leftOrigin;
      }
      if (up + 1 < value) {
        value = up + 1;
        from = origin[row - 1] ?? 0;
      }
      distance[row] = value;
      origin[row] = from;
      diagonal = left;
      diagonalOrigin = leftOrigin;
    }
    const found = { start: origin[height] ?? 0, end: column, distance: distance[height] ?? 0 };
    if (found.distance < best.distance || (found.distance === best.distance && closer(found, best)))
      best = found;
  }
  return best;

  function closer(a: Alignment, b: Alignment): boolean {
    return Math.abs(a.end - a.start - height) < Math.abs(b.end - b.start - height);
  }
}
