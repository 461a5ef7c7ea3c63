/** A section cut into the pieces that a merge moves as one, and put together again. */
import { readBullet } from './lists';
import { fencedLines } from './section-text';

/** What a merge moves as one: a line, a bullet with the lines that continue it, a paragraph. */
export interface Piece {
  /**
   * Tells whether two pieces are the same: the text, but for space at the ends of lines; below a
   * quote the quote too, because the same attribution under another quote is another one.
   */
  readonly key: string;
  readonly lines: readonly string[];
}

/** How a section is put together. */
export type SectionForm =
  /** Running text, line by line: an overlap is a conflict. */
  | 'prose'
  /** Bullets: two edits of the same one are two bullets. Running text among them is prose. */
  | 'list'
  /** Quotes with what stands below them: two edits of the same one are two. */
  | 'quotes'
  /** Paragraphs: two added in one place are both there, two edits of the same one a conflict. */
  | 'paragraphs';

/** The section in pieces; nothing is lost between them. */
export function cutPieces(text: string, form: SectionForm): Piece[] {
  if (text === '') return [];
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  const pieces: { lines: string[] }[] = [];
  for (const [number, line] of lines.entries()) {
    const blank = line.trim() === '';
    const above = lines[number - 1] ?? '';
    const open = pieces.at(-1);
    const goesOn =
      form === 'quotes' || form === 'paragraphs'
        ? fenced[number] || blank || above.trim() !== ''
        : form === 'list' && !blank && above.trim() !== '' && continuesBullet(open?.lines, line);
    if (open && goesOn) open.lines.push(line);
    else pieces.push({ lines: [line] });
  }
  if (form === 'prose' || form === 'list') {
    return pieces.map(({ lines: own }) => ({ key: keyOf(own), lines: own }));
  }
  let quote = '';
  return pieces.map(({ lines: own }) => {
    const key = keyOf(own);
    if (isQuote(own)) quote = `${key}\n`;
    return { key: isQuote(own) ? key : quote + key, lines: own };
  });
}

/** Whether a piece has a block quote in it. */
export function isQuote(lines: readonly string[]): boolean {
  return lines.some((line) => /^ {0,3}>/.test(line));
}

function continuesBullet(open: readonly string[] | undefined, line: string): boolean {
  return (
    readBullet(line) === undefined &&
    /^\s/.test(line) &&
    open?.[0] !== undefined &&
    readBullet(open[0]) !== undefined
  );
}

function keyOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** Paragraphs stand apart, whatever stood below them before. */
export function joinPieces(pieces: readonly Piece[], form: SectionForm): string {
  const apart = form === 'quotes' || form === 'paragraphs';
  return pieces
    .flatMap(({ lines }, index) => {
      const last = index === pieces.length - 1 || lines.at(-1)?.trim() === '';
      return apart && !last ? [...lines, ''] : lines;
    })
    .join('\n');
}
