/**
 * The index of a library. An insight's weights and length rest on its own text and the background
 * alone, so adding or removing one touches only its own terms and, where a sentence just became or
 * ceased to be boilerplate, the few insights that share it.
 */
import {
  boilerplateBit,
  keyOf,
  newDocuments,
  nextMarks,
  pushDocument,
  sentenceHash,
  sentencesOf,
  slotOf,
  type Documents,
  type KeptSentence,
} from './documents';
import { forgetWords, termFirstHash, termSecondHash, termTier } from './known-words';
import { matchFields, type MatchDocument } from './match';
import { maySay } from './may-say';
import { addImpacts, buildPostings, newPostings, type Postings } from './postings';
import { readDocument, type DocumentSentence } from './read-document';
import { standardTuning, type Tuning } from './tuning';
import { enterHashes, newVocabulary } from './vocabulary';
import {
  impactsOf,
  lengthOf,
  operatorField,
  sentenceWeights,
  type Weighing,
} from './weigh-document';
import { newWordList, packWords, unpackWords, type WordList } from './word-list';

/** Opaque to callers: change it only through addInsight and removeInsight. */
export interface MatchIndex extends Weighing {
  readonly documents: Documents;
  readonly words: WordList;
  postings: Postings;
  /** Counts the changes, so that what was computed from the index can be told to be out of date. */
  changes: number;
}

/** A sentence in this many insights is boilerplate and counts for little. */
const boilerplateFrom = 3;

/** How many insights an index holds. */
export function librarySize({ documents }: MatchIndex): number {
  return documents.slots - documents.dead.size;
}

function marksOf(field: DocumentSentence['field']): number {
  return field === 'operator' ? operatorField : matchFields.indexOf(field);
}

function keep(index: MatchIndex, sentence: DocumentSentence): KeptSentence {
  const { field, text, known, words, compounds } = sentence;
  const numberOf = (term: number) =>
    enterHashes(index.vocabulary, termFirstHash(term), termSecondHash(term), termTier(term));
  const numbers = known.map(numberOf);
  numbers.forEach((number, at) => index.words.fresh.set(words[at] ?? '', number));
  return {
    terms: numbers,
    compounds: compounds.map(numberOf),
    hash: field === 'operator' ? 0 : sentenceHash(text),
    marks: marksOf(field),
  };
}

/** Counts an insight's terms in or out of how many hold each. */
function count({ vocabulary }: MatchIndex, sentences: readonly KeptSentence[], by: 1 | -1): void {
  const seen = new Set(sentences.flatMap(({ terms, compounds }) => [...terms, ...compounds]));
  for (const term of seen) vocabulary.holding[term] = (vocabulary.holding[term] ?? 0) + by;
}

/** Puts an insight into the documents, boilerplate not yet told; everything but postings. */
function enter(index: MatchIndex, document: MatchDocument): void {
  const sentences = readDocument(document).map((sentence) => keep(index, sentence));
  count(index, sentences, 1);
  pushDocument(index.documents, document.key, sentences);
}

/** The hashes of the sentences in the slots from one to before another; 0 among them is nobody's. */
function hashesOf({ sentenceHashes, sentenceStarts }: Documents, from: number, to: number) {
  return sentenceHashes.subarray(sentenceStarts[from], sentenceStarts[to]);
}

/**
 * Where sentences with these hashes stand in live insights from a slot on: their numbers and slots, in
 * order.
 */
function whereSaid(
  { sentenceHashes, sentenceStarts, dead, slots }: Documents,
  hashes: ReadonlySet<number>,
  from: number,
): { readonly numbers: number[]; readonly slotsOf: number[] } {
  // Most sentences stand in one insight: a small table of last bits passes over the others.
  const mask = 0xffff;
  const mayBe = new Uint8Array(mask + 1);
  for (const hash of hashes) mayBe[hash & mask] = 1;
  const numbers: number[] = [];
  const slotsOf: number[] = [];
  let slot = from;
  const end = sentenceStarts[slots] ?? 0;
  for (let number = sentenceStarts[from] ?? 0; number < end; number += 1) {
    const hash = sentenceHashes[number] ?? 0;
    if (mayBe[hash & mask] !== 1 || !hashes.has(hash)) continue;
    slot = slotOfSentence(sentenceStarts, slot, slots, number);
    if (dead.has(slot)) continue;
    numbers.push(number);
    slotsOf.push(slot);
  }
  return { numbers, slotsOf };
}

