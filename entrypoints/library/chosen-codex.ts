import type { ChosenFiles } from '@/lib/actions/load-files';
import type { CollectionOrigin } from '@/lib/core/insight/collection';
import { readFiles, type NamedFile, type ReadFiles } from './read-files';

/** Files that were chosen together, as one codex. */
export interface ChosenCodex {
  readonly origin: Extract<CollectionOrigin, { kind: 'folder' | 'zip' }>;
  readonly total: number;
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
  const isZip = named.length === 1 && first !== undefined && /\.zip$/i.test(first.path);
  const markdown = named.filter(({ path }) => /\.(md|markdown)$/i.test(path));
  const top = first && /^([^/]+)\//.exec(first.path)?.[1];
  const name = isZip ? first.path.replace(/^.*\//, '') : (top ?? '');
  return {
    origin: { kind: isZip ? 'zip' : 'folder', name },
    total: isZip ? 1 : markdown.length,
    parts: isZip ? readParts(named) : readParts(markdown),
  };
}

async function* readParts(named: readonly NamedFile[]): AsyncGenerator<ChosenFiles> {
  const within = topFolderOf(named.map(({ path }) => path));
  const readFrom = (from: number) => readTogether(named.slice(from, from + filesPerPart));
  let next = readFrom(0);
  for (let from = 0; from < named.length; from += filesPerPart) {
    const read = await next;
    // The disk works while these are taken in.
    next = readFrom(from + filesPerPart);
    const isZip = read.files.length > 0 && named.length === 1;
    const folder = isZip ? topFolderOf(read.files.map(({ path }) => path)) : within;
    const relative = (path: string) => path.slice(folder.length) || path;
    yield {
      files: read.files.map(({ path, text }) => ({ path: relative(path), text })),
      unread: read.unread.map(({ path, reason }) => ({
        path: relative(path),
        fault: { line: 0, reason, detail: '' },
      })),
    };
  }
}

async function readTogether(
  named: readonly NamedFile[],
): Promise<Pick<ReadFiles, 'files' | 'unread'>> {
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
