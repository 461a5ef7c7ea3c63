/**
 * Between the Markdown of a section and the lines it takes in a card. A line that would end the
 * section or open a fence that nothing closes gets a backslash, which Markdown shows as the plain
 * character, and loses it again when it is read: any text survives.
 */

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** A closing fence carries no words. */
  readonly closes: boolean;
  /** An opening fence of backticks carries no further backtick. */
  readonly opens: boolean;
}

/** CommonMark 4.5: up to three spaces, then three or more backticks or tildes. */
function readFence(line: string): Fence | undefined {
  const match = /^ {0,3}(`{3,}|~{3,})(.*)$/s.exec(line);
  const marks = match?.[1];
  if (marks === undefined) return undefined;
  const rest = match?.[2] ?? '';
  const mark = marks.charAt(0);
  const opens = mark === '~' || !rest.includes('`');
  return { mark, length: marks.length, closes: rest.trim() === '', opens };
}

/**
 * For each line whether it belongs to a code fence, its first and last line included. A fence that
 * nothing closes is taken as text: one slip must not swallow the sections that follow.
 */
export function fencedLines(lines: readonly string[]): boolean[] {
  const fences = lines.map(readFence);
  const fenced = lines.map(() => false);
  // The shortest opening fence known to stay open, by its mark: later ones need no search.
  const unclosed = new Map<string, number>();
  for (let i = 0; i < fences.length; i += 1) {
    const fence = fences[i];
    if (!fence?.opens || fence.length >= (unclosed.get(fence.mark) ?? Infinity)) continue;
    const last = closingLine(fences, i, fence);
    if (last === undefined) unclosed.set(fence.mark, fence.length);
    else {
      fenced.fill(true, i, last + 1);
      i = last;
    }
  }
  return fenced;
}

/** The first line after `from` that closes the fence. */
function closingLine(
  fences: readonly (Fence | undefined)[],
  from: number,
  { mark, length }: Fence,
): number | undefined {
  for (let i = from + 1; i < fences.length; i += 1) {
    const other = fences[i];
    if (other?.closes && other.mark === mark && other.length >= length) return i;
  }
  return undefined;
}

const special = /^( {0,3})(\\*)(?=##[ \t]|`{3}|~{3})/;
const isBlank = (line: string): boolean => /^[ \t]*$/.test(line);

/** The lines without the blank ones around them. */
export function trimBlankLines(lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => !isBlank(line));
  if (start < 0) return [];
  return lines.slice(start, lines.findLastIndex((line) => !isBlank(line)) + 1);
}

/** The text without the blank lines at its end; white space behind its last words is theirs. */
export function trimBlankEnd(text: string): string {
  // From the end: a section that hundreds of clips are added to is not split for each.
  let last = text.length - 1;
  while (last >= 0 && ' \t\n'.includes(text.charAt(last))) last -= 1;
  const end = last < 0 ? 0 : text.indexOf('\n', last);
  return end < 0 ? text : text.slice(0, end);
}

/** The section's Markdown, line for line, as it stands in the lines of a card. */
export function readSectionLines(lines: readonly string[]): string[] {
  const fenced = fencedLines(lines);
  return lines.map((line, index) =>
    fenced[index]
      ? line
      : line.replace(special, (_, indent: string, slashes: string) => indent + slashes.slice(1)),
  );
}

/** A section's Markdown with the line ends and outer blank lines that a card can hold. */
export function normalSection(markdown: string): string {
  return trimBlankLines(markdown.replace(/\r\n?/g, '\n').split('\n')).join('\n');
}

/**
 * The lines of a card for a section's Markdown. A lone carriage return ends a line, except in lines
 * that are `kept` as a file has them.
 */
export function writeSectionLines(
  markdown: string,
  kept: ReadonlySet<string> = new Set(),
): string[] {
  const lines = trimBlankLines(
    markdown.split(/\r?\n/).flatMap((line) => (kept.has(line) ? [line] : line.split('\r'))),
  );
  const fenced = fencedLines(lines);
  return lines.map((line, index) => (fenced[index] ? line : line.replace(special, '$1\\$2')));
}