/** The slot that a sentence belongs to; it is `from` or later. */
function slotOfSentence(starts: Uint32Array, from: number, to: number, number: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= number) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Marks or unmarks as boilerplate the sentences with these hashes, which stand in no insight before the
 * slot `from`; gives the slots that changed.
 */
function mark(documents: Documents, hashes: ReadonlySet<number>, from: number): Set<number> {
  const { sentenceHashes, sentenceStarts, starts, bytes } = documents;
  const { numbers, slotsOf } = whereSaid(documents, hashes, from);
  const holders = new Map<number, { slot: number; count: number }>();
  numbers.forEach((number, at) => {
    const hash = sentenceHashes[number] ?? 0;
    const slot = slotsOf[at] ?? 0;
    const seen = holders.get(hash);
    if (!seen) holders.set(hash, { slot, count: 1 });
    else if (seen.slot !== slot) {
      seen.slot = slot;
      seen.count += 1;
    }
  });
  const changed = new Set<number>();
  // In order, so that each insight is walked through once.
  let [slot, next, place] = [-1, 0, 0];
  numbers.forEach((number, at) => {
    if (slot !== slotsOf[at]) {
      slot = slotsOf[at] ?? 0;
      [next, place] = [sentenceStarts[slot] ?? 0, starts[slot] ?? 0];
    }
    for (; next < number; next += 1) place = nextMarks(documents, place);
    const marks = bytes[place] ?? 0;
    const isBoilerplate = (holders.get(sentenceHashes[number] ?? 0)?.count ?? 0) >= boilerplateFrom;
    const wanted = isBoilerplate ? marks | boilerplateBit : marks & ~boilerplateBit;
    if (wanted === marks) return;
    bytes[place] = wanted;
    changed.add(slot);
  });
  return changed;
}

/** Takes an insight out, boilerplate not yet told again; gives the slot it had, or -1. */
function leave(index: MatchIndex, key: string): number {
  const { documents } = index;
  const slot = slotOf(documents, key);
  if (slot < 0) return slot;
  count(index, sentencesOf(documents, slot), -1);
  documents.dead.add(slot);
  return slot;
}

/** Postings beside the flat ones from which on all are laid out anew. */
const mostAdded = 2000;

/**
 * Takes the insights with these keys out of the index and puts these in, all at once, which for many is
 * much faster than one by one and comes to the same. An insight whose key the index has is replaced.
 */
export function changeInsights(
  index: MatchIndex,
  removed: readonly string[],
  added: readonly MatchDocument[],
): void {
  const { documents } = index;
  const first = documents.slots;
  changeDocuments(index, removed, added);
  if (documents.slots - index.postings.builtSlots > mostAdded) layOutPostings(index);
  else {
    for (let slot = first; slot < documents.slots; slot += 1) {
      addImpacts(index.postings, slot, impactsOf(index, sentencesOf(documents, slot)));
    }
  }
  index.changes += 1;
}

