/** Typed arrays that grow. */

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
