/** Characters that take no room on the screen: soft hyphen, zero-width space, word joiner, BOM. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g;
const blank = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

/**
 * The words as a reader sees them: invisible characters gone, white space folded to single spaces,
 * lines kept apart by one line break each, no empty lines.
 */
export function visibleText(text: string): string {
  return text
    .replace(invisible, '')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The text on one line: {@link visibleText} with its line breaks folded to spaces. */
export function visibleLine(text: string): string {
  return text.replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** Whether the code unit at an offset is white space or invisible; true outside the text. */
export function isBlankAt(text: string, offset: number): boolean {
  return blank.test(text[offset] ?? ' ');
}

/** The range without the blank characters at its two ends; null when nothing visible is left. */
export function trimRange(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(text.length, Math.max(start, end));
  while (from < to && isBlankAt(text, from)) from += 1;
  while (to > from && isBlankAt(text, to - 1)) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
