/**
 * Numbers by ordered pairs of numbers: an open-addressing table in typed arrays. A page has thousands
 * of pairs, each is looked for in hundreds of insights, and a Map of them would cost most of the time.
 */
export interface PairTable {
  firsts: Int32Array;
  seconds: Int32Array;
  /** 0 for an empty place, else the value and one. */
  values: Int32Array;
  size: number;
}

const leastPlaces = 1024;

export function newPairTable(): PairTable {
  return {
    firsts: new Int32Array(leastPlaces),
    seconds: new Int32Array(leastPlaces),
    values: new Int32Array(leastPlaces),
    size: 0,
  };
}

/** The place of a pair, or the empty place where it would stand. */
function placeOf(table: PairTable, first: number, second: number): number {
  const mask = table.values.length - 1;
  // Multiplicative hashing (Knuth 6.4) with two odd constants, high bits folded in.
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  while (table.values[place] !== 0) {
    if (table.firsts[place] === first && table.seconds[place] === second) break;
    place = (place + 1) & mask;
  }
  return place;
}

function put(table: PairTable, first: number, second: number, stored: number): void {
  const place = placeOf(table, first, second);
  table.firsts[place] = first;
  table.seconds[place] = second;
  table.values[place] = stored;
}

function grow(table: PairTable): void {
  const { firsts, seconds, values } = table;
  const places = values.length * 2;
  table.firsts = new Int32Array(places);
  table.seconds = new Int32Array(places);
  table.values = new Int32Array(places);
  values.forEach((stored, at) => {
    if (stored !== 0) put(table, firsts[at] ?? 0, seconds[at] ?? 0, stored);
  });
}

/** The number kept for a pair, or -1. */
export function getPair(table: PairTable, first: number, second: number): number {
  return (table.values[placeOf(table, first, second)] ?? 0) - 1;
}

/** Keeps a number (0 or more) for a pair that has none yet. */
export function setPair(table: PairTable, first: number, second: number, value: number): void {
  if (table.size * 2 >= table.values.length) grow(table);
  put(table, first, second, value + 1);
  table.size += 1;
}
