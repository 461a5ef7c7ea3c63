/** Rewrites the text of a card where the card says something else, and nowhere else. */
import { sectionNames, type Card, type SectionName } from './card';
import { cardKeys, sectionHeadings, sectionOfHeading, type CardKey } from './card-layout';
import { parseCardText, type CardText, type Entry, type SectionSpan } from './card-text';
import { applyEdits, bodySpan, entryLines, type Edit } from './line-edits';
import { readParsedCard } from './read-card';
import { scalarStyle } from './scalar';
import { normalSection, readSectionLines, writeSectionLines } from './section-text';
import {
  isEmptyField,
  normalField,
  normalTitle,
  writeBlockItem,
  writeField,
  writeValue,
} from './write-field';

/** The text with the card's changes; undefined when it cannot be read as a card. */
export function patchCard(card: Card, original: string): string | undefined {
  const parsed = parseCardText(original);
  if (!parsed.ok) return undefined;
  const before = readParsedCard(parsed.value);
  if (!before.ok) return undefined;
  const text = parsed.value;
  const edits = [
    ...cardKeys.flatMap((key) => editField(text, key, before.value, card)),
    ...editTitle(text, before.value, card),
    ...sectionNames.flatMap((name) => editSection(text, name, before.value, card)),
  ];
  return applyEdits(text, edits);
}

function editField(text: CardText, key: CardKey, before: Card, card: Card): Edit[] {
  if (normalField(key, before) === normalField(key, card)) return [];
  const entry = text.entries.get(key.key);
  if (entry === undefined) {
    // The heading says it; a key of that name is only kept up, never added.
    if (key.field === 'title' || isEmptyField(key, card)) return [];
    const at = insertionLine(text, key);
    return [{ start: at, end: at, lines: writeField(key, card) }];
  }
  const value = writeValue(key, card, scalarStyle(entry.value));
  const items = card[key.field];
  if (Array.isArray(items) && entry.value === '' && entry.more.length > 0 && items.length > 0) {
    const indent = /^[ \t]*/.exec(text.lines[entry.more[0]?.line ?? 0] ?? '')?.[0] ?? '';
    return editBlockList(entry, before[key.field] as string[], items, indent);
  }
  if (value === undefined) return [{ ...entryLines(entry), lines: writeField(key, card) }];
  return [
    { ...entryLines(entry), lines: [replaceValue(text.lines[entry.line] ?? '', entry, value)] },
  ];
}

/** The key's line with another value; what stands before it and the comment after it stay. */
function replaceValue(line: string, { span }: Entry, next: string): string {
  const head = line.slice(0, span.start);
  const tail = line.slice(span.end);
  if (next === '') return `${head.trimEnd()}${/^\S/.test(tail) ? ' ' : ''}${tail}`;
  return `${head}${/\s$/.test(head) ? '' : ' '}${next}${tail.startsWith('#') ? ' ' : ''}${tail}`;
}

/** Only the items that differ are written again. */
function editBlockList(
  entry: Entry,
  before: readonly string[],
  items: readonly string[],
  indent: string,
): Edit[] {
  const { head, tail } = sameEnds(before, items);
  const lineAt = (index: number): number => entry.more[index]?.line ?? entryLines(entry).end;
  const lines = items.slice(head, items.length - tail).map((item) => writeBlockItem(item));
  const start = lineAt(head);
  const end = before.length - tail > head ? lineAt(before.length - tail - 1) + 1 : start;
  return [{ start, end, lines: lines.map((line) => indent + line.trimStart()) }];
}

/** After the nearest key before it in the codex's order, or at the top. */
function insertionLine(text: CardText, key: CardKey): number {
  const before = cardKeys.slice(0, cardKeys.indexOf(key)).toReversed();
  const entry = before.map((each) => text.entries.get(each.key)).find((each) => each !== undefined);
  return entry === undefined ? text.open : entryLines(entry).end;
}

function editTitle(text: CardText, before: Card, card: Card): Edit[] {
  const title = normalTitle(card.title);
  if (title === normalTitle(before.title)) return [];
  const at = text.titleLine;
  if (at !== undefined) {
    const marks = /^#[ \t]*/.exec(text.lines[at] ?? '')?.[0] ?? '# ';
    const line = title === '' ? '#' : `${marks.length > 1 ? marks : '# '}${title}`;
    return [{ start: at, end: at + 1, lines: [line] }];
  }
  if (title === '' || text.entries.has('title')) return [];
  return [{ start: text.close + 1, end: text.close + 1, lines: ['', `# ${title}`] }];
}

function editSection(text: CardText, name: SectionName, before: Card, card: Card): Edit[] {
  const old = before.sections[name];
  const next = normalSection(card.sections[name]);
  if (next === normalSection(old)) return [];
  const [first, ...others] = text.sections.filter(
    ({ heading }) => sectionOfHeading(heading) === name,
  );
  if (first === undefined) return [insertSection(text, name, next)];
  const last = others.at(-1) ?? first;
  if (others.length > 0 && old !== '' && next.startsWith(`${old}\n`)) {
    const at = bodySpan(text, last).end;
    return [{ start: at, end: at, lines: writeSectionLines(next).slice(old.split('\n').length) }];
  }
  const removed = others.map(({ line, end }) => ({ start: line, end, lines: [] }));
  return [editBody(text, first, writeSectionLines(next)), ...removed];
}

/** Lines at either end that say the same stay as they are written. */
function editBody(text: CardText, section: SectionSpan, next: readonly string[]): Edit {
  const { start, end } = bodySpan(text, section);
  const old = readSectionLines(text.lines.slice(start, end));
  const { head, tail } = sameEnds(old, readSectionLines(next));
  return { start: start + head, end: end - tail, lines: next.slice(head, next.length - tail) };
}

/** After the section before it in the codex's order; else before the one after it; else at the end. */
function insertSection(text: CardText, name: SectionName, markdown: string): Edit {
  const find = (names: readonly SectionName[]): SectionSpan | undefined =>
    names
      .map((each) => text.sections.findLast(({ heading }) => sectionOfHeading(heading) === each))
      .find((each) => each !== undefined);
  const order = sectionNames.indexOf(name);
  const previous = find(sectionNames.slice(0, order).toReversed());
  const following = find(sectionNames.slice(order + 1));
  const at = previous?.end ?? following?.line ?? text.lines.length;
  const section = [`## ${sectionHeadings[name]}`, ...writeSectionLines(markdown)];
  const blankBefore = (text.lines[at - 1] ?? '') === '';
  if (at < text.lines.length) {
    return { start: at, end: at, lines: [...(blankBefore ? [] : ['']), ...section, ''] };
  }
  // The text's last "line" is the nothing after its last line end: stay before it.
  const closed = text.lines.length > 1 && blankBefore;
  const end = closed ? at - 1 : at;
  const gap = (text.lines[end - 1] ?? '') === '' ? [] : [''];
  return { start: end, end, lines: [...gap, ...section] };
}

/** How many items at the start and at the end two lists share. */
function sameEnds(a: readonly string[], b: readonly string[]): { head: number; tail: number } {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return { head, tail };
}
