import type { KeptFile } from './kept-file';
import { isSameFile } from './same-file';

/**
 * What to store when broken files come in beside those that are kept: new ones, and for one that is
 * kept already its newer text. One that a person has edited here stays as it is.
 */
export function keptFilesAfter(kept: readonly KeptFile[], broken: readonly KeptFile[]): KeptFile[] {
  const put: KeptFile[] = [];
  for (const file of broken) {
    const known = [...kept, ...put].find((each) => isSameKept(each, file));
    if (known === undefined) put.push(file);
    else if (known.editedAt === undefined && known.text !== file.text && !put.includes(known)) {
      put.push({ ...file, key: known.key });
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

/** The kept files that a card which came in from this path stands for: they are mended. */
export function mendedBy(kept: readonly KeptFile[], collection: string, path: string): KeptFile[] {
  return kept.filter(
    (file) =>
      file.collection === collection &&
      (file.path === path || (file.reason !== 'duplicate-id' && isSameFile(file, { path }))),
  );
}
