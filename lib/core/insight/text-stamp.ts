import { firstHash, secondHash } from '../match/hash';

/**
 * Tells whether a text is still the one that was read: its length and two hashes, as short text. Two
 * texts that differ have the same stamp about once in 2^60; it is no protection against intent.
 */
export function textStamp(text: string): string {
  return [text.length, firstHash(text), secondHash(text)].map((n) => n.toString(36)).join('.');
}
