/** The `INDEX.json` of a codex: one record for each card. */
import { parseCardText, type CardText, type Entry } from './card-text';
import { readBlockItems, readList, readText } from './read-entry';

export interface IndexedFile {
  /** From the folder that holds the index. */
  readonly path: string;
  readonly text: string;
}

/**
 * The index as JSON, two spaces deep, in the codex's shape: `insights` has a record for each card, in
 * the order of paths, with its path, its front matter (lists as lists, the score map and all else as
 * the text it is, nothing as the empty text) and the title of its heading where no key has it.
 *
 * Given the index as it stands, all it says beside the cards stays where it is: other keys, other
 * counts, and records that are of no card. A record of a card that is not there any more goes.
 * `generatedAt` moves only when something else does, so that an index in step is left alone.
 * A standing index that is no JSON object, or a list of records alone, keeps nothing but that shape.
 */
export function writeIndex(
  files: readonly IndexedFile[],
  generatedAt: string,
  standing = '',
): string {
  const before = readJson(standing);
  const old = Array.isArray(before) ? { insights: before as unknown[] } : asObject(before);
  const foreign = (Array.isArray(old?.['insights']) ? old['insights'] : []).filter(
    (record: unknown) => !isCardRecord(record),
  );
  const records = files
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => recordOf(file) ?? []);
  const insights = [...records, ...foreign];
  if (Array.isArray(before)) return write(insights);
  const counts = { ...asObject(old?.['counts']), insights: records.length };
  const next = { generated_at: '', counts, ...old, insights };
  const index = { ...next, counts, generated_at: old?.['generated_at'] ?? generatedAt };
  return write(index) === standing ? standing : write({ ...index, generated_at: generatedAt });
}

function write(index: unknown): string {
  return `${JSON.stringify(index, null, 2)}\n`;
}

function readJson(text: string): unknown {
  try {
    // Some editors put a byte order mark in front, which JSON does not know.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function isCardRecord(record: unknown): boolean {
  const id = asObject(record)?.['id'];
  return typeof id === 'string' && id.startsWith('ins_');
}

function recordOf({ path, text }: IndexedFile): Record<string, unknown> | undefined {
  const parsed = parseCardText(text);
  if (!parsed.ok) return undefined;
  const record: Record<string, unknown> = { path };
  for (const entry of parsed.value.entries.values()) record[entry.key] = valueOf(entry);
  const title = headingOf(parsed.value);
  return title === '' || record['title'] ? record : { ...record, title };
}

function valueOf(entry: Entry): string | string[] {
  const { value, more } = entry;
  const whole = [value, ...more.map(({ text }) => text)].join(' ').trim();
  const isFlow = whole.startsWith('[') && whole.endsWith(']');
  return isFlow || readBlockItems(entry) ? readList(entry) : readText(entry);
}

function headingOf({ titleLine, lines }: CardText): string {
  return titleLine === undefined ? '' : (lines[titleLine] ?? '').replace(/^#[ \t]*/, '').trim();
}
