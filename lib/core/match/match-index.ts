/**
 * The index of a library. An insight's weights and length rest on its own text and the background
 * alone, so adding or removing one touches only its own terms and, where a sentence just became or
 * ceased to be boilerplate, the few insights that share it.
 */
import {
  boilerplateBit,
  newDocuments,
  pushDocument,
  sentenceHash,
  sentencesOf,
  slotOf,
  type Documents,
  type KeptSentence,
} from './documents';
import { matchFields, type MatchDocument } from './match';
import { addImpacts, buildPostings, newPostings, type Postings } from './postings';
import { readDocument, type DocumentSentence } from './read-document';
import { standardTuning, type Tuning } from './tuning';
import { enterTerm, newVocabulary } from './vocabulary';
import {
  impactsOf,
  lengthOf,
  operatorField,
  sentenceWeights,
  type Weighing,
} from './weigh-document';
import { newWordList, type WordList } from './word-list';

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
  return documents.live;
}

function marksOf(field: DocumentSentence['field']): number {
  return field === 'operator' ? operatorField : matchFields.indexOf(field);
}

function keep(index: MatchIndex, sentence: DocumentSentence): KeptSentence {
  const { field, text, terms, words, compounds } = sentence;
  const numberOf = (term: string) => enterTerm(index.vocabulary, term);
  const numbers = terms.map(numberOf);
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
function enter(index: MatchIndex, document: MatchDocument): number {
  const sentences = readDocument(document).map((sentence) => keep(index, sentence));
  count(index, sentences, 1);
  return pushDocument(index.documents, document.key, sentences);
}

function measure(index: MatchIndex, slot: number): void {
  const { documents } = index;
  documents.lengths[slot] = lengthOf(index, sentencesOf(documents, slot));
}

/** Where in the sentences of all live insights these hashes stand: sentence numbers by hash. */
function whereSaid(documents: Documents, hashes: ReadonlySet<number>): Map<number, number[]> {
  const { sentenceHashes, sentenceStarts, slots } = documents;
  const count = sentenceStarts[slots] ?? 0;
  const found = new Map<number, number[]>();
  // Most sentences stand in one insight: a small table of their last bits passes over the others.
  const mayBe = new Uint8Array(4096);
  for (const hash of hashes) mayBe[hash & 4095] = 1;
  for (let number = 0; number < count; number += 1) {
    const hash = sentenceHashes[number] ?? 0;
    if (mayBe[hash & 4095] !== 1 || !hashes.has(hash)) continue;
    const list = found.get(hash);
    if (list) list.push(number);
    else found.set(hash, [number]);
  }
  return found;
}

/** The slot that a sentence belongs to. */
function slotOfSentence({ sentenceStarts, slots }: Documents, number: number): number {
  let low = 0;
  let high = slots;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sentenceStarts[middle] ?? 0) <= number) low = middle;
    else high = middle;
  }
  return low;
}

/** Marks or unmarks as boilerplate the sentences with these hashes; gives the slots that changed. */
function mark(documents: Documents, hashes: ReadonlySet<number>): Set<number> {
  const changed = new Set<number>();
  for (const numbers of whereSaid(documents, hashes).values()) {
    const said = numbers
      .map((number) => ({ number, slot: slotOfSentence(documents, number) }))
      .filter(({ slot }) => documents.alive[slot] === 1);
    const isBoilerplate = new Set(said.map(({ slot }) => slot)).size >= boilerplateFrom;
    for (const { number, slot } of said) {
      const marks = documents.sentenceMarks[number] ?? 0;
      const wanted = isBoilerplate ? marks | boilerplateBit : marks & ~boilerplateBit;
      if (wanted === marks) continue;
      documents.sentenceMarks[number] = wanted;
      changed.add(slot);
    }
  }
  return changed;
}

function hashesOf(sentences: readonly KeptSentence[]): Set<number> {
  return new Set(sentences.map(({ hash }) => hash).filter((hash) => hash !== 0));
}

/** Marks the boilerplate of a library that is read for the first time, all at once. */
function markAll(documents: Documents): void {
  const { sentenceHashes, sentenceMarks, sentenceStarts, slots } = documents;
  const holders = new Map<number, { slot: number; count: number }>();
  const each = (visit: (number: number, slot: number, hash: number) => void) => {
    for (let slot = 0; slot < slots; slot += 1) {
      const end = sentenceStarts[slot + 1] ?? 0;
      for (let number = sentenceStarts[slot] ?? 0; number < end; number += 1) {
        const hash = sentenceHashes[number] ?? 0;
        if (hash !== 0) visit(number, slot, hash);
      }
    }
  };
  each((_, slot, hash) => {
    const seen = holders.get(hash);
    if (!seen) holders.set(hash, { slot, count: 1 });
    else if (seen.slot !== slot) {
      seen.slot = slot;
      seen.count += 1;
    }
  });
  each((number, _, hash) => {
    if ((holders.get(hash)?.count ?? 0) < boilerplateFrom) return;
    sentenceMarks[number] = (sentenceMarks[number] ?? 0) | boilerplateBit;
  });
}

/** Adds one insight to the index; an insight with the same key is replaced. */
export function addInsight(index: MatchIndex, document: MatchDocument): void {
  removeInsight(index, document.key);
  const { documents, postings } = index;
  const slot = enter(index, document);
  const sentences = sentencesOf(documents, slot);
  addImpacts(postings, slot, impactsOf(index, sentences));
  const changed = mark(documents, hashesOf(sentences));
  for (const other of changed.add(slot)) measure(index, other);
  index.changes += 1;
}

/** Takes one insight out of the index; a key that is not there changes nothing. */
export function removeInsight(index: MatchIndex, key: string): void {
  const { documents } = index;
  const slot = slotOf(documents, key);
  if (slot < 0) return;
  const sentences = sentencesOf(documents, slot);
  count(index, sentences, -1);
  documents.alive[slot] = 0;
  documents.live -= 1;
  for (const other of mark(documents, hashesOf(sentences))) measure(index, other);
  index.changes += 1;
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
  const byKey = new Map(documents.map((document) => [document.key, document]));
  for (const document of byKey.values()) enter(index, document);
  markAll(index.documents);
  for (let slot = 0; slot < index.documents.slots; slot += 1) measure(index, slot);
  layOutPostings(index);
  return index;
}

/** The hashes of an insight's sentences that many insights share. */
export function boilerplateOf({ documents }: MatchIndex, key: string): ReadonlySet<number> {
  const slot = slotOf(documents, key);
  if (slot < 0) return new Set();
  const marked = sentencesOf(documents, slot).filter(({ marks }) => (marks & boilerplateBit) !== 0);
  return hashesOf(marked);
}
