import { wordSegmenter } from '../word-segmenter';

/** How far around an offset words are looked at, in code units: languages without spaces need much. */
const reach = 400;

/**
 * Whether a word begins or ends at an offset of the text, by Unicode's rules (UAX 29), as the Text
 * Fragments specification has it: also at the text's own ends, and beside white space.
 */
export function isWordBoundary(text: string, offset: number): boolean {
  const before = text[offset - 1];
  const after = text[offset];
  if (before === undefined || after === undefined) return text !== '';
  if (/\s/.test(before) || /\s/.test(after)) return true;
  if (/[a-z0-9]/i.test(before) && /[a-z0-9]/i.test(after)) return false;
  const head = text.slice(Math.max(0, offset - reach), offset);
  const tail = text.slice(offset, offset + reach);
  const from = head.search(/\S+$/);
  const to = tail.search(/\s/);
  const near = head.slice(Math.max(0, from)) + (to < 0 ? tail : tail.slice(0, to));
  const place = head.length - Math.max(0, from);
  return wordSegmenter().segment(near).containing(place)?.index === place;
}

/** The words of one line, each with where it starts and ends. */
export function wordsIn(line: string): { readonly start: number; readonly end: number }[] {
  return Array.from(wordSegmenter().segment(line))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}
