/** A section cut into the pieces that a merge moves as one, and put together again. */
import { foldSpace, readBullet } from './lists';
import { fencedLines } from './section-text';

/** What a merge moves as one: a line, a bullet with the lines that continue it, a paragraph. */
export interface Piece {
  /**
   * Tells whether two pieces are the same: the text, but for space at the ends of lines; below a
   * quote the quote too, because the same attribution under another quote is another one.
   */
  readonly key: string;
  /**
   * The key whatever white space is in it, in a list below the label and the bullets that it stands
   * below: a condition under the other label is another one. Empty for blank lines.
   */
  readonly name: string;
  readonly lines: readonly string[];
  /** Whether it is a block quote. */
  readonly quote: boolean;
  /** Whether the next one stood right below, without a blank line. */
  readonly joined: boolean;
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

/** Whether its pieces are paragraphs and quotes. */
function hasQuotes(form: SectionForm): boolean {
  return form === 'quotes' || form === 'paragraphs';
}

/** No section has it, and no folding of white space takes it away in a name. */
const below = '\r';

/** The section in pieces; nothing is lost between them. The text must be a `normalSection`. */
export function cutPieces(text: string, form: SectionForm): Piece[] {
  if (text === '') return [];
  const lines = text.split('\n');
  return hasQuotes(form) ? cutParagraphs(lines) : cutLines(lines, form);
}

function cutLines(lines: readonly string[], form: SectionForm): Piece[] {
  const pieces: string[][] = [];
  for (const [number, line] of lines.entries()) {
    const [above, open] = [lines[number - 1] ?? '', pieces.at(-1)];
    const apart = form !== 'list' || line.trim() === '' || above.trim() === '';
    if (open && !apart && continuesBullet(open, line)) open.push(line);
    else pieces.push([line]);
  }
  const pathTo = paths();
  return pieces.map((own) => {
    const key = keyOf(own);
    const name = form === 'list' ? pathTo(key) : foldSpace(key);
    return { key, name, lines: own, quote: false, joined: false };
  });
}

/** Gives the pieces of a list, one after the other, the names that tell where they stand. */
function paths(): (key: string) => string {
  let label = '';
  let above: { readonly indent: number; readonly name: string }[] = [];
  return (key) => {
    const [indent, words] = [key.search(/\S/), foldSpace(key)];
    if (indent < 0) return '';
    const isBullet = readBullet(key) !== undefined;
    if (isBullet || indent === 0) above = above.filter((each) => each.indent < indent);
    if (!isBullet && /:[*_]*$|^[*_]*(?:holds|fails) when[*_]*$/i.test(words)) {
      label = words.replace(/[*_:]/g, '').trim().toLowerCase();
      return label;
    }
    const name = [label, ...above.map((each) => each.name), words].join(below);
    if (isBullet) above.push({ indent, name: words });
    return name;
  };
}

/**
 * A quote is a piece without what stands right above or below it: it stays the same quote when
 * somebody puts a blank line there.
 */
function cutParagraphs(lines: readonly string[]): Piece[] {
  const fenced = fencedLines(lines);
  const isQuote = (number: number): boolean =>
    !fenced[number] && /^ {0,3}>/.test(lines[number] ?? '');
  const starts = [...lines.keys()].filter((number) => {
    if (number === 0) return true;
    if (lines[number]?.trim() === '' || (fenced[number] && fenced[number - 1])) return false;
    return lines[number - 1]?.trim() === '' || isQuote(number) !== isQuote(number - 1);
  });
  let quoted: readonly string[] = [];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? lines.length;
    const own = lines.slice(start, end);
    const quote = isQuote(start);
    const key = keyOf(own);
    const path = quote ? [key] : [...quoted, key];
    if (quote) quoted = path;
    return {
      key: path.join(below),
      name: path.map(foldSpace).join(below),
      lines: own,
      quote,
      joined: end < lines.length && lines[end - 1]?.trim() !== '',
    };
  });
}

function continuesBullet([first = '']: readonly string[], line: string): boolean {
  return readBullet(line) === undefined && /^\s/.test(line) && readBullet(first) !== undefined;
}

function keyOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

/** Paragraphs stand apart, whatever stood below them before; a quote as it stood. */
export function joinPieces(pieces: readonly Piece[], form: SectionForm): string {
  const apart = hasQuotes(form);
  return pieces
    .flatMap(({ lines, quote, joined }, index) => {
      const next = pieces[index + 1];
      const stays = lines.at(-1)?.trim() === '' || (joined && next?.quote !== quote);
      return apart && next && !stays ? [...lines, ''] : lines;
    })
    .join('\n');
}
