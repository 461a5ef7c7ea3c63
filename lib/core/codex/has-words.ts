/**
 * Whether a text says these words as they are, whatever their case and the white space in them, and
 * not as a part of longer words: `Li` is not in `like`. No words are in no text.
 */
export function hasWords(text: string, words: string): boolean {
  const wanted = words
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('\\s+');
  const pattern = `(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`;
  return wanted !== '' && new RegExp(pattern, 'iu').test(text);
}
