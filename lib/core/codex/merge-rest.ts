/** What a card's text holds beside the card's own fields and sections, merged as it is written. */
import { cardKeys, sectionOfHeading } from './card-layout';
import type { CardText } from './card-text';
import { applyEdits, bodySpan, entryLines, type Edit } from './line-edits';
import { settle, type MergeChoices, type MergeConflict } from './merge-fields';
import { mergeSection } from './merge-section';

const known = new Set(cardKeys.map(({ key }) => key));

/** A part by its name, its words and where they stand. */
interface Part {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** The heading's line as it is written. */
  readonly heading?: string;
}

/**
 * The text with what mine says in keys, sections, comments and lines of introduction that no card
 * knows. `text` is what theirs became by the merge of the fields.
 */
export function mergeRest(
  text: CardText,
  { base, mine, theirs }: Readonly<Record<'base' | 'mine' | 'theirs', CardText>>,
  choices: MergeChoices,
  conflicts: MergeConflict[],
): string {
  const edits: Edit[] = [];
  const [before, own, there, here] = [base, mine, theirs, text].map(partsOf);
  for (const name of new Set([...(own?.keys() ?? []), ...(before?.keys() ?? [])])) {
    const words = (parts: Parts | undefined): string => parts?.get(name)?.words ?? '';
    const [b, m, t] = [words(before), words(own), words(there)];
    const isHere = here?.has(name) ?? false;
    if ((m === t && (m !== '' || isHere)) || (m === b && own?.has(name))) continue;
    // What one side took away and the other one changed stays.
    if (!own?.has(name) && t !== b) continue;
    const part = { part: name, base: b, mine: m, theirs: t };
    const merged = mergeWords(name, b, m, t, isHere) ?? settle(part, choices, conflicts);
    if (merged !== undefined && merged !== t) {
      edits.push(...putPart(text, name, here?.get(name), own?.get(name), merged));
    } else if (!isHere && own?.has(name)) {
      edits.push(...putPart(text, name, undefined, own.get(name), m));
    }
  }
  edits.push(...addComments(text, base, mine, theirs));
  return applyEdits(text, edits);
}

type Parts = ReadonlyMap<string, Part>;

function mergeWords(
  name: string,
  base: string,
  mine: string,
  theirs: string,
  isHere: boolean,
): string | undefined {
  if (theirs === base || !isHere) return mine;
  return name.startsWith('key:') ? undefined : mergeSection(undefined, base, mine, theirs);
}

function partsOf(text: CardText): Parts {
  const parts = new Map<string, Part>();
  const words = (start: number, end: number): string => text.lines.slice(start, end).join('\n');
  for (const entry of text.entries.values()) {
    const { start, end } = entryLines(entry);
    if (!known.has(entry.key)) {
      parts.set(`key:${entry.key}`, { words: words(start, end), start, end });
    }
  }
  const counts = new Map<string, number>();
  for (const section of text.sections) {
    if (sectionOfHeading(section.heading) !== undefined) continue;
    const { start, end } = bodySpan(text, section);
    const heading = text.lines[section.line] ?? '';
    const bare = `heading:${section.heading.toLowerCase()}`;
    let [name, count] = [bare, counts.get(bare) ?? 0];
    // A log has the same heading for each day: they are not counted through for each.
    for (; parts.has(name); count += 1) name = `${bare}\n${count}`;
    counts.set(bare, count);
    parts.set(name, { words: words(start, end), start, end, heading });
  }
  const { close, titleLine = close } = text;
  const end = text.sections[0]?.line ?? text.lines.length;
  const between = (line: number, to: number): Part => {
    const span = bodySpan(text, { heading: '', line, end: to });
    return { words: words(span.start, span.end), ...span };
  };
  parts.set('lead', between(close, titleLine));
  parts.set('intro', between(titleLine, end));
  return parts;
}

/** The words in place of those that stand there; a part that is not there goes to the end. */
function putPart(
  text: CardText,
  name: string,
  here: Part | undefined,
  own: Part | undefined,
  merged: string,
): Edit[] {
  const lines = merged === '' ? [] : merged.split('\n');
  if (here && own) {
    const isText = name === 'intro' || name === 'lead';
    const blank = isText && here.words === '' ? [''] : [];
    return [{ start: here.start, end: here.end, lines: [...blank, ...lines] }];
  }
  if (here) {
    const start = here.heading === undefined ? here.start : headingLine(text, here);
    return [{ start, end: here.heading === undefined ? here.end : sectionEnd(text, start), lines }];
  }
  if (name.startsWith('key:')) return [{ start: text.close, end: text.close, lines }];
  const closed = text.lines.length > 1 && text.lines.at(-1) === '';
  const at = closed ? text.lines.length - 1 : text.lines.length;
  const gap = text.lines[at - 1]?.trim() === '' ? [] : [''];
  return [{ start: at, end: at, lines: [...gap, own?.heading ?? '', ...lines] }];
}

function headingLine(text: CardText, { start }: Part): number {
  return text.sections.findLast(({ line }) => line < start)?.line ?? start;
}

function sectionEnd(text: CardText, line: number): number {
  return text.sections.find((section) => section.line === line)?.end ?? line;
}

/** Comments that mine added go before the end of the front matter. */
function addComments(text: CardText, base: CardText, mine: CardText, theirs: CardText): Edit[] {
  const there = new Set([...commentsOf(base), ...commentsOf(theirs)]);
  const lines = commentsOf(mine).filter((line) => !there.has(line));
  return lines.length === 0 ? [] : [{ start: text.close, end: text.close, lines }];
}

function commentsOf({ lines, open, close }: CardText): string[] {
  return lines.slice(open, close).filter((line) => /^\s*#/.test(line));
}
