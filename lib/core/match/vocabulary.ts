/**
 * The terms of a library as numbers. A table in flat arrays by open addressing, keyed by hashes, so
 * that it is saved and loaded as it stands.
 */
import { firstHash, secondHash } from './hash';
import { newBytes, newNumbers, roomFor } from './typed-arrays';

export interface Vocabulary {
  /** How many terms there are: their numbers are 0 to before it. */
  size: number;
  /** By place: a term's number and one, or 0 for an empty place. A power of two of places. */
  places: Places;
  /** By term: its two hashes. */
  hashes: Uint32Array;
  /** By term: how common it is in ordinary prose (backgroundTier). */
  tiers: Uint8Array;
  /** By term: how many insights hold it. */
  holding: Uint32Array;
}

export type Places = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

const leastPlaces = 1024;
/** Up to so many places, two bytes hold each: two thirds of them are taken at most. */
export const mostShortPlaces = 1 << 16;

function newPlaces(count: number): Places {
  return count > mostShortPlaces ? new Uint32Array(count) : new Uint16Array(count);
}

export function newVocabulary(): Vocabulary {
  return {
    size: 0,
    places: newPlaces(leastPlaces),
    hashes: newNumbers(leastPlaces),
    tiers: newBytes(leastPlaces / 2),
    holding: newNumbers(leastPlaces / 2),
  };
}

/** The place of a term, or the empty place where it would stand. */
function placeOf({ places, hashes }: Vocabulary, first: number, second: number): number {
  const mask = places.length - 1;
  let place = first & mask;
  for (;;) {
    const number = places[place] ?? 0;
    if (number === 0) return place;
    const isIt = hashes[2 * number - 2] === first && hashes[2 * number - 1] === second;
    if (isIt) return place;
    place = (place + 1) & mask;
  }
}

/** The number of a term by its two hashes, or -1 when no insight ever held it. */
export function findHashes(vocabulary: Vocabulary, first: number, second: number): number {
  return (vocabulary.places[placeOf(vocabulary, first, second)] ?? 0) - 1;
}

/** A term's number, or -1 when no insight ever held it. */
export function findTerm(vocabulary: Vocabulary, term: string): number {
  return findHashes(vocabulary, firstHash(term), secondHash(term));
}

function spread(vocabulary: Vocabulary): void {
  const { hashes, size } = vocabulary;
  vocabulary.places = newPlaces(vocabulary.places.length * 2);
  for (let number = 0; number < size; number += 1) {
    const place = placeOf(vocabulary, hashes[2 * number] ?? 0, hashes[2 * number + 1] ?? 0);
    vocabulary.places[place] = number + 1;
  }
}

/** Takes in a term by its hashes and its tier; gives its number, the old one where it is known. */
export function enterHashes(
  vocabulary: Vocabulary,
  first: number,
  second: number,
  tier: number,
): number {
  const place = placeOf(vocabulary, first, second);
  const known = vocabulary.places[place] ?? 0;
  if (known > 0) return known - 1;
  const number = vocabulary.size;
  vocabulary.size += 1;
  vocabulary.places[place] = number + 1;
  vocabulary.hashes = roomFor(vocabulary.hashes, 2 * number + 2, newNumbers);
  vocabulary.tiers = roomFor(vocabulary.tiers, number + 1, newBytes);
  vocabulary.holding = roomFor(vocabulary.holding, number + 1, newNumbers);
  vocabulary.hashes[2 * number] = first;
  vocabulary.hashes[2 * number + 1] = second;
  vocabulary.tiers[number] = tier;
  if (vocabulary.size * 3 > vocabulary.places.length * 2) spread(vocabulary);
  return number;
}
