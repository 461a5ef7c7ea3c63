/**
 * Two independent 32-bit hashes of a string. Terms and sentences are told apart by them, so that
 * an index holds no strings: a page's word is taken for another one about once in 2^50 look-ups.
 */
const primes = [0x01000193, 0x85ebca6b, 0xc2b2ae35] as const;

/** FNV-1a over UTF-16 code units from a given start, mixed at the end as MurmurHash3 does. */
function hash(text: string, start: number): number {
  let value = start;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), primes[0]);
  }
  value ^= value >>> 16;
  value = Math.imul(value, primes[1]);
  value ^= value >>> 13;
  value = Math.imul(value, primes[2]);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Where a string belongs in a table. */
export const firstHash = (text: string): number => hash(text, 0x811c9dc5 | 0);

/** Which string it is that stands there. */
export const secondHash = (text: string): number => hash(text, 0x9747b28c | 0);
