import { keyOf, pushDocument, sentencesOf } from './documents';
import { emptyIndex, layOutPostings, type MatchIndex } from './match-index';
import { indexFormat, type SavedIndex } from './saved-index';
import { enterHashes } from './vocabulary';
import { packWords, unpackWords } from './word-list';

/** The index laid out anew with nothing in it but what lives: terms renumbered, slots closed up. */
function compact(index: MatchIndex): MatchIndex {
  const { vocabulary: old, documents } = index;
  const made = emptyIndex(index.tuning);
  const numbers = new Int32Array(old.size).fill(-1);
  const numberOf = (term: number): number => {
    const known = numbers[term] ?? -1;
    if (known >= 0) return known;
    const [first = 0, second = 0] = old.hashes.subarray(2 * term, 2 * term + 2);
    const number = enterHashes(made.vocabulary, first, second, old.tiers[term] ?? 0);
    made.vocabulary.holding[number] = old.holding[term] ?? 0;
    numbers[term] = number;
    return number;
  };
  for (let slot = 0; slot < documents.slots; slot += 1) {
    if (documents.alive[slot] !== 1) continue;
    const sentences = sentencesOf(documents, slot).map((sentence) => ({
      ...sentence,
      terms: sentence.terms.map(numberOf),
      compounds: sentence.compounds.map(numberOf),
    }));
    const next = pushDocument(made.documents, keyOf(documents, slot), sentences);
    made.documents.lengths[next] = documents.lengths[slot] ?? 0;
  }
  const words = new Map<string, number>();
  for (const [word, term] of unpackWords(index.words)) {
    const number = numbers[term] ?? -1;
    if (number >= 0) words.set(word, number);
  }
  Object.assign(made.words, packWords(words));
  layOutPostings(made);
  return made;
}

function isCompact({ documents, postings, words }: MatchIndex): boolean {
  const { slots, live } = documents;
  return slots === live && postings.builtSlots === slots && words.fresh.size === 0;
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
  const { vocabulary, documents, postings, words } = isCompact(index) ? index : compact(index);
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
      keyUnits: exact(documents.keyUnits.subarray(0, documents.keyStarts[slots])),
      keyStarts: exact(documents.keyStarts.subarray(0, slots + 1)),
      keyHashes: exact(documents.keyHashes.subarray(0, slots)),
      lengths: exact(documents.lengths.subarray(0, slots)),
      bytes: exact(documents.bytes.subarray(0, documents.starts[slots])),
      starts: exact(documents.starts.subarray(0, slots + 1)),
      sentenceHashes: exact(documents.sentenceHashes.subarray(0, sentences)),
      sentenceMarks: exact(documents.sentenceMarks.subarray(0, sentences)),
      sentenceStarts: exact(documents.sentenceStarts.subarray(0, slots + 1)),
      postings: exact(postings.bytes),
      postingStarts: exact(postings.starts),
      words: exact(words.packed),
      wordTerms: exact(words.packedTerms),
    },
  };
}
