/** Words one slip apart, found without comparing every pair: both lose a letter and meet. */

/** The word, and the word without each one of its letters. */
export function slipKeys(word: string): string[] {
  const letters = Array.from(word);
  return [word, ...letters.map((_, at) => letters.toSpliced(at, 1).join(''))];
}

/** Whether one letter is added, lost, replaced or swapped with its neighbour, and nothing else. */
export function isOneSlip(a: string, b: string): boolean {
  const [one, other] = [Array.from(a), Array.from(b)];
  let head = 0;
  while (head < one.length && one[head] === other[head]) head += 1;
  let tail = 0;
  const most = Math.min(one.length, other.length) - head;
  while (tail < most && one.at(-1 - tail) === other.at(-1 - tail)) tail += 1;
  const left = one.slice(head, one.length - tail);
  const right = other.slice(head, other.length - tail);
  if (left.length === 0 && right.length === 0) return false;
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
