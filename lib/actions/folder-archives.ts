/** The archived sources of the cards in a person's folder. */
import { homeOf } from './folder-index';
import type { Folder, FolderFailure } from './folder-ports';
import { readCard } from '../core/codex/read-card';
import { ok, type Result } from '../core/result';
import type { EpisodeStore } from './transcript-ports';

const refersToRaw = /^[ \t]*["']?raw_ref["']?[ \t]*:[ \t]*["']?raw\//m;

/**
 * Writes the sources that the cards refer to, and that were archived here, beside the `insights` folder
 * where they are not there yet. A file that stands in such a place is left as it is.
 */
export async function writeFolderArchives(
  folder: Folder,
  archives: Pick<EpisodeStore, 'archivesAt'>,
  files: ReadonlyMap<string, string>,
): Promise<Result<void, FolderFailure>> {
  const wanted = new Set<string>();
  const cards: string[] = [];
  for (const [path, text] of files) {
    // Reading thousands of cards anew with each look at the folder would be felt.
    if (!refersToRaw.test(text)) continue;
    const read = readCard(text);
    if (!read.ok) continue;
    cards.push(path);
    wanted.add(read.value.rawRef);
  }
  const home = homeOf(cards);
  const missing = [...wanted].filter((path) => !files.has(home + path));
  for (const { path, text } of await archives.archivesAt(missing)) {
    const written = await folder.write(home + path, undefined, text);
    if (!written.ok) return written;
  }
  return ok(undefined);
}
