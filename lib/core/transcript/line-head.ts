/** How a line of a transcript on a page begins: with a time, a name, both or neither. */
import { parseTime } from './format-time';
import { isNameLike, labelAt } from './speaker-label';

export interface LineHead {
  /** Seconds. */
  readonly start?: number;
  readonly end?: number;
  readonly name?: string;
  /** What follows, said or not. */
  readonly rest: string;
  /** All of the line. */
  readonly line: string;
  /** True where the time stands in brackets or alone, which prose never does. */
  readonly certain: boolean;
}

const clock = '(\\d{1,3}:\\d{2}(?::\\d{2})?)(?:[.,]\\d{1,3})?';
const range = `${clock}(?:\\s{0,3}(?:-->|[-\\u2013\\u2014]|to)\\s{0,3}${clock})?`;
const bracketedTime = `[[(]\\s{0,3}${range}\\s{0,3}[\\])]`;
const separator = '\\s{0,3}[:\\-\\u2013\\u2014|]?(?=\\s|$)\\s{0,20}';

/** `(00:12:34):`, `[12:34]`, the words right behind it or not. */
const bracketsFirst = new RegExp(
  `^${bracketedTime}(?:${separator}|(?=[\\p{L}\\p{N}"'\\u2018\\u201c\\u00bf\\u00a1*>]))`,
  'u',
);
/** `12:34`, with words behind it or without. */
const bareFirst = new RegExp(`^${range}${separator}`);
/** `Ada King (00:12:34):`, `Ada King [12:34]`. */
const nameThenBrackets = new RegExp(
  `^([^[\\](){}:]{1,60}?)\\s{0,3}:?\\s{0,3}${bracketedTime}${separator}`,
);
/** `Ada King  12:34` and nothing else. */
const nameThenTime = new RegExp(
  `^([^[\\](){}:]{1,60}?)(?:\\s{1,10}|\\s{0,3}[-\\u2013\\u2014|\\u2022\\u00b7,]\\s{0,3})${clock}\\s{0,20}$`,
);
const emphasis = /^(?:#{1,6}\s+|>\s+)?(?:\*\*|__)?|(?:\*\*|__)/g;

const nothing: LineHead = { line: '', rest: '', certain: false };

/** Reads the beginning of a line. Names are judged by their shape alone. */
export function lineHead(line: string): LineHead {
  if (line === '') return nothing;
  // Marks of Markdown are no words; only the head of a line is looked at.
  const head = line.slice(0, 200).replace(emphasis, '').trimStart();
  const whole = head + line.slice(200);
  if (!/\d:\d/.test(head)) return { line, ...named(whole.trim()), certain: false };
  for (const [pattern, certain] of [
    [bracketsFirst, true],
    [bareFirst, false],
  ] as const) {
    const match = pattern.exec(head);
    const start = parseTime(match?.[1] ?? '');
    if (match === null || start === undefined) continue;
    const rest = whole.slice(match[0].length).trim();
    return { line, ...named(rest), start, ...ending(match[2]), certain: certain || rest === '' };
  }
  for (const pattern of [nameThenBrackets, nameThenTime]) {
    const match = pattern.exec(head);
    const start = parseTime(match?.[2] ?? '');
    const name = nameOf(match?.[1]);
    if (match === null || start === undefined || name === undefined) continue;
    return {
      line,
      name,
      start,
      ...ending(match[3]),
      rest: whole.slice(match[0].length).trim(),
      certain: true,
    };
  }
  return { line, ...named(whole.trim()), certain: false };
}

function ending(text: string | undefined): { end?: number } {
  const end = text === undefined ? undefined : parseTime(text);
  return end === undefined ? {} : { end };
}

function named(text: string): Pick<LineHead, 'name' | 'rest'> {
  const label = labelAt(text);
  return label ? { name: label.name, rest: text.slice(label.from) } : { rest: text };
}

function nameOf(text: string | undefined): string | undefined {
  const name = text?.replace(/\s+/g, ' ').trim() ?? '';
  return name !== '' && isNameLike(name) ? name : undefined;
}
