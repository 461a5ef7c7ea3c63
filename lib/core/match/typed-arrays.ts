/** Typed arrays that grow, and numbers of variable length in them. */

interface Resizable<A> {
  readonly length: number;
  set(source: A): void;
}

/** The array itself where it has room for `needed` entries, else a larger copy; new entries are 0. */
export function roomFor<A extends Resizable<A>>(
  array: A,
  needed: number,
  make: (length: number) => A,
): A {
  if (needed <= array.length) return array;
  const larger = make(Math.max(needed, Math.ceil(array.length * 1.5), 64));
  larger.set(array);
  return larger;
}

export const newBytes = (length: number): Uint8Array => new Uint8Array(length);
export const newNumbers = (length: number): Uint32Array => new Uint32Array(length);
export const newReals = (length: number): Float32Array => new Float32Array(length);

/**
 * Writes a whole number of 0 to 2^32 - 1 in groups of seven bits, low ones first, the top bit saying
 * that more follow (LEB128). There must be room for five bytes. Returns where the next one goes.
 */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let [next, rest] = [at, value];
  while (rest > 0x7f) {
    bytes[next] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
    next += 1;
  }
  bytes[next] = rest;
  return next + 1;
}

/** All the numbers that `writeVarint` wrote into these bytes. */
export function readVarints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const byte of bytes) {
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    numbers.push(value);
    value = 0;
    shift = 0;
  }
  return numbers;
}
