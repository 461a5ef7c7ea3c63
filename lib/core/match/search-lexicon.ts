/**
 * What searching an index needs besides it: its words in order, and its insights by key. Made when a
 * search first asks, and again after the index has changed.
 */
import { keyOf } from './documents';
import type { MatchIndex } from './match-index';
import { isUnspaced } from './search-scripts';
import { unpackWords } from './word-list';

export interface Lexicon {
  /** The `changes` of the index when this was made. */
  readonly changes: number;
  /** The written words (folded) that live insights hold the terms of, by code unit. */
  readonly words: readonly string[];
  /** By word: its term's number, and which letters it has (`letterMask`). */
  readonly terms: Uint32Array;
  readonly letters: Uint32Array;
  /** By term: the shortest way it is written; none for what is only a compound. */
  readonly written: ReadonlyMap<number, string>;
  /** The places of the words that hold something of scripts without spaces. */
  readonly unspaced: readonly number[];
  /** By slot: the insight's key, '' for a dead slot. */
  readonly keys: readonly string[];
  /** The live slots in the order of their keys. */
  readonly slotsByKey: Uint32Array;
}

/** A bit for each letter of a word, several letters to a bit: what it lacks, the word lacks. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask >>> 0;
}

function makeLexicon(index: MatchIndex): Lexicon {
  const { documents, vocabulary, changes } = index;
  const termOfWord = unpackWords(index.words);
  // Sorted as the language sorts strings by itself, by code unit, which is also the fastest.
  const words = [...termOfWord.keys()]
    .filter((word) => (vocabulary.holding[termOfWord.get(word) ?? 0] ?? 0) > 0)
    .sort();
  const terms = Uint32Array.from(words, (word) => termOfWord.get(word) ?? 0);
  const written = new Map<number, string>();
  words.forEach((word, place) => {
    const known = written.get(terms[place] ?? 0);
    if (known === undefined || word.length < known.length) written.set(terms[place] ?? 0, word);
  });
  const keys = Array.from({ length: documents.slots }, (_, slot) =>
    documents.dead.has(slot) ? '' : keyOf(documents, slot),
  );
  const slotOfKey = new Map(keys.map((key, slot) => [key, slot]));
  slotOfKey.delete('');
  const ordered = [...slotOfKey.keys()].sort();
  return {
    changes,
    words,
    terms,
    letters: Uint32Array.from(words, letterMask),
    written,
    unspaced: words.flatMap((word, place) => (isUnspaced(word) ? place : [])),
    keys,
    slotsByKey: Uint32Array.from(ordered, (key) => slotOfKey.get(key) ?? 0),
  };
}

const made = new WeakMap<MatchIndex, Lexicon>();

/**
 * The lexicon of an index as it stands; kept until the index changes. Making it takes some 100 ms for
 * 10,000 insights: who has time to spare may ask for it before the first search.
 */
export function lexiconOf(index: MatchIndex): Lexicon {
  const known = made.get(index);
  if (known?.changes === index.changes) return known;
  const lexicon = makeLexicon(index);
  made.set(index, lexicon);
  return lexicon;
}

/** The first place whose word is not before `word`. */
export function placeOfWord({ words }: Lexicon, word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The terms of the words that begin so, each once, by their words. */
export function completions(lexicon: Lexicon, start: string): number[] {
  const terms = new Set<number>();
  for (let place = placeOfWord(lexicon, start); ; place += 1) {
    if (lexicon.words[place]?.startsWith(start) !== true) return [...terms];
    terms.add(lexicon.terms[place] ?? 0);
  }
}
