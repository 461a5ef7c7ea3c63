import { emptyIndex, type MatchIndex } from './match-index';
import { indexFormat, type SavedIndex } from './saved-index';
import { mostShortPlaces } from './vocabulary';

/**
 * The index that was saved; loading is reading, nothing is computed and the buffers are used as they
 * are, so they must not be changed by anybody else. Undefined when it is in another build's layout or its parts do not fit together: the library
 * is then to be indexed anew.
 */
export function loadIndex({ format, buffers }: SavedIndex): MatchIndex | undefined {
  if (format !== indexFormat) return undefined;
  // A part that is missing or cut off inside a number counts as empty, and then nothing fits.
  const whole = (name: string, unit: number) => {
    const part = buffers[name] ?? new Uint8Array(0);
    const fitting = part.byteLength % unit === 0 ? part : new Uint8Array(0);
    // Numbers can be read in place only where they begin at a multiple of their size.
    const { buffer, byteOffset, byteLength } =
      fitting.byteOffset % unit === 0 ? fitting : fitting.slice();
    return [buffer, byteOffset, byteLength / unit] as const;
  };
  const bytes = (name: string) => new Uint8Array(...whole(name, 1));
  const numbers = (name: string) => new Uint32Array(...whole(name, 4));
  const starts = numbers('starts');
  const hasLongPlaces = (buffers.places?.byteLength ?? 0) > 2 * mostShortPlaces;
  const slots = starts.length - 1;
  const hashes = numbers('hashes');
  const size = hashes.length / 2;
  const index: MatchIndex = {
    ...emptyIndex(),
    vocabulary: {
      size,
      places: hasLongPlaces ? numbers('places') : new Uint16Array(...whole('places', 2)),
      hashes,
      tiers: bytes('tiers'),
      holding: numbers('holding'),
    },
    documents: {
      slots,
      keyBytes: bytes('keyBytes'),
      keyStarts: numbers('keyStarts'),
      dead: new Set(),
      lengths: new Float32Array(...whole('lengths', 4)),
      bytes: bytes('bytes'),
      starts,
      sentenceHashes: numbers('sentenceHashes'),
      sentenceStarts: numbers('sentenceStarts'),
    },
    words: { packed: bytes('words'), packedTerms: bytes('wordTerms'), fresh: new Map() },
    postings: {
      starts: numbers('postingStarts'),
      entries: new Uint16Array(...whole('postings', 2)),
      builtSlots: slots,
      added: new Map(),
    },
  };
  return fits(index) ? index : undefined;
}

/** Whether the parts are of one index: enough to tell a torn one, not to trust a forged one. */
function fits({ vocabulary, documents, postings, words }: MatchIndex): boolean {
  const { size, places, tiers, holding } = vocabulary;
  const { slots, starts, bytes, sentenceStarts, sentenceHashes } = documents;
  const { keyBytes, keyStarts, lengths } = documents;
  const isPower = places.length > size && (places.length & (places.length - 1)) === 0;
  const sentences = sentenceStarts[slots];
  return (
    slots >= 0 &&
    isPower &&
    [tiers, holding].every(({ length }) => length === size) &&
    lengths.length === slots &&
    [keyStarts, sentenceStarts].every(({ length }) => length === slots + 1) &&
    starts[slots] === bytes.length &&
    keyStarts[slots] === keyBytes.length &&
    sentenceHashes.length === sentences &&
    postings.starts.length === size + 1 &&
    postings.starts[size] === postings.entries.length &&
    words.packedTerms.length <= words.packed.length
  );
}
