/**
 * A card's text taken apart into lines, front matter entries and sections, each with its place, so
 * that one of them can be rewritten and everything else stays byte for byte.
 */
import { err, ok, type Result } from '../result';
import type { CardFault, CardFaultReason } from './card-fault';
import { cardKeys } from './card-layout';
import { isBlockScalar, valueSpan, type ValueSpan } from './scalar';
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

const quotedKey = /^(?:"([^"\\]*)"|'([^']*)')[ \t]{0,40}:(?=[ \t]|$)/;
/** Words, as people name keys; a sentence is none. */
const plainKey =
  /^(?:<<|[\p{L}\p{N}_$][\p{L}\p{N}\p{M}_$@./-]*(?: [\p{L}\p{N}\p{M}_$@./-]+){0,2})$/u;
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

interface KeyOfLine {
  readonly key: string;
  /** Where the value may begin: after the colon. */
  readonly from: number;
}

/** The key that a line begins with, quoted or not. */
function readKey(line: string): KeyOfLine | undefined {
  const quoted = quotedKey.exec(line);
  if (quoted) return { key: quoted[1] ?? quoted[2] ?? '', from: quoted[0].length };
  const colon = line.search(/:(?=[ \t]|$)/);
  if (colon < 0 || colon > 200) return undefined;
  const key = line.slice(0, colon).trimEnd();
  return plainKey.test(key) ? { key, from: colon + 1 } : undefined;
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
    const found = readKey(line);
    if (found !== undefined) {
      if (entries.has(found.key)) return fault(close, 'duplicate-key', found.key);
      const entry = readEntry(lines, close, found);
      const stray = strayKey(entry);
      if (stray !== undefined) return fault(stray, 'bad-line', at(stray));
      entries.set(found.key, entry);
      close = entry.end;
    } else if (/^\s*(#|$)/.test(line)) close += 1;
    else return fault(close, 'bad-line', line);
  }
  return ok({ lines, ends, entries, open, close, ...readBody(lines, close + 1) });
}

/**
 * Reads on over indented lines, and over list items and a closing bracket that stand at the key's own
 * column.
 */
function readEntry(lines: readonly string[], line: number, { key, from }: KeyOfLine): Entry {
  const text = lines[line] ?? '';
  const span = spanAfter(text, from, strictKeys.has(key));
  const value = text.slice(span.start, span.end);
  const isText = isBlockScalar(value);
  const quote = text[span.start];
  const isQuoted = (quote === '"' || quote === "'") && !closes(value);
  let isOpen = isQuoted;
  const more: { line: number; text: string }[] = [];
  let end = line + 1;
  for (let i = end; i < lines.length; i += 1) {
    const next = lines[i] ?? '';
    if (/^([ \t]+\S|-([ \t]|$))/.test(next)) {
      const words = isText ? next.trimStart() : next.trim();
      if (isText || isOpen || !/^#(\s|$)/.test(words)) more.push({ line: i, text: words });
      if (isOpen && words.endsWith(quote ?? '')) isOpen = false;
      end = i + 1;
    } else if (/^[\]}][ \t]*(?:#|$)/.test(next) && isOpenBracket(value)) {
      more.push({ line: i, text: next.trimEnd() });
      end = i + 1;
      break;
      // A comment at the margin stands between the items of a list, or it ends the entry.
    } else if (!/^(#|\s*$)/.test(next)) break;
  }
  if (more.length > 0 && isQuoted) {
    // Quotes that a later line closes: a `#` in them begins no comment.
    const whole = { start: span.start, end: text.trimEnd().length };
    return { key, line, end, span: whole, value: text.slice(whole.start, whole.end), more };
  }
  return { key, line, end, span, value, more };
}

/** Whether a list or a map begins here that does not end here. */
function isOpenBracket(value: string): boolean {
  return /^(?:\[.*(?<!\])|\{.*(?<!\}))$/.test(value);
}

function spanAfter(text: string, from: number, strict: boolean): ValueSpan {
  const { start, end } = valueSpan(text.slice(from), strict);
  return { start: from + start, end: from + end };
}

function closes(value: string): boolean {
  return value.length > 1 && value.endsWith(value[0] ?? '');
}

const strictKeys = new Set(
  cardKeys.flatMap(({ key, field, kind }) =>
    kind === 'date' || kind === 'score' || field === 'tier' || field === 'id' ? [key] : [],
  ),
);
const knownKeys = new Set(cardKeys.map(({ key }) => key));

/**
 * The first indented line of a card's own entry that is another of its keys: by one space too many
 * the value below would go into the one above, and the card come in without it.
 */
function strayKey({ key, value, more }: Entry): number | undefined {
  if (!knownKeys.has(key) || isBlockScalar(value) || /^["'[{]/.test(value)) return undefined;
  return more.find(({ text }) => knownKeys.has(readKey(text)?.key ?? ''))?.line;
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
