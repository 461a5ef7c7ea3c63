/**
 * Where a pattern was taken apart by what the text has in between, the letters beside the gap may as
 * well belong to its other side ("The The"). Moves them so that the part from `from` to `to` has its
 * gaps at its ends rather than inside. `at` says where each letter of the pattern stands.
 */
export function closeGaps(
  letters: string,
  pattern: string,
  at: Int32Array,
  from: number,
  to: number,
): void {
  // From the start: the letters before a gap stand just before what comes after it as well.
  for (let i = from + 1; i < to; i += 1) {
    const place = at[i] ?? -1;
    const before = at[i - 1] ?? -1;
    if (place === -1 || before === -1) break;
    if (place === before + 1) continue;
    let count = 0;
    while (
      count < i - from &&
      pattern.charCodeAt(i - 1 - count) === letters.charCodeAt(place - 1 - count) &&
      place - 1 - count > before
    ) {
      count += 1;
    }
    if (count < i - from) break;
    for (let k = 1; k <= count; k += 1) at[i - k] = place - k;
    break;
  }
  for (let i = to - 2; i >= from; i -= 1) {
    const place = at[i] ?? -1;
    const after = at[i + 1] ?? -1;
    if (place === -1 || after === -1) break;
    if (after === place + 1) continue;
    let count = 0;
    while (
      count < to - 1 - i &&
      pattern.charCodeAt(i + 1 + count) === letters.charCodeAt(place + 1 + count) &&
      place + 1 + count < after
    ) {
      count += 1;
    }
    if (count < to - 1 - i) break;
    for (let k = 1; k <= count; k += 1) at[i + k] = place + k;
    break;
  }
}
