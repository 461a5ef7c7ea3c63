import type { HtmlPiece } from './html-pieces';

/** Tags that begin a new line of text. */
const blocks = new Set(
  'address article aside blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Whether a tag begins a new line of text. */
export function isBlock(name: string): boolean {
  return blocks.has(name);
}

/** The text of a page, a line for each of its blocks; empty lines are those between them. */
export function htmlLines(pieces: readonly HtmlPiece[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') line += piece.text.replace(/\s+/g, ' ');
    else if (isBlock(piece.name)) {
      lines.push(line.trim());
      line = '';
    }
  }
  return [...lines, line.trim()];
}
