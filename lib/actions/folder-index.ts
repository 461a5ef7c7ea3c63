/** The `INDEX.json` of a person's folder. */
import { readCard } from '../core/codex/read-card';
import { writeIndex } from '../core/codex/write-index';
import { err, ok, type Result } from '../core/result';
import type { Folder, FolderFailure } from './folder-ports';

/**
 * Brings the index up to the cards that lie in its folder or below, and gives its path; undefined
 * where nothing was to be done. With `keep`, a folder without an index stays without one. A new one
 * stands beside the `insights` folder as in the codex, or where most cards are.
 */
export async function writeFolderIndex(
  folder: Folder,
  files: ReadonlyMap<string, string>,
  at: string,
  when: 'keep' | 'write',
): Promise<Result<string | undefined, FolderFailure>> {
  const cards = [...files]
    .map(([path, text]) => ({ path, text }))
    .filter(({ text }) => readCard(text).ok);
  const listed = await folder.list();
  if (!listed.ok) return listed;
  const standing = listed.value
    .filter(({ path }) => /(^|\/)INDEX\.json$/.test(path))
    .sort((a, b) => a.path.length - b.path.length)[0];
  if (!standing && (when === 'keep' || cards.length === 0)) return ok(undefined);
  const path = standing?.path ?? `${homeOf(cards.map((card) => card.path))}INDEX.json`;
  const home = path.slice(0, path.lastIndexOf('/') + 1);
  const read = standing ? await folder.read(path) : ok(undefined);
  if (!read.ok) return read;
  const before = read.value?.text;
  const own = cards
    .filter((card) => card.path.startsWith(home))
    .map((card) => ({ ...card, path: card.path.slice(home.length) }));
  const text = writeIndex(own, at, before ?? '');
  if (text === before) return ok(undefined);
  const written = await folder.write(path, before, text);
  if (!written.ok) return err(written.error);
  // Somebody else writes it just now: the next time is soon enough.
  return ok(written.value === 'changed' ? undefined : path);
}

/** The folder that holds the `insights` folder of most of these paths, or most of them. */
export function homeOf(paths: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const home = path.slice(0, path.lastIndexOf('/') + 1).replace(/(^|\/)insights\/$/, '$1');
    counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
