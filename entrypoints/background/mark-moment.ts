/** Marks where the player is, so that what follows can be clipped from there on. */
import { pageKey } from '@/lib/core/source/page-key';
import { formatTime } from '@/lib/core/transcript/format-time';
import { t } from '@/lib/i18n';
import { ports } from '@/lib/wire';
import { openPopup, showToast, type ClickedTab } from '@/lib/wire-background';
import { marks } from '@/lib/wire-spoken';
import { sayWhyNot } from './clip-in-tab';
import { noticeToast } from './toast-states';

/** Sets the mark of the tab's episode to now, in place of the one before, and says so in the page. */
export async function markMoment(tab: ClickedTab): Promise<void> {
  const page = await ports.pages.readPage(tab.id);
  if (!page.ok) return openPopup();
  const { playback, playersElsewhere = [] } = page.value;
  if (playback?.advert) return sayWhyNot(tab, { kind: 'advert-playing' });
  if (!playback) {
    const kind = playersElsewhere.length > 0 ? 'player-elsewhere' : 'nothing-playing';
    return sayWhyNot(tab, { kind });
  }
  const { currentTime } = playback;
  await marks.set(tab.id, pageKey(page.value), currentTime);
  await showToast(tab.id, noticeToast(t('toast_marked', formatTime(currentTime))));
}
