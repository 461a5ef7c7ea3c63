import { defineBackground } from 'wxt/utils/define-background';
import { ports } from '@/lib/wire';
import { onCommand, onToastAction, registerMenu } from '@/lib/wire-background';
import { t } from '@/lib/i18n';
import { answerToast } from './answer-toast';
import { clipInTab } from './clip-in-tab';
import { startCompanions, walkClips } from './companion';

/** Seconds that "the last 30 seconds" means. */
const recentSeconds = 30;

export default defineBackground(() => {
  onCommand((command, tab) => {
    if (command === 'clip-selection') void clipInTab(tab, { kind: 'selection' });
    if (command === 'clip-last-30-seconds') {
      void clipInTab(tab, { kind: 'recent', seconds: recentSeconds });
    }
    if (command === 'next-clip') void walkClips(tab);
    if (command === 'open-library') void ports.tabs.openLibrary();
  });

  registerMenu(
    [
      { id: 'clip-selection', title: t('menu_clip_selection'), contexts: ['selection'] },
      {
        id: 'clip-last-30-seconds',
        title: t('menu_clip_last_30_seconds'),
        contexts: ['page', 'audio', 'video'],
      },
    ],
    ({ item, tab, selectionText }) => {
      if (item === 'clip-selection') void clipInTab(tab, { kind: 'selection', selectionText });
      if (item === 'clip-last-30-seconds') {
        void clipInTab(tab, { kind: 'recent', seconds: recentSeconds });
      }
    },
  );

  onToastAction(answerToast);
  startCompanions();
});
