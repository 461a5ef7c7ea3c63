/** Marks where the player is, so that what follows can be clipped from there on. */
import { markMoment } from '@/lib/actions/mark-moment';
import { formatTime } from '@/lib/core/transcript/format-time';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { openPopup, showToast, type ClickedTab } from '@/lib/wire-background';
import { marks } from '@/lib/wire-spoken';
import { sayWhyNot } from './clip-in-tab';
import { noticeToast } from './toast-states';

/** Sets the mark of the tab's episode to now and says so in the page. */
export async function markInTab(tab: ClickedTab): Promise<void> {
  const marked = await markMoment({ pages: ports.pages, marks }, tab.id);
  if (marked.ok) {
    await showToast(tab.id, noticeToast(t('toast_marked', formatTime(marked.value))));
    return;
  }
  const { error } = marked;
  switch (error.kind) {
    case 'nothing-playing':
    case 'advert-playing':
    case 'player-elsewhere':
      return sayWhyNot(tab, error);
    case 'page-not-readable':
    case 'not-a-page':
    case 'page-not-granted':
    case 'page-answer-invalid':
      // Nothing can be shown in a page that cannot be read; the popup says why.
      return openPopup();
  }
}
