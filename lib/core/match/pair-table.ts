import { newNumbers, roomFor } from './typed-arrays';

/**
 * Numbers by ordered pairs of numbers: an open-addressing table in typed arrays. A page has thousands of
 * pairs, each is looked for in hundreds of insights, and a Map of them would cost most of the time.
 */
export interface PairTable {
  /** By place: a pair's number and one, 0 for an empty place. A power of two of places. */
  places: Uint32Array;
  /** By pair: its two numbers; longer than there are pairs. */
  firsts: Uint32Array;
  seconds: Uint32Array;
  size: number;
}

const leastPlaces = 256;

/** A table with room for about so many pairs; it grows as needed. */
export function newPairTable(expected = 0): PairTable {
  let places = leastPlaces;
  while (places < 2 * expected) places *= 2;
  return {
    places: newNumbers(places),
    firsts: newNumbers(expected),
    seconds: newNumbers(expected),
    size: 0,
  };
}

/** Where a pair stands, or the empty place where it would. */
function placeOf({ places, firsts, seconds }: PairTable, first: number, second: number): number {
  const mask = places.length - 1;
  // Multiplicative hashing (Knuth 6.4) with two odd constants, high bits folded in.
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  let place = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const stored = places[place] ?? 0;
    if (stored === 0) return place;
    if (firsts[stored - 1] === first && seconds[stored - 1] === second) return place;
    place = (place + 1) & mask;
  }
}

/** The number kept for a pair, or -1. */
export function getPair(table: PairTable, first: number, second: number): number {
  return (table.places[placeOf(table, first, second)] ?? 0) - 1;
}

/** The number of a pair: pairs are numbered from 0 as they are first asked for here. */
export function numberPair(table: PairTable, first: number, second: number): number {
  const place = placeOf(table, first, second);
  const stored = table.places[place] ?? 0;
  if (stored !== 0) return stored - 1;
  const number = table.size;
  table.size += 1;
  table.places[place] = table.size;
  if (number === table.firsts.length) {
    table.firsts = roomFor(table.firsts, number + 1, newNumbers);
    table.seconds = roomFor(table.seconds, number + 1, newNumbers);
  }
  table.firsts[number] = first;
  table.seconds[number] = second;
  if (table.size * 2 > table.places.length) grow(table);
  return number;
}

function grow(table: PairTable): void {
  table.places = newNumbers(table.places.length * 2);
  for (let pair = 0; pair < table.size; pair += 1) {
    const place = placeOf(table, table.firsts[pair] ?? 0, table.seconds[pair] ?? 0);
    table.places[place] = pair + 1;
  }
}
