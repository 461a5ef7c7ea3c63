/** What a person does to have the companion on a site, and what then shows in the page. */
import type { Page } from 'playwright-core';
import { extensionId, type Extension } from './extension.ts';
import { until } from './until.ts';

declare const chrome: {
  developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  scripting: {
    getRegisteredContentScripts(): Promise<{ matches: string[]; excludeMatches?: string[] }[]>;
  };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> };
};

/** Lets the browser say yes to the next request for these hosts: without a display nobody can click. */
export async function willGrant(extension: Extension, pattern: string): Promise<void> {
  const page = await extension.open('chrome://extensions/');
  await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [
    extensionId,
    pattern,
  ] as const);
  await page.close();
}

/** Turns the companion on for a site, in the settings, as a person would. */
export async function comeAlong(extension: Extension, host: string): Promise<void> {
  await willGrant(extension, `*://${host}/*`);
  const settings = await extension.openOwn('library.html#/settings');
  await settings.getByLabel('A site to come along to').fill(host);
  await settings.getByRole('button', { name: 'Come along', exact: true }).click();
  await settings.getByRole('button', { name: `Stop on ${host}` }).waitFor();
  await untilRegistered(settings, host);
  await settings.close();
}

/**
 * Waits, in a page of ours, until the browser runs the companion on a site by itself. The background
 * registers it, a moment after the settings show what was chosen.
 */
export async function untilRegistered(own: Page, host: string): Promise<void> {
  await until(`the companion to be registered for ${host}`, () => isRegistered(own, host));
}

/** Waits until the browser no longer does. */
export async function untilUnregistered(own: Page, host: string): Promise<void> {
  await until(
    `the companion to stay away from ${host}`,
    async () => !(await isRegistered(own, host)),
  );
}

async function isRegistered(own: Page, host: string): Promise<boolean> {
  const scripts = await own.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  const site = `*://${host}/*`;
  return scripts.some(
    ({ matches, excludeMatches = [] }) =>
      (matches.includes(site) || matches.includes('*://*/*')) && !excludeMatches.includes(site),
  );
}

/** The words painted under a name, in the page's main document. */
export function painted(page: Page, name = 'counterpoint-evidence'): Promise<string[]> {
  return page.evaluate(
    (key) =>
      Array.from(CSS.highlights.get(key) ?? [], (range) =>
        (range as Range).toString().replace(/\s+/g, ' '),
      ),
    name,
  );
}

/** Waits until words that hold `words` are painted. */
export async function untilPainted(page: Page, words: string, name?: string): Promise<void> {
  await until(`“${words}” to be painted`, async () =>
    (await painted(page, name)).some((each) => each.includes(words)),
  );
}

/** What stands on the toolbar button while the page is in front. */
export async function badgeOf(extension: Extension, page: Page): Promise<string> {
  await page.bringToFront();
  const worker =
    extension.context.serviceWorkers().at(-1) ??
    (await extension.context.waitForEvent('serviceworker'));
  return await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab ? chrome.action.getBadgeText({ tabId: tab.id }) : '';
  });
}
