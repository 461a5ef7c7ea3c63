/** The companion's end of its channel to the background. */
import { browser } from 'wxt/browser';
import type { CompanionMessage, CompanionWelcome } from '../core/insight/companion';

/** Tells the background, which wakes for it; rejects when the extension is gone. */
export function tellBackground(message: CompanionMessage): Promise<CompanionWelcome | undefined> {
  return browser.runtime.sendMessage(message);
}
