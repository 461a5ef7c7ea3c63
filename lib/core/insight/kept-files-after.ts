import type { KeptFile } from './kept-file';
import { isSameFile, nameOf } from './same-file';

/**
 * What to store when broken files come in beside those that are kept: new ones, and for one that is
 * kept already its newer text. One that a person has edited here stays as it is.
 */
export function keptFilesAfter(kept: readonly KeptFile[], broken: readonly KeptFile[]): KeptFile[] {
  const put: KeptFile[] = [];
  const isPut = new Set<KeptFile>();
  const known = byName(kept);
  const add = (file: KeptFile): void => {
    put.push(file);
    isPut.add(file);
    const name = nameOf(file);
    const named = known.get(name);
    if (named) named.push(file);
    else known.set(name, [file]);
  };
  for (const file of broken) {
    const same = known.get(nameOf(file))?.find((each) => isSameKept(each, file));
    if (same === undefined) add(file);
    else if (same.editedAt === undefined && same.text !== file.text && !isPut.has(same)) {
      add({ ...file, key: same.key });
    }
  }
  return put;
}

/** Two files of one card's name in one import are two: the second is kept because the first is there. */
function isSameKept(kept: KeptFile, file: KeptFile): boolean {
  if (kept.collection !== file.collection) return false;
  if (kept.path === file.path) return true;
  return isSameFile(kept, file) && (kept.text === file.text || kept.reason !== 'duplicate-id');
}

/** The kept files that cards which came in from these paths stand for, each once: they are mended. */
export function mendedBy(
  kept: readonly KeptFile[],
  collection: string,
  paths: readonly string[],
): KeptFile[] {
  const known = byName(kept.filter((file) => file.collection === collection));
  const mended = paths.flatMap((path) =>
    (known.get(nameOf({ path })) ?? []).filter(
      (file) =>
        file.path === path || (file.reason !== 'duplicate-id' && isSameFile(file, { path })),
    ),
  );
  return [...new Set(mended)];
}

/** The same file has the same name, in whatever folder: others need not be looked at. */
function byName(files: readonly KeptFile[]): Map<string, KeptFile[]> {
  return Map.groupBy(files, nameOf);
}
