import { compactIndex, type MatchIndex } from './match-index';
import { indexFormat, type SavedIndex } from './saved-index';

function isCompact({ documents, postings, words }: MatchIndex): boolean {
  const { slots, dead } = documents;
  return dead.size === 0 && postings.builtSlots === slots && words.fresh.size === 0;
}

function exact(
  array: Uint8Array | Uint16Array | Uint32Array | Float32Array,
): Uint8Array<ArrayBuffer> {
  return new Uint8Array(array.slice().buffer);
}

/**
 * The index as a few flat buffers, with nothing of what was removed. What `loadIndex` makes of them
 * gives the same matches. The index itself stays as it is.
 */
export function saveIndex(index: MatchIndex): SavedIndex {
  const { vocabulary, documents, postings, words } = isCompact(index) ? index : compactIndex(index);
  const { size } = vocabulary;
  const { slots } = documents;
  const sentences = documents.sentenceStarts[slots] ?? 0;
  return {
    format: indexFormat,
    buffers: {
      places: exact(vocabulary.places),
      hashes: exact(vocabulary.hashes.subarray(0, 2 * size)),
      tiers: exact(vocabulary.tiers.subarray(0, size)),
      holding: exact(vocabulary.holding.subarray(0, size)),
      keyBytes: exact(documents.keyBytes.subarray(0, documents.keyStarts[slots])),
      keyStarts: exact(documents.keyStarts.subarray(0, slots + 1)),
      lengths: exact(documents.lengths.subarray(0, slots)),
      bytes: exact(documents.bytes.subarray(0, documents.starts[slots])),
      starts: exact(documents.starts.subarray(0, slots + 1)),
      sentenceHashes: exact(documents.sentenceHashes.subarray(0, sentences)),
      sentenceStarts: exact(documents.sentenceStarts.subarray(0, slots + 1)),
      postings: exact(postings.entries),
      postingStarts: exact(postings.starts),
      words: exact(words.packed),
      wordTerms: exact(words.packedTerms),
    },
  };
}
