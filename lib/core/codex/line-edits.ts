/** Edits to the lines of a card's text, and the lines that an entry or a section takes. */
import type { CardText, Entry, SectionSpan } from './card-text';
import { trimBlankLines } from './section-text';

/** Lines `start` up to `end` give way to others; an insertion when both are the same. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The lines of an entry up to the last that carries something: comments below it stay. */
export function entryLines(entry: Entry): { start: number; end: number } {
  return { start: entry.line, end: (entry.more.at(-1)?.line ?? entry.line) + 1 };
}

/** The lines below a heading without the blank ones around them. */
export function bodySpan(
  text: CardText,
  { line, end }: SectionSpan,
): { start: number; end: number } {
  const lines = text.lines.slice(line + 1, end);
  const start = line + 1 + lines.findIndex((each) => /[^ \t]/.test(each));
  const length = trimBlankLines(lines).length;
  return length === 0 ? { start: line + 1, end: line + 1 } : { start, end: start + length };
}

/** Puts the edits in; new lines end as the text's first line does, and a missing last end stays missing. */
export function applyEdits({ lines, ends }: CardText, edits: readonly Edit[]): string {
  const newEnd = ends[0] === '\r\n' ? '\r\n' : '\n';
  const written: { line: string; end: string }[] = [];
  let from = 0;
  const keep = (to: number): void => {
    for (let i = from; i < to; i += 1) written.push({ line: lines[i] ?? '', end: ends[i] ?? '' });
    from = to;
  };
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    keep(edit.start);
    edit.lines.forEach((line, index) => {
      const replaced = edit.start + index < edit.end ? ends[edit.start + index] : undefined;
      written.push({ line, end: replaced ?? newEnd });
    });
    from = edit.end;
  }
  keep(lines.length);
  const last = written.length - 1;
  return written
    .map(({ line, end }, index) => line + (index === last ? '' : end === '' ? newEnd : end))
    .join('');
}
