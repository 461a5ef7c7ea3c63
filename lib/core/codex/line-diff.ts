/** Where two runs of lines differ, in as few lines as can be. */

/** Lines `start` up to `end` of the first give way to lines `from` up to `to` of the second. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Above this many comparisons what lies between equal ends counts as one stretch. */
const mostComparisons = 4_000_000;

/** The stretches that differ, in order; none where the lines are the same. */
export function diffLines(before: readonly string[], after: readonly string[]): Stretch[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const whole = { start: head, end: before.length - tail, from: head, to: after.length - tail };
  const [rows, columns] = [whole.end - whole.start, whole.to - whole.from];
  if (rows === 0 && columns === 0) return [];
  if (rows === 0 || columns === 0 || rows * columns > mostComparisons) return [whole];
  return walk(before.slice(head, whole.end), after.slice(head, whole.to), head);
}

/** Along a longest common subsequence (Wagner and Fischer 1974); both are `head` lines into the text. */
function walk(before: readonly string[], after: readonly string[], head: number): Stretch[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[row] === after[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const stretches: Stretch[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [start, from] = [row, column];
    while (
      (row < before.length || column < after.length) &&
      !(row < before.length && column < after.length && before[row] === after[column])
    ) {
      if (column < after.length && at(row, column + 1) >= at(row + 1, column)) column += 1;
      else if (row < before.length) row += 1;
      else column += 1;
    }
    if (row > start || column > from) {
      stretches.push({
        start: head + start,
        end: head + row,
        from: head + from,
        to: head + column,
      });
    }
    while (row < before.length && column < after.length && before[row] === after[column]) {
      row += 1;
      column += 1;
    }
  }
  return stretches;
}
