/** Rewrites the text of a card where the card says something else, and nowhere else. */
import { scoreNames, sectionNames, type Card, type SectionName } from './card';
import { cardKeys, sectionHeadings, sectionOfHeading, type CardKey } from './card-layout';
import { parseCardText, type CardText, type Entry, type SectionSpan } from './card-text';
import { diffLines } from './line-diff';
import { applyEdits, bodySpan, entryLines, type Edit } from './line-edits';
import { readCard, readParsedCard } from './read-card';
import { readBlockItems, type BlockItem } from './read-entry';
import { foldLines, isBlockScalar, scalarStyle, valueSpan } from './scalar';
import { normalSection, readSectionLines, writeSectionLines } from './section-text';
import {
  isEmptyField,
  normalField,
  normalTitle,
  writeBlockItem,
  writeField,
  writeValue,
} from './write-field';

/**
 * The text with the card's changes; undefined when it cannot be read as a card, or when it cannot be
 * made to say what the card says.
 */
export function patchCard(card: Card, original: string): string | undefined {
  const parsed = parseCardText(original);
  if (!parsed.ok) return undefined;
  const before = readParsedCard(parsed.value);
  if (!before.ok) return undefined;
  const text = parsed.value;
  const edits = [
    ...cardKeys.flatMap((key) => editField(text, key, before.value, card)),
    ...editTitle(text, before.value, card),
  ];
  const sections = sectionNames.flatMap((name) => editSection(text, name, before.value, card));
  if (edits.length + sections.length === 0) return original;
  const patched = applyEdits(text, [...edits, ...sections]);
  if (says(patched, card)) return patched;
  // A fence that stood open pairs with one that came in, and what lies between is lost: make every
  // section stand for itself.
  const whole = sectionNames.flatMap((name) => editSection(text, name, before.value, card, true));
  const rewritten = applyEdits(text, [...edits, ...whole, ...closeSections(text)]);
  if (says(rewritten, card)) return rewritten;
  const plain = applyEdits(text, writePlainly(text, before.value, card));
  return says(plain, card) ? plain : undefined;
}

/**
 * Whole entries and whole sections where they differ, and the title: for what no edit within them can
 * say, such as an emptied value that stood behind an anchor. What the card does not know still stays.
 */
function writePlainly(text: CardText, before: Card, card: Card): Edit[] {
  const fields = cardKeys.flatMap((key): Edit[] => {
    const entry = text.entries.get(key.key);
    if (entry === undefined || normalField(key, before) === normalField(key, card)) {
      return editField(text, key, before, card);
    }
    return [{ ...entryLines(entry), lines: writeField(key, card) }];
  });
  const sections = sectionNames.flatMap((name): Edit[] => {
    const [first, ...others] = text.sections.filter(
      ({ heading }) => sectionOfHeading(heading) === name,
    );
    if (!first) return editSection(text, name, before, card);
    return [
      { ...bodySpan(text, first), lines: writeSectionLines(card.sections[name]) },
      ...others.map(({ line, end }) => ({ start: line, end, lines: [] })),
    ];
  });
  return [...fields, ...editTitle(text, before, card), ...sections, ...closeSections(text)];
}

/** Whether the text reads back as the card, as far as a card's text can hold it. */
function says(text: string, card: Card): boolean {
  const read = readCard(text);
  return (
    read.ok &&
    cardKeys.every((key) => normalField(key, read.value) === normalField(key, card)) &&
    sectionNames.every(
      (name) => normalSection(read.value.sections[name]) === normalSection(card.sections[name]),
    )
  );
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
  const block = readBlockItems(entry);
  if (Array.isArray(items) && items.length > 0 && block) {
    const indent = /^[ \t]*/.exec(text.lines[entry.more[0]?.line ?? 0] ?? '')?.[0] ?? '';
    return editBlockList(block, items, indent);
  }
  const points = key.kind === 'score' ? editPoints(text, entry, card) : undefined;
  if (points) return points;
  const line = text.lines[entry.line] ?? '';
  if (value === undefined) {
    const [head = '', ...lines] = writeField(key, card);
    return [{ ...entryLines(entry), lines: [head + line.slice(entry.span.end), ...lines] }];
  }
  const [only] = entry.more;
  if (only && entry.more.length === 1 && value !== '' && isBelow(entry, value)) {
    const below = text.lines[only.line] ?? '';
    const span = isBlockScalar(entry.value)
      ? { start: below.length - below.trimStart().length, end: below.length }
      : valueSpan(below);
    return [
      { start: only.line, end: only.line + 1, lines: [replaceValue(below, { span }, value)] },
    ];
  }
  return [{ ...entryLines(entry), lines: [replaceValue(line, entry, value)] }];
}

