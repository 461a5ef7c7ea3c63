/** The composition root of the person's folder, apart from `wire.ts`: only the library needs it. */
import type { FolderPorts } from './actions/sync-folder';
import { folderTurn } from './browser/folder-turn';
import { openDatabase } from './storage/database';
import { createFolderStore } from './storage/folder-store';
import { ports } from './wire';
import { transcripts } from './wire-spoken';

export { openFolder } from './browser/folder';
export { canPickFolder, observeFolder, pickFolder } from './browser/folder-picker';

export const folderStore = createFolderStore(openDatabase());

export const folderPorts: FolderPorts = {
  store: ports.store,
  folderStore,
  clock: ports.clock,
  newId: ports.newId,
  archives: transcripts,
  inTurn: folderTurn,
};
