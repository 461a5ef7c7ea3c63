/** What the background listens to. Each listener is registered at once, or a waking worker misses it. */
import { browser } from 'wxt/browser';
import { t } from '../i18n';
import { companionMessageSchema } from '../core/insight/companion';
import { toastActionSchema, type ToastAction, type ToastAnswer } from '../core/insight/toast';

export interface ClickedTab {
  readonly id: number;
  readonly windowId: number;
}

/** What was clicked in a page's context menu. */
export interface MenuClick {
  readonly item: string;
  readonly tab: ClickedTab;
  /** The selected words as the browser gives them: all there is in a frame of another origin. */
  readonly selectionText?: string | undefined;
}

export interface MenuItem {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly ('selection' | 'page' | 'audio' | 'video')[];
}

interface SomeTab {
  id?: number | undefined;
  windowId?: number | undefined;
}

function clickedTab(tab: SomeTab | undefined): ClickedTab | undefined {
  if (tab?.id === undefined || tab.windowId === undefined) return undefined;
  return { id: tab.id, windowId: tab.windowId };
}

/** Calls back with the name of a keyboard command and the tab it was pressed in. */
export function onCommand(handle: (command: string, tab: ClickedTab) => void): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const clicked = clickedTab(tab);
    if (clicked) handle(command, clicked);
  });
}

/** Puts the items into the context menu, anew with every installation and update. */
export function registerMenu(items: readonly MenuItem[], handle: (click: MenuClick) => void): void {
  browser.runtime.onInstalled.addListener(() => {
    void browser.contextMenus.removeAll().then(() => {
      for (const { id, title, contexts } of items) {
        browser.contextMenus.create({ id, title, contexts: [...contexts] as ['page'] });
      }
    });
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const clicked = clickedTab(tab);
    if (!clicked) return;
    handle({ item: String(info.menuItemId), tab: clicked, selectionText: info.selectionText });
  });
}

/**
 * Answers the toasts. A message counts only when it comes from a script of ours in a tab, and parses;
 * `tabId` is where the browser, not the page, says it comes from. One that does not parse is of
 * another version of ours and is told so.
 */
export function onToastAction(
  answer: (action: ToastAction, tabId: number) => Promise<ToastAnswer>,
): void {
  browser.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    const action = toastActionSchema.safeParse(message);
    const tabId = sender.id === browser.runtime.id ? sender.tab?.id : undefined;
    if (tabId === undefined || companionMessageSchema.safeParse(message).success) return undefined;
    if (!action.success) {
      respond({ done: false, message: t('toast_unreachable') });
      return undefined;
    }
    void answer(action.data, tabId).then(respond, (bug: unknown) => {
      respond({ done: false, message: String(bug) });
      throw bug;
    });
    // Tells the browser that the answer comes later.
    return true;
  });
}
