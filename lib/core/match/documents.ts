/**
 * The insights of an index, in slots. Each is kept as its terms in order (numbers of the vocabulary,
 * LEB128), sentence by sentence, and nothing else of its text: what is exact is computed from that when
 * a page asks. Slots are only ever added; an insight that goes leaves its slot dead until the index is
 * saved.
 */
import { firstHash } from './hash';
import { newBytes, newNumbers, newReals, roomFor, writeVarint } from './typed-arrays';

export interface Documents {
  /** How many slots there are, and how many of them live. */
  slots: number;
  live: number;
  /**
   * By slot: the key, its code units flat (in bytes as long as all fit), and where they start (one entry
   * more).
   */
  keyUnits: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
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
    keyUnits: new Uint8Array(64),
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

/** The key of a slot. */
export function keyOf({ keyUnits, keyStarts }: Documents, slot: number): string {
  return String.fromCharCode(...keyUnits.subarray(keyStarts[slot], keyStarts[slot + 1]));
}

/** The slot of a live insight, or -1. */
export function slotOf(documents: Documents, key: string): number {
  const { keyUnits, keyStarts, alive, slots } = documents;
  const { length } = key;
  for (let slot = 0; slot < slots; slot += 1) {
    const start = keyStarts[slot] ?? 0;
    if ((keyStarts[slot + 1] ?? 0) - start !== length || alive[slot] !== 1) continue;
    // Keys differ most at their ends.
    let at = length - 1;
    while (at >= 0 && keyUnits[start + at] === key.charCodeAt(at)) at -= 1;
    if (at < 0) return slot;
  }
  return -1;
}

function pushKey(documents: Documents, slot: number, key: string): void {
  const start = documents.keyStarts[slot] ?? 0;
  const end = start + key.length;
  const isWide = documents.keyUnits instanceof Uint16Array || !/^[\0-\xff]*$/.test(key);
  if (isWide !== documents.keyUnits instanceof Uint16Array || end > documents.keyUnits.length) {
    const before = documents.keyUnits;
    const room = Math.max(end, Math.ceil(before.length * 1.5));
    documents.keyUnits = isWide ? new Uint16Array(room) : new Uint8Array(room);
    documents.keyUnits.set(before);
  }
  for (let at = 0; at < key.length; at += 1) documents.keyUnits[start + at] = key.charCodeAt(at);
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
  let isCompound = false;
  let value = 0;
  let shift = 0;
  for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at += 1) {
    const byte = bytes[at] ?? 0;
    value |= (byte & 0x7f) << shift;
    shift += 7;
    if (byte > 0x7f) continue;
    if (value === sentenceBreak) {
      const [hash = 0, marks = 0] = [sentenceHashes[number], sentenceMarks[number]];
      sentences.push({ terms, compounds, hash, marks });
      [terms, compounds] = [[], []];
      number += 1;
    } else if (value === compoundNext) isCompound = true;
    else {
      (isCompound ? compounds : terms).push(value - firstTerm);
      isCompound = false;
    }
    value = 0;
    shift = 0;
  }
  return sentences;
}
