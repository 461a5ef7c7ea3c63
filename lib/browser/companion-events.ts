/** What the background hears of the companion. Registered at once, or a waking worker misses it. */
import { browser } from 'wxt/browser';
import {
  companionMessageSchema,
  type CompanionMessage,
  type CompanionWelcome,
} from '../core/insight/companion';
import type { ClickedTab } from './events';

/** The page a message comes from, as the browser, not the page, says. */
export interface CompanionTab extends ClickedTab {
  readonly url: string;
  /** The document that holds it: by the time of the answer the tab may show another. */
  readonly documentId?: string | undefined;
}

/**
 * Hears what companions in tabs say. A message counts only when a script of ours in a tab's top frame
 * sent it, and when it parses; anything else is left to other listeners.
 */
export function onCompanionMessage(
  answer: (message: CompanionMessage, tab: CompanionTab) => Promise<CompanionWelcome | undefined>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const parsed = companionMessageSchema.safeParse(message);
    const { tab, frameId, url, documentId } = sender;
    if (!parsed.success || sender.id !== browser.runtime.id || frameId !== 0) return undefined;
    if (tab?.id === undefined || tab.windowId === undefined || url === undefined) return undefined;
    void answer(parsed.data, { id: tab.id, windowId: tab.windowId, url, documentId }).then(
      respond,
      (bug: unknown) => {
        respond(undefined);
        throw bug;
      },
    );
    return true;
  });
}

/** Calls back when the browser or the extension has started anew. */
export function onNewStart(started: () => void): void {
  browser.runtime.onInstalled.addListener(started);
  browser.runtime.onStartup.addListener(started);
}

/** Writes a count onto the toolbar button of one tab; nothing for 0. The browser clears it with the page. */
export async function showCount(tabId: number, count: number): Promise<void> {
  const text = count === 0 ? '' : String(count);
  // The tab may be gone by now.
  await browser.action.setBadgeText({ tabId, text }).catch(() => undefined);
}
