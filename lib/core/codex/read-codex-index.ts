/** From the text of a codex's `INDEX.json` to the files it names. */
import { textStamp } from '../insight/text-stamp';
import { err, ok, type Result } from '../result';

/** One file that the index names. */
export interface IndexedFile {
  /** As the index has it, below the folder of the index. */
  readonly path: string;
  readonly address: string;
  /** Of the index's record of it; empty where the index says nothing but the path. */
  readonly record: string;
}

export interface CodexIndex {
  /** Each path once, in the order of the index. */
  readonly files: readonly IndexedFile[];
  /** What the index has of other files: those on other hosts, and records without a path. */
  readonly left: readonly string[];
}

export type IndexFault =
  /** Mark-up: a page that shows the file, a page not found, a page to log in at. */
  | 'web-page'
  | 'not-json'
  /** JSON that names no card. */
  | 'no-cards';

const codexFile = /^(?:ins|con|pat)_/i;

/**
 * Reads an index leniently: a list of records or of paths, an object that holds such lists under any
 * keys, or an object of records. A record's file is its `path` (or `file`); paths are relative to the
 * index. Of a mere list of paths the cards, contradictions and patterns count, known by their names;
 * where none has such a name, every Markdown file does.
 */
export function readCodexIndex(text: string, address: string): Result<CodexIndex, IndexFault> {
  const words = text.replace(/^\ufeff/, '').trimStart();
  if (/^<(?:!|\?|html|head|body)/i.test(words)) return err('web-page');
  const items = itemsOf(parse(words));
  if (items === undefined) return err('not-json');

  const files = new Map<string, IndexedFile>();
  const left: string[] = [];
  const bare = items.flatMap((item) => (typeof item === 'string' ? [item] : [])).filter(isMarkdown);
  const known = bare.filter((path) => codexFile.test(nameOf(path)));
  const paths = new Set(known.length > 0 ? known : bare);
  for (const item of items) {
    const path = pathOf(item);
    if (path === undefined) {
      if (typeof item === 'object') left.push(titleOf(item));
      continue;
    }
    if (typeof item === 'string' && !paths.has(item)) continue;
    const file = addressed(path, address);
    if (file === undefined) left.push(path.slice(0, 200));
    else if (!files.has(file.path)) {
      const record = typeof item === 'string' ? '' : textStamp(JSON.stringify(item));
      files.set(file.path, { ...file, record });
    }
  }
  return files.size > 0 ? ok({ files: [...files.values()], left }) : err('no-cards');
}

type Item = string | Readonly<Record<string, unknown>>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What the index lists; undefined where the text was no JSON that could list anything. */
function itemsOf(value: unknown): Item[] | undefined {
  if (Array.isArray(value)) return value.filter(isItem);
  if (!isRecord(value)) return undefined;
  return Object.values(value).flatMap((each) => {
    if (Array.isArray(each)) return each.filter(isItem);
    return isRecord(each) && pathOf(each) !== undefined ? [each] : [];
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isItem(value: unknown): value is Item {
  return typeof value === 'string' || isRecord(value);
}

function pathOf(item: Item): string | undefined {
  const path = typeof item === 'string' ? item : (item['path'] ?? item['file']);
  return typeof path === 'string' && path.trim() !== '' ? path.trim() : undefined;
}

function titleOf(record: Readonly<Record<string, unknown>>): string {
  const [name] = [record['id'], record['title']].filter((each) => typeof each === 'string');
  return (name ?? JSON.stringify(record)).slice(0, 200);
}

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}

function nameOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? '';
}

/** Undefined for a file of another host, which nobody was asked about, and for no address at all. */
function addressed(path: string, index: string): Pick<IndexedFile, 'path' | 'address'> | undefined {
  if (path.length > 3_000 || /\p{Surrogate}/u.test(path)) return undefined;
  const isWhole = /^[a-z][a-z\d+.-]*:\/\//i.test(path);
  const relative = path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
  // A path is a file's name: what it holds of an address's own signs is no address's.
  const written = isWhole
    ? path
    : encodeURI(relative).replaceAll('?', '%3F').replaceAll('#', '%23');
  if (!URL.canParse(written, index)) return undefined;
  const { href, origin } = new URL(written, index);
  return origin === new URL(index).origin
    ? { path: isWhole ? path : relative, address: href }
    : undefined;
}
