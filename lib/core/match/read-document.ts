/** An insight's fields as sentences with their terms: what the index counts and reasons quote. */
import { fold, termText } from './known-words';
import { matchFields, type MatchDocument, type MatchField } from './match';
import { plainText } from './plain-text';
import { scanText } from './scan-text';

/** One sentence of an insight: a verbatim piece of the field's plain text. */
export interface DocumentSentence {
  readonly field: MatchField | 'operator';
  readonly text: string;
  /** Terms in order, stop words left out. */
  readonly terms: readonly string[];
  /** The same as numbers (known-words.ts). */
  readonly known: readonly number[];
  /** The words that the terms stand for, folded. */
  readonly words: readonly string[];
  /** What hyphenated words are as one, as numbers. */
  readonly compounds: readonly number[];
}

/** The sentences of a text with their terms. */
export function readSentences(field: DocumentSentence['field'], plain: string): DocumentSentence[] {
  const { scan, sentences } = scanText(plain);
  return sentences.map(({ start, end, from, to, compounds }) => {
    const known: number[] = [];
    const words: string[] = [];
    for (let at = from; at < to; at += 1) {
      const number = scan.terms[at] ?? 0;
      if (number === 0) continue;
      known.push(number);
      words.push(fold(plain.slice(scan.starts[at], scan.ends[at])));
    }
    return {
      field,
      text: plain.slice(start, end),
      terms: known.map(termText),
      known,
      words,
      compounds,
    };
  });
}

/** All sentences of an insight, its operator's name first and then field by field. */
export function readDocument(document: MatchDocument): DocumentSentence[] {
  const { operator, fields } = document;
  return (['operator', ...matchFields] as const).flatMap((field) => {
    const markdown = field === 'operator' ? operator : fields[field];
    if (markdown === undefined || markdown === '') return [];
    return readSentences(field, field === 'operator' ? operator : plainText(markdown));
  });
}
