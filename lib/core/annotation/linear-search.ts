/**
 * Where a string occurs in another, overlaps included, in order. However much either repeats itself, the
 * time is linear in both (Knuth, Morris and Pratt): what `startsWith` at each place would not be.
 */
export function linearSearch(all: string, sought: string): number[] {
  if (sought === '') return [];
  const borders = bordersOf(sought);
  const places: number[] = [];
  let same = 0;
  for (let at = 0; at < all.length; at += 1) {
    const code = all.charCodeAt(at);
    while (same > 0 && sought.charCodeAt(same) !== code) same = borders[same - 1] ?? 0;
    if (sought.charCodeAt(same) === code) same += 1;
    if (same < sought.length) continue;
    places.push(at + 1 - same);
    same = borders[same - 1] ?? 0;
  }
  return places;
}

/** For each start of a string, how much of its end is the string's start again. */
function bordersOf(text: string): Int32Array {
  const borders = new Int32Array(text.length);
  let same = 0;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    while (same > 0 && text.charCodeAt(same) !== code) same = borders[same - 1] ?? 0;
    if (text.charCodeAt(same) === code) same += 1;
    borders[at] = same;
  }
  return borders;
}
