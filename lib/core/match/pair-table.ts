/**
 * Numbers by ordered pairs of numbers: an open-addressing table in one typed array. A page has thousands
 * of pairs, each is looked for in hundreds of insights, and a Map of them would cost most of the time.
 */
export interface PairTable {
  /** Four entries a place: the pair, and the value and one (0 for an empty place). */
  places: Int32Array;
  size: number;
}

const leastPlaces = 256;

/** A table with room for about so many pairs; it grows as needed. */
export function newPairTable(expected = 0): PairTable {
  let places = leastPlaces;
  while (places < 2 * expected) places *= 2;
  return { places: new Int32Array(4 * places), size: 0 };
}

/** Where a pair stands, or the empty place where it would. */
function placeOf(places: Int32Array, first: number, second: number): number {
  const mask = places.length - 4;
  // Multiplicative hashing (Knuth 6.4) with two odd constants, high bits folded in.
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  let place = ((mixed ^ (mixed >>> 15)) << 2) & mask;
  while (places[place + 2] !== 0) {
    if (places[place] === first && places[place + 1] === second) break;
    place = (place + 4) & mask;
  }
  return place;
}

function put(places: Int32Array, first: number, second: number, stored: number): void {
  const place = placeOf(places, first, second);
  places[place] = first;
  places[place + 1] = second;
  places[place + 2] = stored;
}

function grow(table: PairTable): void {
  const { places } = table;
  const larger = new Int32Array(places.length * 2);
  for (let place = 0; place < places.length; place += 4) {
    const stored = places[place + 2] ?? 0;
    if (stored !== 0) put(larger, places[place] ?? 0, places[place + 1] ?? 0, stored);
  }
  table.places = larger;
}

/** The number kept for a pair, or -1. */
export function getPair({ places }: PairTable, first: number, second: number): number {
  return (places[placeOf(places, first, second) + 2] ?? 0) - 1;
}

/** The number of a pair: pairs are numbered from 0 as they are first asked for here. */
export function numberPair(table: PairTable, first: number, second: number): number {
  const { places } = table;
  const place = placeOf(places, first, second);
  const stored = places[place + 2] ?? 0;
  if (stored !== 0) return stored - 1;
  places[place] = first;
  places[place + 1] = second;
  table.size += 1;
  places[place + 2] = table.size;
  if (table.size * 8 > places.length) grow(table);
  return table.size - 1;
}

/** The two numbers of each pair, by the pair's own. */
export function endsOf({ places, size }: PairTable): { firsts: Uint32Array; seconds: Uint32Array } {
  const firsts = new Uint32Array(size);
  const seconds = new Uint32Array(size);
  for (let place = 0; place < places.length; place += 4) {
    const pair = (places[place + 2] ?? 0) - 1;
    if (pair < 0) continue;
    firsts[pair] = places[place] ?? 0;
    seconds[pair] = places[place + 1] ?? 0;
  }
  return { firsts, seconds };
}