/** The same, without postings. */
function changeDocuments(
  index: MatchIndex,
  removed: readonly string[],
  added: readonly MatchDocument[],
): void {
  const { documents } = index;
  const byKey = new Map(added.map((document) => [document.key, document]));
  const hashes = new Set<number>();
  if (librarySize(index) > 0) {
    for (const key of new Set([...removed, ...byKey.keys()])) {
      const slot = leave(index, key);
      for (const hash of hashesOf(documents, slot, slot + 1)) hashes.add(hash);
    }
  }
  const first = documents.slots;
  forgetWords();
  for (const document of byKey.values()) enter(index, document);
  for (const hash of hashesOf(documents, first, documents.slots)) hashes.add(hash);
  hashes.delete(0);
  const measured = mark(documents, hashes, maySay(documents, first, hashes) ? 0 : first);
  for (let slot = first; slot < documents.slots; slot += 1) measured.add(slot);
  for (const slot of measured) {
    documents.lengths[slot] = lengthOf(index, sentencesOf(documents, slot));
  }
}

/** Adds one insight to the index; an insight with the same key is replaced. */
export function addInsight(index: MatchIndex, document: MatchDocument): void {
  changeInsights(index, [], [document]);
}

/** Takes one insight out of the index; a key that is not there changes nothing. */
export function removeInsight(index: MatchIndex, key: string): void {
  changeInsights(index, [key], []);
}

/** An index that holds nothing. */
export function emptyIndex(tuning: Tuning = standardTuning): MatchIndex {
  return {
    tuning,
    wordWeights: sentenceWeights(tuning),
    vocabulary: newVocabulary(),
    documents: newDocuments(),
    words: newWordList(),
    postings: newPostings(),
    changes: 0,
  };
}

/** Lays out the postings of all slots anew, as one array. */
export function layOutPostings(index: MatchIndex): void {
  const { documents, vocabulary } = index;
  index.postings = buildPostings(vocabulary.size, documents.slots, (slot) =>
    impactsOf(index, sentencesOf(documents, slot)),
  );
  index.changes += 1;
}

/**
 * The index of a library. Later documents with the key of an earlier one replace it. Scores do not
 * depend on the order: adding one by one gives the same.
 */
export function buildIndex(
  documents: readonly MatchDocument[],
  tuning: Tuning = standardTuning,
): MatchIndex {
  const index = emptyIndex(tuning);
  changeDocuments(index, [], documents);
  return compactIndex(index);
}

/**
 * The index laid out anew with nothing in it but what lives: slots closed up, and terms renumbered by how
 * many insights hold them, so that the commonest take a byte where they stand and lie side by side.
 */
export function compactIndex(index: MatchIndex): MatchIndex {
  const { vocabulary: old, documents } = index;
  const made = emptyIndex(index.tuning);
  const numbers = new Int32Array(old.size).fill(-1);
  const holders = old.holding.subarray(0, old.size);
  const held = [...holders.keys()].filter((term) => (holders[term] ?? 0) > 0);
  for (const term of held.sort((a, b) => (holders[b] ?? 0) - (holders[a] ?? 0))) {
    const [first = 0, second = 0] = old.hashes.subarray(2 * term, 2 * term + 2);
    const number = enterHashes(made.vocabulary, first, second, old.tiers[term] ?? 0);
    made.vocabulary.holding[number] = holders[term] ?? 0;
    numbers[term] = number;
  }
  const numberOf = (term: number): number => numbers[term] ?? -1;
  for (let slot = 0; slot < documents.slots; slot += 1) {
    if (documents.dead.has(slot)) continue;
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
    if (numberOf(term) >= 0) words.set(word, numberOf(term));
  }
  Object.assign(made.words, packWords(words));
  layOutPostings(made);
  return made;
}

/** The hashes of the sentences that an insight shares with many others; none for the slot -1. */
export function boilerplateOf({ documents }: MatchIndex, slot: number): ReadonlySet<number> {
  const { sentenceStarts, sentenceHashes, starts, bytes } = documents;
  const hashes = new Set<number>();
  let place = starts[slot] ?? 0;
  const end = sentenceStarts[slot + 1] ?? 0;
  for (let number = sentenceStarts[slot] ?? end; number < end; number += 1) {
    if ((bytes[place] ?? 0) >= boilerplateBit) hashes.add(sentenceHashes[number] ?? 0);
    place = nextMarks(documents, place);
  }
  return hashes;
}
