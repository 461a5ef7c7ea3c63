/** What an entry of the front matter says: a text, a list, a score. */
import { scoreNames, scoreSchema, type Score } from './card';
import type { Entry } from './card-text';
import { isBlockScalar, readFlowItems, readScalar, valueSpan, withoutComment } from './scalar';

/** The value on one line; line breaks inside it are single spaces, as the card's format has them. */
export function readText(entry: Entry): string {
  const { value, more } = entry;
  const texts = more.map(({ text }) => text);
  if (isBlockScalar(value)) return texts.join(' ');
  if (texts.length === 0) return readScalar(value);
  const lines = [value, ...texts].filter((line) => line !== '');
  const first = lines[0]?.[0] ?? '';
  if (first === '"') {
    // A backslash at the end of a line joins it to the next without a space.
    const last = lines.length - 1;
    const pieces = lines.map((line, number) => {
      if (number === last) return line;
      return /(?<!\\)(?:\\\\)*\\$/.test(line) ? line.slice(0, -1) : `${line} `;
    });
    return readScalar(inSpan(pieces.join('')));
  }
  if (first === "'") return readScalar(inSpan(lines.join(' ')));
  return readScalar(lines.map(inSpan).join(' '));
}

function inSpan(text: string): string {
  const { start, end } = valueSpan(text);
  return text.slice(start, end);
}

/** One item of a block list and the lines it takes. */
export interface BlockItem {
  readonly item: string;
  readonly line: number;
  readonly end: number;
}

/** The items of a list written in lines of their own; undefined where it is not. */
export function readBlockItems({ value, more }: Entry): BlockItem[] | undefined {
  if (value !== '' || !isDash(more[0]?.text ?? '')) return undefined;
  const items: { lines: string[]; line: number; end: number }[] = [];
  for (const { line, text } of more) {
    if (isDash(text)) items.push({ lines: [text.slice(1).trim()], line, end: line + 1 });
    else {
      const last = items.at(-1);
      last?.lines.push(text);
      if (last) last.end = line + 1;
    }
  }
  return items.map(({ lines, ...place }) => {
    const [first = '', ...rest] = lines;
    const span = valueSpan(first);
    const texts = rest.map((text) => ({ line: place.line, text }));
    const entry = { key: '', ...place, span, value: first.slice(span.start, span.end) };
    return { item: readText({ ...entry, more: texts }), ...place };
  });
}

function isDash(text: string): boolean {
  return /^-([ \t]|$)/.test(text);
}

/** The items, whether between brackets, in lines of their own, or a single value. */
export function readList(entry: Entry): string[] {
  const block = readBlockItems(entry);
  if (block) return block.map(({ item }) => item);
  const whole = [entry.value, ...entry.more.map(({ text }) => withoutComment(text))]
    .join(' ')
    .trim();
  if (whole.startsWith('[') && whole.endsWith(']')) return readFlowItems(whole);
  const single = readText(entry);
  return single === '' ? [] : [single];
}

/** The five points, between braces or in lines of their own; undefined where nothing is said. */
export function readScore({ value, more }: Entry): Score | undefined | 'bad' {
  const lines = more.map(({ text }) => withoutComment(text));
  const whole = (value === '' && !lines[0]?.startsWith('{') ? lines.join(',') : '') || value;
  const outer = (whole === value ? [value, ...lines].join(' ') : whole).trim();
  const isFlow = outer.startsWith('{') && outer.endsWith('}');
  const inner = isFlow ? outer.slice(1, -1).trimEnd().replace(/,$/, '') : outer;
  if (readScalar(inner.trim()) === '') return undefined;
  const parts = inner
    .split(',')
    .map((part) => /^\s*["']?(\w+)["']?\s*:\s*["']?([1-5])["']?\s*$/.exec(part));
  const score = scoreSchema.safeParse(
    Object.fromEntries(parts.map((part) => [part?.[1] ?? '', Number(part?.[2])])),
  );
  return score.success && parts.length === scoreNames.length ? score.data : 'bad';
}
