/**
 * The words of a library as they are written (folded), with the term each stands for: what is typed
 * into the library's search is completed and mended from them. Matching a page needs none of this, so
 * the list stays packed until a search asks.
 */
import { mostTermBytes, readTerms, writeTerm } from './term-codes';

export interface WordList {
  /** UTF-8, a line feed after each word, in the order of their terms. */
  packed: Uint8Array;
  /** By word: its term's number less that of the word before, as `term-codes` writes it. */
  packedTerms: Uint8Array;
  /** Words that came since; some may be in the packed ones too. */
  readonly fresh: Map<string, number>;
}

export function newWordList(): WordList {
  return { packed: new Uint8Array(0), packedTerms: new Uint8Array(0), fresh: new Map() };
}

/** Every word, once, with its term's number. */
export function unpackWords({ packed, packedTerms, fresh }: WordList): Map<string, number> {
  const words = new Map<string, number>();
  const lines = new TextDecoder().decode(packed).split('\n');
  let term = 0;
  readTerms(packedTerms).forEach((more, at) => {
    term += more;
    words.set(lines[at] ?? '', term);
  });
  for (const [word, number] of fresh) words.set(word, number);
  return words;
}

/** A list of these words, packed. */
export function packWords(words: ReadonlyMap<string, number>): WordList {
  const inOrder = [...words].sort(([, a], [, b]) => a - b);
  const text = inOrder.map(([word]) => `${word}\n`).join('');
  const terms = new Uint8Array(mostTermBytes * words.size);
  let length = 0;
  let before = 0;
  for (const [, term] of inOrder) {
    length = writeTerm(terms, length, term - before);
    before = term;
  }
  return {
    packed: new TextEncoder().encode(text),
    packedTerms: terms.slice(0, length),
    fresh: new Map(),
  };
}