/** The points that differ, where each stands in a line of its own. */
function editPoints(text: CardText, entry: Entry, { score }: Card): Edit[] | undefined {
  if (entry.value !== '' || !score) return undefined;
  const edits: Edit[] = [];
  for (const { line } of entry.more) {
    const parts = /^(\s*["']?)(\w+)(["']?\s*:\s*["']?)[1-5](?![\w.])(.*)$/.exec(
      text.lines[line] ?? '',
    );
    const name = scoreNames.find((each) => each === parts?.[2]);
    if (!parts || !name) return undefined;
    const next = `${parts[1]}${name}${parts[3]}${score[name]}${parts[4]}`;
    if (next !== text.lines[line]) edits.push({ start: line, end: line + 1, lines: [next] });
  }
  return edits;
}

/** Whether the value may stand in the one line below its key, where the old one stands. */
function isBelow({ value }: Entry, next: string): boolean {
  return value === '' || (isBlockScalar(value) && scalarStyle(next) === 'plain');
}

/** The key's line with another value; what stands before it and the comment after it stay. */
function replaceValue(line: string, { span }: Pick<Entry, 'span'>, next: string): string {
  const head = line.slice(0, span.start);
  const tail = line.slice(span.end);
  if (next === '') return `${head.trimEnd()}${/^\S/.test(tail) ? ' ' : ''}${tail}`;
  return `${head}${/\s$/.test(head) ? '' : ' '}${next}${tail.startsWith('#') ? ' ' : ''}${tail}`;
}

/** Only the items that differ are written again. */
function editBlockList(
  before: readonly BlockItem[],
  items: readonly string[],
  indent: string,
): Edit[] {
  const old = before.map(({ item }) => item);
  const after = before.at(-1)?.end ?? 0;
  return diffLines(old, items.map(foldLines)).map(({ start, end, from, to }) => {
    const at = before[start]?.line ?? after;
    const lines = items.slice(from, to).map((item) => indent + writeBlockItem(item).trimStart());
    return { start: at, end: end > start ? (before[end - 1]?.end ?? after) : at, lines };
  });
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

/** `anew` writes the lines again where they only read alike. */
function editSection(
  text: CardText,
  name: SectionName,
  before: Card,
  card: Card,
  anew = false,
): Edit[] {
  const next = normalSection(card.sections[name]);
  const isSame = next === normalSection(before.sections[name]);
  if (isSame && !anew) return [];
  const spans = text.sections.filter(({ heading }) => sectionOfHeading(heading) === name);
  if (spans.length === 0) return isSame ? [] : [insertSection(text, name, next)];
  return editBodies(text, spans, card.sections[name], anew);
}

/** A line of a section as it reads, and where it stands; the gap between two bodies stands nowhere. */
interface BodyLine {
  readonly says: string;
  readonly at?: number;
}

function bodyLines(text: CardText, spans: readonly SectionSpan[], anew: boolean): BodyLine[] {
  let isFirst = true;
  return spans.flatMap((section) => {
    const { start, end } = bodySpan(text, section);
    const lines = text.lines.slice(start, end);
    // A heading with nothing below it is not read: it parts nothing.
    if (lines.length === 0) return [];
    const read = anew ? lines : readSectionLines(lines);
    const gap: BodyLine[] = isFirst ? [] : [{ says: '' }];
    isFirst = false;
    return [...gap, ...read.map((line, at) => ({ says: line, at: start + at }))];
  });
}

/**
 * Only the lines that differ are written again. A section written twice is edited where the words
 * stand, and becomes one when the edit goes across both.
 */
function editBodies(
  text: CardText,
  spans: readonly SectionSpan[],
  markdown: string,
  anew: boolean,
): Edit[] {
  const old = bodyLines(text, spans, anew);
  const next = writeSectionLines(markdown, new Set(anew ? [] : old.map(({ says: line }) => line)));
  const read = anew ? next : readSectionLines(next);
  const stretches = diffLines(
    old.map(({ says: line }) => line),
    read,
  );
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return [];
  const inOneBody = stretches.every(
    ({ start, end }) =>
      old.slice(start, end).every(({ at }) => at !== undefined) &&
      // The last line of one body and the first of another are not side by side.
      old.slice(start, end).every(({ at }, n, all) => n === 0 || at === (all[n - 1]?.at ?? 0) + 1),
  );
  if (!inOneBody) {
    const { start, end } = bodySpan(text, first);
    const others = spans.slice(1).map(({ line, end: to }) => ({ start: line, end: to, lines: [] }));
    return [{ start, end, lines: next }, ...others];
  }
  return stretches.map(({ start, end, from, to }) => {
    const before = old[start - 1]?.at;
    const place = old[start]?.at ?? (before === undefined ? undefined : before + 1);
    const at = place ?? bodySpan(text, last).end;
    return { start: at, end: at + end - start, lines: next.slice(from, to) };
  });
}

/** Every section that is not the card's own, with what could reach out of it made plain. */
function closeSections(text: CardText): Edit[] {
  return text.sections
    .filter(({ heading }) => sectionOfHeading(heading) === undefined)
    .map((section) => {
      const { start, end } = bodySpan(text, section);
      const lines = writeSectionLines(readSectionLines(text.lines.slice(start, end)).join('\n'));
      return { start, end, lines };
    });
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
