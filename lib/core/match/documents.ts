/**
 * The insights of an index, in slots. Each is kept as its terms in order (numbers of the vocabulary, as
 * `term-codes` writes them), sentence by sentence, and nothing else of its text: what is exact is
 * computed from that when a page asks. Slots are only ever added; an insight that goes leaves its slot
 * dead until the index is saved.
 */
import { firstHash } from './hash';
import {
  compoundNext,
  mostTermBytes,
  readTerm,
  sentenceCodes,
  termLength,
  writeTerm,
} from './term-codes';
import { newBytes, newNumbers, newReals, roomFor } from './typed-arrays';

export interface Documents {
  /** How many slots there are, and those whose insights have gone. */
  slots: number;
  readonly dead: Set<number>;
  /** By slot: the key in UTF-8, flat, and where it starts (one entry more). */
  keyBytes: Uint8Array;
  keyStarts: Uint32Array;
  /** By slot: the length of its vector as the scores have it. */
  lengths: Float32Array;
  /** The marks and terms of all sentences; by slot where they start, one entry more. */
  bytes: Uint8Array;
  starts: Uint32Array;
  /** By sentence: the hash of its text (0 for an operator's name). */
  sentenceHashes: Uint32Array;
  /** By slot: its first sentence, one entry more. */
  sentenceStarts: Uint32Array;
}

/** In a sentence's marks: this bit for boilerplate, the field's number below it. */
export const boilerplateBit = sentenceCodes >> 1;

export function newDocuments(): Documents {
  return {
    slots: 0,
    dead: new Set(),
    keyBytes: newBytes(64),
    keyStarts: newNumbers(64),
    lengths: newReals(64),
    bytes: newBytes(1024),
    starts: newNumbers(64),
    sentenceHashes: newNumbers(64),
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

/** Whether a live insight with this key, in UTF-8, is in the slot. */
function holds({ keyBytes, keyStarts, dead }: Documents, slot: number, key: Uint8Array): boolean {
  const start = keyStarts[slot] ?? 0;
  if ((keyStarts[slot + 1] ?? 0) - start !== key.length) return false;
  let at = key.length - 1;
  while (at >= 0 && keyBytes[start + at] === key[at]) at -= 1;
  return at < 0 && !dead.has(slot);
}

/** The slot of a live insight, or -1; `first` are looked at before all others. */
export function slotOf(documents: Documents, key: string, first: readonly number[] = []): number {
  const { keyBytes, keyStarts, slots } = documents;
  const wanted = encoder.encode(key);
  for (const slot of first) if (holds(documents, slot, wanted)) return slot;
  // A hundred thousand keys are gone through for each insight that is added: by length and by their
  // ends, where they differ most.
  const { length } = wanted;
  const last = wanted[length - 1];
  let start = 0;
  for (let slot = 0; slot < slots; slot += 1) {
    const end = keyStarts[slot + 1] ?? 0;
    const mayBe = end - start === length && (length === 0 || keyBytes[end - 1] === last);
    if (mayBe && holds(documents, slot, wanted)) return slot;
    start = end;
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
  const { terms, compounds, marks } = sentence;
  const most = 1 + mostTermBytes * terms.length + (mostTermBytes + 1) * compounds.length;
  documents.bytes = roomFor(documents.bytes, at + most, newBytes);
  const { bytes } = documents;
  let next = at;
  bytes[next++] = marks;
  for (const term of terms) next = writeTerm(bytes, next, term);
  for (const term of compounds) {
    bytes[next++] = compoundNext;
    next = writeTerm(bytes, next, term);
  }
  return next;
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
  documents.lengths = roomFor(documents.lengths, slot + 1, newReals);
  pushKey(documents, slot, key);
  let at = documents.starts[slot] ?? 0;
  for (const sentence of sentences) at = pushSentence(documents, at, sentence);
  documents.starts[slot + 1] = at;
  let number = documents.sentenceStarts[slot] ?? 0;
  const count = number + sentences.length;
  documents.sentenceHashes = roomFor(documents.sentenceHashes, count, newNumbers);
  for (const { hash } of sentences) {
    documents.sentenceHashes[number] = hash;
    number += 1;
  }
  documents.sentenceStarts[slot + 1] = number;
  documents.slots = slot + 1;
  return slot;
}

/** The sentence whose marks stand at that place, but for its hash, and the place behind it. */
export function sentenceAt({ bytes }: Documents, place: number) {
  const terms: number[] = [];
  const compounds: number[] = [];
  const marks = bytes[place] ?? 0;
  let list = terms;
  let end = place + 1;
  for (;;) {
    const first = bytes[end] ?? 0;
    if (first < sentenceCodes) return { terms, compounds, marks, end };
    if (first === compoundNext) list = compounds;
    else list.push(readTerm(bytes, end, first));
    end += termLength(first);
  }
}

/** The sentences of a slot, as they were put in. */
export function sentencesOf(documents: Documents, slot: number): KeptSentence[] {
  const { starts, sentenceStarts, sentenceHashes } = documents;
  const sentences: KeptSentence[] = [];
  let place = starts[slot] ?? 0;
  for (const hash of sentenceHashes.subarray(sentenceStarts[slot], sentenceStarts[slot + 1])) {
    const { terms, compounds, marks, end } = sentenceAt(documents, place);
    sentences.push({ terms, compounds, marks, hash });
    place = end;
  }
  return sentences;
}

/** Where in the bytes the marks of the next sentence stand, from where those of one do. */
export function nextMarks({ bytes }: Documents, place: number): number {
  let at = place;
  do at += termLength(bytes[at] ?? 0);
  while ((bytes[at] ?? 0) >= sentenceCodes);
  return at;
}
