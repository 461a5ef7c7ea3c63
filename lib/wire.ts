/** The composition root: which adapter stands behind which port. The only module that knows both. */
import { v7 } from 'uuid';
import { clock } from './browser/clock';
import { files } from './browser/file-saver';
import { startMessages } from './browser/locale';
import { pages } from './browser/page-reader';
import { tabs } from './browser/tabs';
import { openDatabase } from './storage/database';
import { createNoteStore } from './storage/note-store';

export { onCommand, onToastAction, openPopup, registerMenu } from './browser/events';
export type { ClickedTab, MenuClick } from './browser/events';
export { uiLanguage } from './browser/locale';
export { offerCandidates, showToast } from './browser/toast';

startMessages();

export const ports = {
  store: createNoteStore(openDatabase()),
  clock,
  newId: () => v7(),
  files,
  pages,
  tabs,
};

export type Ports = typeof ports;
