/** Where a person marked what plays in a tab, in memory that outlives the worker but not the browser. */
import { browser } from 'wxt/browser';

/** A mark of another source than the tab shows by now has another key. */
const keyOf = (tabId: number, sourceKey: string) => `mark:${tabId}:${sourceKey}`;

export const marks = {
  /** The mark in the player's seconds; undefined where there is none. */
  async get(tabId: number, sourceKey: string): Promise<number | undefined> {
    const key = keyOf(tabId, sourceKey);
    const mark: unknown = (await browser.storage.session.get(key))[key];
    return typeof mark === 'number' ? mark : undefined;
  },

  async set(tabId: number, sourceKey: string, seconds: number): Promise<void> {
    await browser.storage.session.set({ [keyOf(tabId, sourceKey)]: seconds });
  },
};
