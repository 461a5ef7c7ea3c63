import { sentenceRanges } from './sentences';
import { readWords, scanAny, type Scan } from './words';

const none: readonly number[] = [];

/** A sentence of a text: where it stands in code units, and which words of the scan are its own. */
export interface TextSentence {
  readonly start: number;
  readonly end: number;
  /** The first word, and the first one after it. */
  readonly from: number;
  readonly to: number;
  /** The numbers of the terms of its words joined by a hyphen, written as one. */
  readonly compounds: readonly number[];
}

/**
 * The sentences of a text and, in the scan that comes with them, their words. It is read in one go; a
 * sentence cut within a word is then read anew by itself, its words at the end of the scan. The scan
 * holds until the next text is read.
 */
export function scanText(text: string): {
  readonly scan: Readonly<Scan>;
  readonly sentences: readonly TextSentence[];
} {
  const scan = readWords(text);
  const { count, joints } = scan;
  let word = 0;
  let joint = 0;
  const sentences = sentenceRanges(text, scan.stops).map(({ start, end }) => {
    const { starts, ends } = scan;
    while (word < count && (starts[word] ?? 0) < start) word += 1;
    let from = word;
    while (word < count && (starts[word] ?? 0) < end) word += 1;
    let to = word;
    let next = joint;
    const isCut =
      (from > 0 && (ends[from - 1] ?? 0) > start) || (to > from && (ends[to - 1] ?? 0) > end);
    if (isCut) {
      from = scan.count;
      next = joints.length;
      scanAny(text, start, end);
      to = scan.count;
    }
    let compounds = none;
    for (; (joints[next] ?? to) < to; next += 1) {
      // What joins the last word of the sentence before is not of this one.
      if ((joints[next] ?? 0) > from) compounds = [...compounds, scan.compounds[next] ?? 0];
    }
    if (!isCut) joint = next;
    return { start, end, from, to, compounds };
  });
  return { scan, sentences };
}
