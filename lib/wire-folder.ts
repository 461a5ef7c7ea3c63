/** The composition root of the person's folder, apart from `wire.ts`: only the library needs it. */
import type { Folder } from './actions/folder-ports';
import type { FolderPorts } from './actions/sync-folder';
import { openFolder } from './browser/folder';
import { folderTurn } from './browser/folder-turn';
import { openDatabase } from './storage/database';
import { createFolderStore, type FolderChoice } from './storage/folder-store';
import { ports } from './wire';
import { transcripts } from './wire-spoken';

export { canPickFolder, observeFolder, pickFolder } from './browser/folder-picker';

const folderStore = createFolderStore(openDatabase());

export const folderPorts: FolderPorts = {
  store: ports.store,
  folderStore,
  clock: ports.clock,
  newId: ports.newId,
  archives: transcripts,
  inTurn: folderTurn,
};

/**
 * Which folder it is. A change waits until work on the one before has ended, in whichever page: what
 * that work still writes down would be taken for files of the next folder, and their cards for deleted.
 */
export const folderChoice = {
  chosen: () => folderStore.chosen(),
  keepIndex: (writesIndex) => folderStore.keepIndex(writesIndex),
  choose: (...choice) => folderTurn(() => folderStore.choose(...choice)),
  stop: () => folderTurn(() => folderStore.forgetFolder()),
} satisfies FolderChoice & { stop: unknown };

/** The folder as long as it is the chosen one: work on it that had to wait for its turn may find another. */
export function openChosen(handle: FileSystemDirectoryHandle): Folder {
  const folder = openFolder(handle);
  return {
    ...folder,
    async access() {
      const now = await folderStore.chosen();
      return now && (await now.handle.isSameEntry(handle)) ? folder.access() : 'denied';
    },
  };
}
