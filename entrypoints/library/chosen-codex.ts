import type { ChosenFiles } from '@/lib/actions/load-files';
import type { CollectionOrigin } from '@/lib/core/insight/collection';
import { readFiles, type NamedFile, type ReadFiles } from './read-files';

/** Files that were chosen together, as one codex. */
export interface ChosenCodex {
  readonly origin: Extract<CollectionOrigin, { kind: 'folder' | 'zip' }>;
  readonly parts: AsyncIterable<ChosenFiles>;
}

/** Few enough that a cancelled load stops soon. */
const filesPerPart = 128;
/** Files read at the same time: a disk answers many questions as quickly as one. */
const atOnce = 8;

/**
 * A single zip is a codex of its own; anything else is the folder it lies in. Paths are told from
 * within the topmost folder, so that the same codex under another name is still the same.
 */
export function chosenCodex(named: readonly NamedFile[]): ChosenCodex {
  const [first] = named;
  if (named.length === 1 && first !== undefined && /\.zip$/i.test(first.path)) {
    const name = first.path.replace(/^.*\//, '');
    return { origin: { kind: 'zip', name }, parts: zipParts(first) };
  }
  const name = (first && /^([^/]+)\//.exec(first.path)?.[1]) ?? '';
  const markdown = named.filter(({ path }) => /\.(md|markdown)$/i.test(path));
  return { origin: { kind: 'folder', name }, parts: folderParts(markdown) };
}

async function* folderParts(named: readonly NamedFile[]): AsyncGenerator<ChosenFiles> {
  const top = topFolderOf(named.map(({ path }) => path));
  const readFrom = (from: number) => readTogether(named.slice(from, from + filesPerPart));
  let next = readFrom(0);
  for (let from = 0; from < named.length; from += filesPerPart) {
    const read = await next;
    // The disk works while these are taken in.
    next = readFrom(from + filesPerPart);
    yield chosenFiles(read, top, named.length);
  }
}

async function* zipParts(zip: NamedFile): AsyncGenerator<ChosenFiles> {
  const { files, unread } = await readFiles([zip], () => undefined);
  const top = topFolderOf(files.map(({ path }) => path));
  const total = files.length + unread.length;
  for (let from = 0; from < Math.max(total, 1); from += filesPerPart) {
    const some = files.slice(from, from + filesPerPart);
    yield chosenFiles({ files: some, unread: from === 0 ? unread : [] }, top, total);
  }
}

type Texts = Pick<ReadFiles, 'files' | 'unread'>;

/** What was read, under the paths that the files have below their topmost folder. */
function chosenFiles({ files, unread }: Texts, top: string, total: number): ChosenFiles {
  return {
    total,
    files: files.map(({ path, text }) => ({ path: path.slice(top.length), text })),
    unread: unread.map(({ path, reason }) => ({
      path: path.slice(top.length) || path,
      fault: { line: 0, reason, detail: '' },
    })),
  };
}

async function readTogether(named: readonly NamedFile[]): Promise<Texts> {
  const share = Math.ceil(named.length / atOnce);
  const shares = Array.from({ length: atOnce }, (_, n) => named.slice(n * share, (n + 1) * share));
  const read = await Promise.all(shares.map((some) => readFiles(some, () => undefined)));
  return {
    files: read.flatMap(({ files }) => files),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** The folder that all of these lie in, with its slash; empty where there is none. */
function topFolderOf(paths: readonly string[]): string {
  const folder = /^[^/]+\//.exec(paths[0] ?? '')?.[0] ?? '';
  return paths.every((path) => path.startsWith(folder)) ? folder : '';
}
