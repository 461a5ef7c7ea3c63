/**
 * The words of a library as they are written (folded), with the term each stands for: what is typed
 * into the library's search is completed and mended from them. Matching a page needs none of this, so
 * the list stays packed until a search asks.
 */
import { newNumbers } from './typed-arrays';

export interface WordList {
  /** UTF-8, a line feed after each word. */
  packed: Uint8Array;
  /** By word: its term's number. */
  packedTerms: Uint32Array;
  /** Words that came since; some may be in the packed ones too. */
  readonly fresh: Map<string, number>;
}

export function newWordList(): WordList {
  return { packed: new Uint8Array(0), packedTerms: newNumbers(0), fresh: new Map() };
}

/** Every word, once, with its term's number. */
export function unpackWords({ packed, packedTerms, fresh }: WordList): Map<string, number> {
  const words = new Map<string, number>();
  const lines = new TextDecoder().decode(packed).split('\n');
  packedTerms.forEach((term, at) => words.set(lines[at] ?? '', term));
  for (const [word, term] of fresh) words.set(word, term);
  return words;
}

/** A list of these words, packed. */
export function packWords(words: ReadonlyMap<string, number>): WordList {
  const text = Array.from(words.keys(), (word) => `${word}\n`).join('');
  return {
    packed: new TextEncoder().encode(text),
    packedTerms: Uint32Array.from(words.values()),
    fresh: new Map(),
  };
}
