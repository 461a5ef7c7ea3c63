import type { TranscriptIndex } from './index-transcript';

/** So many places are looked at more closely. */
const mostPlaces = 4;
/** A place with fewer votes than this share of the most is none of them. */
const leastVotes = 0.5;

/**
 * Where a quote may begin, the likeliest first, at most four places: every word of it votes, with what
 * it says, for the places where it is said, less its distance from the quote's beginning. Votes that
 * lie close together count together, since words are added and left out.
 */
export function votedOffsets(index: TranscriptIndex, words: Int32Array): number[] {
  const { places, placesFrom, bits, kinds } = index;
  // Offsets begin before the transcript, where the quote begins with words that are not in it.
  const votes = new Float32Array(kinds.length + words.length);
  for (const [at, kind] of words.entries()) {
    if (kind < 0) continue;
    const weight = bits[kind] ?? 0;
    const to = placesFrom[kind + 1] ?? 0;
    for (let place = placesFrom[kind] ?? 0; place < to; place += 1) {
      const offset = (places[place] ?? 0) - at + words.length;
      votes[offset] = (votes[offset] ?? 0) + weight;
    }
  }
  const reach = 2 + Math.floor(words.length / 20);
  const near = new Float32Array(votes.length);
  let sum = 0;
  for (let at = 0; at < votes.length + reach; at += 1) {
    sum += votes[at] ?? 0;
    if (at >= 2 * reach + 1) sum -= votes[at - 2 * reach - 1] ?? 0;
    if (at >= reach) near[at - reach] = sum;
  }
  const apart = Math.max(4 * reach, Math.floor(words.length / 4));
  const found: number[] = [];
  let most = 0;
  while (found.length < mostPlaces) {
    let best = 0;
    for (let at = 1; at < near.length; at += 1) {
      if ((near[at] ?? 0) > (near[best] ?? 0)) best = at;
    }
    most = Math.max(most, near[best] ?? 0);
    if (most === 0 || (near[best] ?? 0) < most * leastVotes) break;
    found.push(best - words.length);
    near.fill(0, Math.max(0, best - apart), best + apart + 1);
  }
  return found;
}
