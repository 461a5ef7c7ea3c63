import { decodeText } from '@/lib/core/exchange/decode-text';
import { distinctPaths } from '@/lib/core/exchange/distinct-paths';
import { unzipFiles, type TextFile } from '@/lib/core/exchange/zip';

/** The texts of chosen files, and the names of those that have none for us. */
export interface ReadFiles {
  readonly files: TextFile[];
  /** Neither Markdown nor zip. */
  readonly skipped: string[];
  readonly unread: UnreadFile[];
}

export interface UnreadFile {
  readonly path: string;
  /** `not-readable` where the system does not hand the file out: moved away, changed since, or no right. */
  readonly reason: 'not-text' | 'bad-zip' | 'not-readable';
}

export interface NamedFile {
  readonly path: string;
  readonly file: File;
}

/** Files read at once: one after another, the page waits for each. */
const atOnce = 24;

/**
 * Reads Markdown files and the Markdown in zips, byte order marks kept, so that a card can leave
 * byte for byte; in the order they were named, no two under one path. `onProgress` is told as files
 * are done; the page stays alive in between. `signal` ends it early, with what was read so far.
 */
export async function readFiles(
  named: readonly NamedFile[],
  onProgress: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ReadFiles> {
  const read: ReadFiles = { files: [], skipped: [], unread: [] };
  const distinct = distinctPaths();
  for (let at = 0; at < named.length; at += atOnce) {
    if (signal?.aborted) break;
    const batch = await Promise.all(named.slice(at, at + atOnce).map(readFile));
    for (const part of batch) {
      read.files.push(...part.files.map(({ path, text }) => ({ path: distinct(path), text })));
      read.skipped.push(...part.skipped);
      read.unread.push(...part.unread);
    }
    onProgress(Math.min(at + atOnce, named.length), named.length);
  }
  return read;
}

async function readFile({ path, file }: NamedFile): Promise<ReadFiles> {
  const nothing = { files: [], skipped: [], unread: [] };
  if (!isMarkdown(path) && !/\.zip$/i.test(path)) return { ...nothing, skipped: [path] };
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { ...nothing, unread: [{ path, reason: 'not-readable' }] };
  if (isMarkdown(path)) {
    const text = decodeText(bytes);
    return text === undefined
      ? { ...nothing, unread: [{ path, reason: 'not-text' }] }
      : { ...nothing, files: [{ path, text }] };
  }
  const unzipped = unzipFiles(bytes);
  if (!unzipped.ok) return { ...nothing, unread: [{ path, reason: 'bad-zip' }] };
  const { files, unread } = unzipped.value;
  return {
    ...nothing,
    files: files.filter(({ path: name }) => isMarkdown(name)),
    unread: unread.filter(isMarkdown).map((name) => ({ path: name, reason: 'not-text' })),
  };
}

/** Undefined where the file is not to be had any more: one of thousands must not take the others along. */
async function bytesOf(file: File): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

/**
 * Chosen files under the path they have in the chosen folder, without what is hidden in it: an editor's
 * trash holds the very cards that were thrown away.
 */
export function namedFiles(files: readonly File[]): NamedFile[] {
  return files
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !isHiddenInside(path));
}

/**
 * Dropped files and everything in dropped folders that is not hidden. What was dropped must be taken
 * before the first wait: the browser gives it up when the event is over.
 */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(entries.map(async (entry) => (entry ? filesIn(entry) : [])));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<NamedFile[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (isHiddenInside(path)) return [];
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ path, file }];
  }
  if (!(entry instanceof FileSystemDirectoryEntry) || entry.name.startsWith('.')) return [];
  const reader = entry.createReader();
  const found: NamedFile[] = [];
  // A reader gives a folder in parts; an empty part is the end.
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return found;
    for (const inner of part) found.push(...(await filesIn(inner)));
  }
}

/** Whether a file or a folder on its way has a name that begins with a dot, below the chosen one. */
function isHiddenInside(path: string): boolean {
  return path.includes('/.');
}

function isMarkdown(path: string): boolean {
  return /\.(md|markdown)$/i.test(path);
}
