/** Where a person marked what plays in a tab, in memory that outlives the worker but not the browser. */
import { browser } from 'wxt/browser';
import type { MomentMarks } from '../actions/episode-ports';

/** A mark of another source than the tab shows by now has another key. */
const keyOf = (tabId: number, sourceKey: string) => `mark:${tabId}:${sourceKey}`;

/** The `MomentMarks` port over the browser's session storage. */
export const marks: MomentMarks = {
  async get(tabId, sourceKey) {
    const key = keyOf(tabId, sourceKey);
    const mark: unknown = (await browser.storage.session.get(key))[key];
    return typeof mark === 'number' ? mark : undefined;
  },

  async set(tabId, sourceKey, seconds) {
    await browser.storage.session.set({ [keyOf(tabId, sourceKey)]: seconds });
  },

  async remove(tabId, sourceKey) {
    await browser.storage.session.remove(keyOf(tabId, sourceKey));
  },

  onChange(changed) {
    const listener = (changes: object) => {
      if (Object.keys(changes).some((key) => key.startsWith('mark:'))) changed();
    };
    browser.storage.session.onChanged.addListener(listener);
    return () => browser.storage.session.onChanged.removeListener(listener);
  },
};
