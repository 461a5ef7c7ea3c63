/** Puts one of our scripts into a tab's page, on demand, and brings back what it answers. */
import { browser } from 'wxt/browser';
import type { PageFailure } from '../actions/ports';
import { err, ok, type Result } from '../core/result';

/** The scripts that may run in a page; each is built from the entry point of that name. */
export type InjectedScript =
  'page-reader' | 'page-passages' | 'page-pointer' | 'page-highlights' | 'page-episode' | 'toast';

/**
 * Runs the script in the tab's top frame, then what it registered there, with `request` as argument.
 * Needs the access that `activeTab` gives when the person asks.
 */
export async function inject(
  tabId: number,
  script: InjectedScript,
  request: unknown,
): Promise<Result<unknown, PageFailure>> {
  const files: (`/${InjectedScript}.js` | '/page-metadata.js')[] = [`/${script}.js`];
  // What it calls is a file of its own.
  if (script === 'page-reader') files.unshift('/page-metadata.js');
  try {
    // One after the other: a function sent together with a file arrives before it. And at once: the
    // browser's own wait for a page to be there has no end where its server never ends it.
    await onceGranted(() =>
      browser.scripting.executeScript({ target: { tabId }, files, injectImmediately: true }),
    );
    return ok(await call(tabId, script, request));
  } catch (error) {
    return err(await pageFailure(tabId, String(error)));
  }
}

/**
 * Runs what the script registered in the tab's top frame the last time it was there, and injects it
 * where it was not: for what is asked again and again. Such a script answers with something.
 */
export async function ask(
  tabId: number,
  script: InjectedScript,
  request: unknown,
): Promise<Result<unknown, PageFailure>> {
  try {
    const answer = await onceGranted(() => call(tabId, script, request));
    if (answer !== undefined && answer !== null) return ok(answer);
  } catch (error) {
    return err(await pageFailure(tabId, String(error)));
  }
  return inject(tabId, script, request);
}

async function call(tabId: number, script: InjectedScript, request: unknown): Promise<unknown> {
  const [answer] = await browser.scripting.executeScript({
    target: { tabId },
    func: callRegistered,
    args: [script, request ?? null],
    injectImmediately: true,
  });
  return answer?.result;
}

/** Goes into the page by itself: it knows nothing of what stands around it here. */
export function callRegistered(name: string, value: unknown): unknown {
  return (globalThis as unknown as Record<string, ((value: unknown) => unknown) | undefined>)[
    `counterpoint-${name}`
  ]?.(value);
}

/** Milliseconds to wait before asking again, each time the browser says that access is missing. */
const patience = [10, 40, 100];

/**
 * Runs `act`, and again for a moment while the browser refuses access. The event of a shortcut key
 * can reach the worker before the access that the key gives: in Chromium 156 about one time in
 * five, soon after the start (test/e2e/real-keys.test.ts).
 */
async function onceGranted<T>(act: () => Promise<T>): Promise<T> {
  for (const milliseconds of patience) {
    try {
      return await act();
    } catch (error) {
      if (!/cannot access contents|missing host permission/i.test(String(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
    }
  }
  return act();
}

/**
 * The browser says why in English only. A tab whose address we may see is granted, so a refusal
 * there is final; one whose address we may not see has not been asked for yet.
 */
async function pageFailure(tabId: number, message: string): Promise<PageFailure> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const closedByName = /gallery|chrome:\/\/|about:|extension:\/\/|error page/i.test(message);
  if (!closedByName && tab !== undefined && tab.url === undefined) {
    return { kind: 'page-not-granted' };
  }
  return { kind: 'page-not-readable' };
}
