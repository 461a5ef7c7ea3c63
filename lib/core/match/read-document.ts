/** An insight's fields as sentences with their terms: what the index counts and reasons quote. */
import { matchFields, type MatchDocument, type MatchField } from './match';
import { plainText } from './plain-text';
import { sentenceRanges } from './sentences';
import { fold, scanWords } from './words';

/** One sentence of an insight: a verbatim piece of the field's plain text. */
export interface DocumentSentence {
  readonly field: MatchField | 'operator';
  readonly text: string;
  /** Terms in order, stop words left out. */
  readonly terms: readonly string[];
  /** The words that the terms stand for, folded. */
  readonly words: readonly string[];
  /** What hyphenated words are as one. */
  readonly compounds: readonly string[];
}

/** The sentences of a text with their terms. */
export function readSentences(field: DocumentSentence['field'], plain: string): DocumentSentence[] {
  return sentenceRanges(plain).map(({ start, end }) => {
    const text = plain.slice(start, end);
    const { terms: all, starts, ends, compounds } = scanWords(text);
    const terms: string[] = [];
    const words: string[] = [];
    all.forEach((term, at) => {
      if (term === '') return;
      terms.push(term);
      words.push(fold(text.slice(starts[at], ends[at])));
    });
    return { field, text, terms, words, compounds };
  });
}

/** All sentences of an insight, field by field, its operator's name last. */
export function readDocument(document: MatchDocument): DocumentSentence[] {
  const sentences = matchFields.flatMap((field) => {
    const markdown = document.fields[field];
    return markdown === undefined ? [] : readSentences(field, plainText(markdown));
  });
  if (document.operator !== '') sentences.push(...readSentences('operator', document.operator));
  return sentences;
}
