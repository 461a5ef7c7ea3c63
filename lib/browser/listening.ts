/** How much of what was just said a person wants in a clip. */
import { browser } from 'wxt/browser';

const storageKey = 'recentSeconds';

/** The lengths there are to choose from, in seconds. */
export const recentLengths = [15, 30, 60] as const;

type RecentLength = (typeof recentLengths)[number];

export const listening = {
  /** Seconds that “what was just said” means; 30 unless the person chose another length. */
  async recentSeconds(): Promise<RecentLength> {
    const stored = (await browser.storage.local.get(storageKey))[storageKey];
    return recentLengths.find((length) => length === stored) ?? 30;
  },

  async setRecentSeconds(seconds: RecentLength): Promise<void> {
    await browser.storage.local.set({ [storageKey]: seconds });
  },
};
