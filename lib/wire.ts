/** The composition root: which adapter stands behind which port. The only module that knows both. */
import { v7 } from 'uuid';
import { clock } from './browser/clock';
import { files } from './browser/file-saver';
import { startMessages } from './browser/locale';
import { startMatcher } from './browser/matcher';
import { oneAtATime } from './browser/one-at-a-time';
import { pages } from './browser/page-reader';
import { shownClips } from './browser/shown-clips';
import { tabs } from './browser/tabs';
import type { Matcher } from './actions/matcher-port';
import { openDatabase } from './storage/database';
import { createNoteStore } from './storage/note-store';
import { watchRevision } from './storage/watch-revision';

export { clearMark, onCommand, onToastAction, openPopup, registerMenu } from './browser/events';
export type { ClickedTab } from './browser/events';
export { uiLanguage } from './browser/locale';
export { offerCandidates, showToast } from './browser/toast';

startMessages();

export const ports = {
  store: createNoteStore(openDatabase()),
  clock,
  newId: () => v7(),
  files,
  oneAtATime,
  pages,
  shownClips,
  tabs,
};

/** A matcher of this page's own. */
export function createMatcher(): Matcher {
  return startMatcher(() => openDatabase().open());
}

/**
 * Calls back after every write to the notes, by whichever page or worker of the extension; returns
 * the end of it.
 */
export function watchNotes(changed: () => void): () => void {
  let known: number | undefined;
  return watchRevision(
    openDatabase(),
    (revision) => {
      // The first call tells where things stand, which is no change.
      if (known !== undefined && revision !== known) changed();
      known = revision;
    },
    reportError,
  );
}
