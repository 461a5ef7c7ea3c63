/**
 * A card's text taken apart into lines, front matter entries and sections, each with its place, so
 * that one of them can be rewritten and everything else stays byte for byte.
 */
import { err, ok, type Result } from '../result';
import type { CardFault, CardFaultReason } from './card-fault';
import { valueSpan, type ValueSpan } from './scalar';
import { fencedLines } from './section-text';

/** One `key: value` of the front matter with the indented lines that belong to it. */
export interface Entry {
  readonly key: string;
  /** Index of the line with the key, and of the first line after the entry. */
  readonly line: number;
  readonly end: number;
  /** Columns of the value in the key's line. */
  readonly span: ValueSpan;
  /** The value in the key's line, without its comment. */
  readonly value: string;
  /** The indented lines that carry something: index and text without indentation. */
  readonly more: readonly { readonly line: number; readonly text: string }[];
}

/** A `## ` heading and the lines below it. */
export interface SectionSpan {
  readonly heading: string;
  readonly line: number;
  readonly end: number;
}

export interface CardText {
  /** Lines without their ends; the last is empty when the text ends with a line end. */
  readonly lines: readonly string[];
  /** The end of each line: `\n`, `\r\n`, or nothing after the last. */
  readonly ends: readonly string[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Index of the first line inside the front matter, and of its closing line. */
  readonly open: number;
  readonly close: number;
  /** Index of the `# ` line before the first section. */
  readonly titleLine: number | undefined;
  readonly sections: readonly SectionSpan[];
}

const keyLine = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]|$)/;
const titlePattern = /^#(?:[ \t]+|$)/;
const sectionPattern = /^##[ \t]+(\S.*)$/s;

function splitLines(text: string): { lines: string[]; ends: string[] } {
  const lines: string[] = [];
  const ends: string[] = [];
  const parts = text.split(/(\r?\n)/);
  for (let i = 0; i < parts.length; i += 2) {
    lines.push(parts[i] ?? '');
    ends.push(parts[i + 1] ?? '');
  }
  return { lines, ends };
}

/** The text takes apart, or the first line that does not. A byte order mark stays in its line. */
export function parseCardText(text: string): Result<CardText, CardFault> {
  const { lines, ends } = splitLines(text);
  const at = (index: number): string => lines[index] ?? '';
  const fault = (line: number, reason: CardFaultReason, detail: string) =>
    err({ line: line + 1, reason, detail: detail.slice(0, 200) });

  const opening = lines.findIndex((line) => line.replace(/^\ufeff/, '').trim() !== '');
  if (opening < 0) return fault(0, 'empty-file', '');
  if (!/^\ufeff?---[ \t]*$/.test(at(opening))) {
    return fault(opening, 'no-front-matter', at(opening));
  }

  const open = opening + 1;
  const isClosing = (line: string): boolean => /^(---|\.\.\.)[ \t]*$/.test(line);
  const entries = new Map<string, Entry>();
  if (!lines.some((line, index) => index >= open && isClosing(line))) {
    return fault(opening, 'unterminated-front-matter', at(opening));
  }
  let close = open;
  while (!isClosing(at(close))) {
    const line = at(close);
    const key = keyLine.exec(line)?.[1];
    if (key !== undefined) {
      if (entries.has(key)) return fault(close, 'duplicate-key', key);
      const entry = readEntry(lines, close, key);
      entries.set(key, entry);
      close = entry.end;
    } else if (/^\s*(#.*)?$/.test(line)) close += 1;
    else return fault(close, 'bad-line', line);
  }
  return ok({ lines, ends, entries, open, close, ...readBody(lines, close + 1) });
}

/** Reads on over indented lines and over list items that stand at the key's own column. */
function readEntry(lines: readonly string[], line: number, key: string): Entry {
  const text = lines[line] ?? '';
  const from = text.indexOf(':') + 1;
  const inner = valueSpan(text.slice(from));
  const span = { start: from + inner.start, end: from + inner.end };
  const more: { line: number; text: string }[] = [];
  let end = line + 1;
  for (let i = end; i < lines.length; i += 1) {
    const next = lines[i] ?? '';
    if (/^([ \t]+\S|-([ \t]|$))/.test(next)) {
      if (!/^\s*#(\s|$)/.test(next)) more.push({ line: i, text: next.trim() });
      end = i + 1;
    } else if (next.trim() !== '') break;
  }
  return { key, line, end, span, value: text.slice(span.start, span.end), more };
}

/** The title before the first section, and the sections; headings inside code fences are text. */
function readBody(
  lines: readonly string[],
  from: number,
): Pick<CardText, 'titleLine' | 'sections'> {
  const fenced = fencedLines(lines.slice(from));
  const starts: { heading: string; line: number }[] = [];
  let titleLine: number | undefined;
  for (let i = from; i < lines.length; i += 1) {
    if (fenced[i - from]) continue;
    const line = lines[i] ?? '';
    const heading = sectionPattern.exec(line)?.[1]?.trimEnd();
    if (heading !== undefined) starts.push({ heading, line: i });
    else if (starts.length === 0 && titlePattern.test(line)) titleLine ??= i;
  }
  const sections = starts.map((start, index) => ({
    ...start,
    end: starts[index + 1]?.line ?? lines.length,
  }));
  return { titleLine, sections };
}
