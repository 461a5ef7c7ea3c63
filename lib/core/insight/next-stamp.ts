/**
 * The stamp of a change made at `at` to something last changed at `last`, both ISO 8601 in UTC:
 * `at`, or one millisecond after `last` where the clock stood still or was put back. Stamps of one
 * record therefore always increase.
 */
export function nextStamp(last: string, at: string): string {
  const after = Date.parse(last) + 1;
  return Date.parse(at) >= after ? at : new Date(after).toISOString();
}
