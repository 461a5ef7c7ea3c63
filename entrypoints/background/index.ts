import { defineBackground } from 'wxt/utils/define-background';
import { ports } from '@/lib/wire';
import { onCommand, onToastAction, registerMenu, type ClickedTab } from '@/lib/wire-background';
import { t } from '@/lib/i18n';
import { answerToast } from './answer-toast';
import { clipInTab } from './clip-in-tab';
import { startCompanions, walkClips } from './companion';
import { markInTab } from './mark-in-tab';

/** What is done with what plays, by command or from the menu. */
function listen(asked: string, tab: ClickedTab): void {
  if (asked === 'clip-recent') void clipInTab(tab, { kind: 'recent' });
  if (asked === 'mark-moment') void markInTab(tab);
  if (asked === 'clip-since-mark') void clipInTab(tab, { kind: 'since' });
}

export default defineBackground(() => {
  onCommand((command, tab) => {
    listen(command, tab);
    if (command === 'clip-selection') void clipInTab(tab, { kind: 'selection' });
    if (command === 'next-clip') void walkClips(tab);
    if (command === 'open-library') void ports.tabs.openLibrary();
  });

  const where = ['page', 'audio', 'video'] as const;
  registerMenu(
    [
      { id: 'clip-selection', title: t('menu_clip_selection'), contexts: ['selection'] },
      { id: 'clip-recent', title: t('menu_clip_recent'), contexts: where },
      { id: 'mark-moment', title: t('menu_mark_moment'), contexts: where },
      { id: 'clip-since-mark', title: t('menu_clip_since_mark'), contexts: where },
    ],
    ({ item, tab, selectionText }) => {
      listen(item, tab);
      if (item === 'clip-selection') void clipInTab(tab, { kind: 'selection', selectionText });
    },
  );

  onToastAction(answerToast);
  startCompanions();
});
