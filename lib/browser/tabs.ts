/** The browser's tabs, as far as Counterpoint needs them. */
import { browser } from 'wxt/browser';
import type { Tabs } from '../actions/ports';

export const tabs: Tabs = {
  async activeTab() {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined || tab.windowId === undefined) return undefined;
    return { id: tab.id, windowId: tab.windowId, url: tab.url };
  },

  async openLibrary(route = '/') {
    const page = browser.runtime.getURL('/library.html');
    const url = `${page}#${route}`;
    // Our own pages are visible to us without the tabs permission.
    const open = (await browser.tabs.query({})).find((tab) => tab.url?.startsWith(page));
    if (open?.id === undefined) {
      await browser.tabs.create({ url });
      return;
    }
    await browser.tabs.update(open.id, { url, active: true });
    await browser.windows.update(open.windowId, { focused: true });
  },

  async openSidePanel(windowId) {
    // Firefox has a sidebar of its own making and no such call.
    if (!browser.sidePanel) return false;
    await browser.sidePanel.open({ windowId });
    return true;
  },

  onActiveTabChange(changed) {
    const updated = (
      _id: number,
      change: { status?: string },
      tab: { active: boolean; windowId: number },
    ) => {
      if (tab.active && change.status === 'complete') changed(tab);
    };
    browser.tabs.onActivated.addListener(changed);
    browser.tabs.onUpdated.addListener(updated);
    return () => {
      browser.tabs.onActivated.removeListener(changed);
      browser.tabs.onUpdated.removeListener(updated);
    };
  },
};
