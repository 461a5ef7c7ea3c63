import type { Documents } from './documents';
import { newBytes } from './typed-arrays';

/** A set of hashes in two bits each (Bloom 1970), and how many sentences are in it. */
interface Said {
  readonly bits: Uint8Array;
  sentences: number;
}

/** With two bytes a sentence, one that stands nowhere passes for one that does once in sixty times. */
const bytesEach = 2;

const kept = new WeakMap<Documents, Said>();

/** The second bit of a hash; the first is told by its own last bits. */
const mix = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> 7;

/**
 * False only where no sentence with one of these hashes stands in the slots before `slot`. Made when it
 * is first asked of an index, which takes a look at every sentence, and kept in step from then on, so
 * that what comes in is not compared with all that is there.
 */
export function maySay(documents: Documents, slot: number, hashes: ReadonlySet<number>): boolean {
  const { sentenceHashes, sentenceStarts } = documents;
  const end = sentenceStarts[slot] ?? 0;
  let said = kept.get(documents);
  if (!said || said.bits.length < bytesEach * end) {
    // Twice the room, so that an index that grows is not looked through each time.
    const size = 2 ** Math.ceil(Math.log2(2 * bytesEach * end + 1));
    said = { bits: newBytes(size), sentences: 0 };
    kept.set(documents, said);
  }
  const { bits } = said;
  const byteOf = (bit: number) => (bit >>> 3) & (bits.length - 1);
  const add = (bit: number) => {
    bits[byteOf(bit)] = (bits[byteOf(bit)] ?? 0) | (1 << (bit & 7));
  };
  const has = (bit: number) => (((bits[byteOf(bit)] ?? 0) >>> (bit & 7)) & 1) === 1;
  for (; said.sentences < end; said.sentences += 1) {
    const hash = sentenceHashes[said.sentences] ?? 0;
    add(hash);
    add(mix(hash));
  }
  for (const hash of hashes) if (has(hash) && has(mix(hash))) return true;
  return false;
}
