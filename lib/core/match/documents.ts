/**
 * The insights of an index, in slots. Each is kept as its terms in order (numbers of the vocabulary,
 * LEB128), sentence by sentence, and nothing else of its text: what is exact is computed from that when
 * a page asks. Slots are only ever added; an insight that goes leaves its slot dead until the index is
 * saved.
 */
import { firstHash } from './hash';
import { newBytes, newNumbers, newReals, readVarints, roomFor, writeVarint } from './typed-arrays';

export interface Documents {
  /** How many slots there are, and how many of them live. */
  slots: number;
  live: number;
  /** By slot: the key in UTF-8, flat, and where it starts (one entry more). */
  keyBytes: Uint8Array;
  keyStarts: Uint32Array;
  /** By slot: 1 for a live one. */
  alive: Uint8Array;
  /** By slot: the length of its vector as the scores have it. */
  lengths: Float32Array;
  /** The terms of all insights: see `sentenceBreak`; by slot where they start, one entry more. */
  bytes: Uint8Array;
  starts: Uint32Array;
  /** By sentence: the hash of its text (0 for an operator's name), and its marks. */
  sentenceHashes: Uint32Array;
  sentenceMarks: Uint8Array;
  /** By slot: its first sentence, one entry more. */
  sentenceStarts: Uint32Array;
}

/** In the bytes: a sentence ends, the next number is a compound, a term's number plus `firstTerm`. */
export const sentenceBreak = 0;
export const compoundNext = 1;
export const firstTerm = 2;

/** In a sentence's marks: this bit for boilerplate, the field's number below it. */
export const boilerplateBit = 0x80;

export function newDocuments(): Documents {
  return {
    slots: 0,
    live: 0,
    keyBytes: newBytes(64),
    keyStarts: newNumbers(64),
    alive: newBytes(64),
    lengths: newReals(64),
    bytes: newBytes(1024),
    starts: newNumbers(64),
    sentenceHashes: newNumbers(64),
    sentenceMarks: newBytes(64),
    sentenceStarts: newNumbers(64),
  };
}

/** A sentence as it is kept: numbers of terms in order, compounds after them. */
export interface KeptSentence {
  readonly terms: readonly number[];
  readonly compounds: readonly number[];
  readonly hash: number;
  readonly marks: number;
}

/** The hash that tells sentences apart; never 0. */
export function sentenceHash(text: string): number {
  return firstHash(text) || 1;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** The key of a slot. */
export function keyOf({ keyBytes, keyStarts }: Documents, slot: number): string {
  return decoder.decode(keyBytes.subarray(keyStarts[slot], keyStarts[slot + 1]));
}

/** The slot of a live insight, or -1; `first` are looked at before all others. */
export function slotOf(
  { keyBytes, keyStarts, alive, slots }: Documents,
  key: string,
  first: readonly number[] = [],
): number {
  const wanted = encoder.encode(key);
  const { length } = wanted;
  for (let turn = 0; turn < first.length + slots; turn += 1) {
    const slot = first[turn] ?? turn - first.length;
    const start = keyStarts[slot] ?? 0;
    if ((keyStarts[slot + 1] ?? 0) - start !== length || alive[slot] !== 1) continue;
    // Keys differ most at their ends.
    let at = length - 1;
    while (at >= 0 && keyBytes[start + at] === wanted[at]) at -= 1;
    if (at < 0) return slot;
  }
  return -1;
}

function pushKey(documents: Documents, slot: number, key: string): void {
  const start = documents.keyStarts[slot] ?? 0;
  const bytes = encoder.encode(key);
  const end = start + bytes.length;
  documents.keyBytes = roomFor(documents.keyBytes, end, newBytes);
  documents.keyBytes.set(bytes, start);
  documents.keyStarts[slot + 1] = end;
}

function pushSentence(documents: Documents, at: number, sentence: KeptSentence): number {
  const { terms, compounds } = sentence;
  const most = 5 * terms.length + 10 * compounds.length + 1;
  documents.bytes = roomFor(documents.bytes, at + most, newBytes);
  const { bytes } = documents;
  let next = at;
  for (const term of terms) next = writeVarint(bytes, next, term + firstTerm);
  for (const term of compounds) {
    next = writeVarint(bytes, next, compoundNext);
    next = writeVarint(bytes, next, term + firstTerm);
  }
  return writeVarint(bytes, next, sentenceBreak);
}

/** Puts an insight into the next slot; its length is still to be set. Gives the slot. */
export function pushDocument(
  documents: Documents,
  key: string,
  sentences: readonly KeptSentence[],
): number {
  const slot = documents.slots;
  for (const name of ['keyStarts', 'starts', 'sentenceStarts'] as const) {
    documents[name] = roomFor(documents[name], slot + 2, newNumbers);
  }
  documents.alive = roomFor(documents.alive, slot + 1, newBytes);
  documents.lengths = roomFor(documents.lengths, slot + 1, newReals);
  pushKey(documents, slot, key);
  let at = documents.starts[slot] ?? 0;
  for (const sentence of sentences) at = pushSentence(documents, at, sentence);
  documents.starts[slot + 1] = at;
  let number = documents.sentenceStarts[slot] ?? 0;
  const count = number + sentences.length;
  documents.sentenceHashes = roomFor(documents.sentenceHashes, count, newNumbers);
  documents.sentenceMarks = roomFor(documents.sentenceMarks, count, newBytes);
  for (const { hash, marks } of sentences) {
    documents.sentenceHashes[number] = hash;
    documents.sentenceMarks[number] = marks;
    number += 1;
  }
  documents.sentenceStarts[slot + 1] = number;
  documents.alive[slot] = 1;
  documents.slots = slot + 1;
  documents.live += 1;
  return slot;
}

/** The sentences of a slot, as they were put in. */
export function sentencesOf(documents: Documents, slot: number): KeptSentence[] {
  const { bytes, starts, sentenceStarts, sentenceHashes, sentenceMarks } = documents;
  const sentences: KeptSentence[] = [];
  let number = sentenceStarts[slot] ?? 0;
  let terms: number[] = [];
  let compounds: number[] = [];
  let list = terms;
  for (const value of readVarints(bytes.subarray(starts[slot], starts[slot + 1]))) {
    if (value === sentenceBreak) {
      const [hash = 0, marks = 0] = [sentenceHashes[number], sentenceMarks[number]];
      sentences.push({ terms, compounds, hash, marks });
      [terms, compounds] = [[], []];
      list = terms;
      number += 1;
    } else if (value === compoundNext) list = compounds;
    else list.push(value - firstTerm);
  }
  return sentences;
}
