/**
 * The index: for every term and pair the insights that hold it. An insight's weights and length rest
 * on its own text and the background alone, so adding or removing one touches only its own features
 * (and, where a sentence just became or ceased to be boilerplate, the few insights that share it).
 */
import { backgroundShare } from './background';
import { countWeight, pairBackground, pairRarity, termRarity } from './features';
import type { MatchDocument } from './match';
import { getPair, newPairTable, setPair, type PairTable } from './pair-table';
import { addFeature, addHolder, newPostings, removeHolder, type Postings } from './postings';
import { readDocument, type DocumentSentence } from './read-document';

interface Entry {
  readonly document: MatchDocument;
  /** The numbers of its features. */
  readonly features: readonly number[];
}

/** Opaque to callers: change it only through addInsight and removeInsight. */
export interface MatchIndex {
  readonly terms: Map<string, number>;
  readonly pairs: PairTable;
  readonly postings: Postings;
  readonly slotOf: Map<string, number>;
  readonly entries: (Entry | undefined)[];
  /** The length of each insight's weight vector, by slot. */
  readonly lengths: number[];
  readonly freeSlots: number[];
  /** The slots that hold a sentence, by its text. */
  readonly sentences: Map<string, number[]>;
}

/** A sentence in this many insights is boilerplate and counts for little. */
const boilerplateFrom = 3;
const boilerplateWeight = 0.15;
const fieldWeights: Readonly<Partial<Record<DocumentSentence['field'], number>>> = {
  title: 2,
  claim: 2,
};

/** Whether so many insights hold this very sentence that it says nothing about any one of them. */
export function isBoilerplate(index: MatchIndex, sentence: string): boolean {
  return (index.sentences.get(sentence)?.length ?? 0) >= boilerplateFrom;
}

function termNumberOf(index: MatchIndex, term: string): number {
  const known = index.terms.get(term);
  if (known !== undefined) return known;
  const number = addFeature(index.postings, backgroundShare(term), termRarity(term));
  index.terms.set(term, number);
  return number;
}

function pairNumberOf(index: MatchIndex, first: number, second: number): number {
  const known = getPair(index.pairs, first, second);
  if (known !== undefined) return known;
  const { share } = index.postings;
  const both = pairBackground(share[first] ?? 0, share[second] ?? 0);
  const number = addFeature(index.postings, both, pairRarity);
  setPair(index.pairs, first, second, number);
  return number;
}

/** How often an insight holds each feature, fields weighted and boilerplate down-weighted. */
function countFeatures(
  index: MatchIndex,
  sentences: readonly DocumentSentence[],
): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (number: number, weight: number) => {
    counts.set(number, (counts.get(number) ?? 0) + weight);
  };
  for (const sentence of sentences) {
    const weight = isBoilerplate(index, sentence.text)
      ? boilerplateWeight
      : (fieldWeights[sentence.field] ?? 1);
    let before = -1;
    for (const term of sentence.terms) {
      const number = termNumberOf(index, term);
      add(number, weight);
      if (before >= 0) add(pairNumberOf(index, before, number), weight);
      before = number;
    }
  }
  return counts;
}

function enterFeatures(
  index: MatchIndex,
  slot: number,
  document: MatchDocument,
  sentences: readonly DocumentSentence[],
): void {
  const { postings } = index;
  const features: number[] = [];
  let squares = 0;
  for (const [number, count] of countFeatures(index, sentences)) {
    const weight = countWeight(count);
    addHolder(postings, number, slot, weight);
    features.push(number);
    squares += (weight * (postings.rarity[number] ?? 0)) ** 2;
  }
  index.entries[slot] = { document, features };
  index.lengths[slot] = Math.sqrt(squares);
}

function dropFeatures(index: MatchIndex, slot: number): void {
  for (const number of index.entries[slot]?.features ?? []) {
    removeHolder(index.postings, number, slot);
  }
  index.entries[slot] = undefined;
  index.lengths[slot] = 0;
}

/** The distinct sentences of an insight that can become boilerplate: an operator's name cannot. */
function ownSentences(sentences: readonly DocumentSentence[]): Set<string> {
  return new Set(sentences.filter(({ field }) => field !== 'operator').map(({ text }) => text));
}

/** Notes that a slot holds these sentences; gives the slots for which one became boilerplate. */
function enterSentences(index: MatchIndex, slot: number, texts: ReadonlySet<string>): Set<number> {
  const changed = new Set<number>();
  for (const text of texts) {
    const slots = index.sentences.get(text);
    if (!slots) index.sentences.set(text, [slot]);
    else {
      if (slots.length + 1 === boilerplateFrom) for (const other of slots) changed.add(other);
      slots.push(slot);
    }
  }
  return changed;
}

/** The reverse: gives the slots for which a sentence is boilerplate no more. */
function dropSentences(index: MatchIndex, slot: number, texts: ReadonlySet<string>): Set<number> {
  const changed = new Set<number>();
  for (const text of texts) {
    const left = (index.sentences.get(text) ?? []).filter((other) => other !== slot);
    if (left.length === 0) index.sentences.delete(text);
    else index.sentences.set(text, left);
    if (left.length + 1 === boilerplateFrom) for (const other of left) changed.add(other);
  }
  return changed;
}

function reweigh(index: MatchIndex, slots: ReadonlySet<number>): void {
  for (const slot of slots) {
    const document = index.entries[slot]?.document;
    if (!document) continue;
    dropFeatures(index, slot);
    enterFeatures(index, slot, document, readDocument(document));
  }
}

function takeSlot(index: MatchIndex, key: string): number {
  const slot = index.freeSlots.pop() ?? index.entries.push(undefined) - 1;
  index.slotOf.set(key, slot);
  return slot;
}

/** Adds one insight to the index; an insight with the same key is replaced. */
export function addInsight(index: MatchIndex, document: MatchDocument): void {
  removeInsight(index, document.key);
  const sentences = readDocument(document);
  const slot = takeSlot(index, document.key);
  const changed = enterSentences(index, slot, ownSentences(sentences));
  enterFeatures(index, slot, document, sentences);
  reweigh(index, changed);
}

/** Takes one insight out of the index; a key that is not there changes nothing. */
export function removeInsight(index: MatchIndex, key: string): void {
  const slot = index.slotOf.get(key);
  const document = slot === undefined ? undefined : index.entries[slot]?.document;
  if (slot === undefined || !document) return;
  dropFeatures(index, slot);
  const changed = dropSentences(index, slot, ownSentences(readDocument(document)));
  index.slotOf.delete(key);
  index.freeSlots.push(slot);
  reweigh(index, changed);
}

/**
 * The index of a library. Later documents with the key of an earlier one replace it. Scores do not
 * depend on the order: adding one by one gives the same.
 */
export function buildIndex(documents: readonly MatchDocument[]): MatchIndex {
  const index: MatchIndex = {
    terms: new Map(),
    pairs: newPairTable(),
    postings: newPostings(),
    slotOf: new Map(),
    entries: [],
    lengths: [],
    freeSlots: [],
    sentences: new Map(),
  };
  const byKey = new Map(documents.map((document) => [document.key, document]));
  const read = [...byKey.values()].map((document) => {
    const sentences = readDocument(document);
    const slot = takeSlot(index, document.key);
    enterSentences(index, slot, ownSentences(sentences));
    return { slot, document, sentences };
  });
  for (const { slot, document, sentences } of read) {
    enterFeatures(index, slot, document, sentences);
  }
  return index;
}
