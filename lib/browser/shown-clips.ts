/** Remembers which tab was shown which clip, in memory that outlives the worker but not the browser. */
import { browser } from 'wxt/browser';
import type { ShownClips } from '../actions/ports';

const keyOf = (tabId: number, clipId: string) => `shown:${tabId}:${clipId}`;

/** The `ShownClips` port over `storage.session`; a key for each pair, so that no write meets another. */
export const shownClips: ShownClips = {
  async add(tabId, clipId) {
    await browser.storage.session.set({ [keyOf(tabId, clipId)]: true });
  },

  async has(tabId, clipId) {
    const key = keyOf(tabId, clipId);
    return (await browser.storage.session.get(key))[key] === true;
  },
};
