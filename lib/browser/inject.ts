/** Puts one of our scripts into a tab's page, on demand, and brings back what it returned. */
import { browser } from 'wxt/browser';
import type { PageFailure } from '../actions/ports';
import { err, ok, type Result } from '../core/result';

/** The scripts that may run in a page; each is built from the entry point of that name. */
export type InjectedScript = 'page-reader' | 'page-pointer' | 'toast';

/**
 * Runs the script in the tab's top frame with `request` laid ready in `globalThis.counterpointRequest`
 * of the same isolated world. Needs the access that `activeTab` gives when the person asks.
 */
export async function inject(
  tabId: number,
  script: InjectedScript,
  request: unknown,
): Promise<Result<unknown, PageFailure>> {
  try {
    // Two calls, sent together: they are carried out in order, so it is still one round trip.
    const [, results] = await Promise.all([
      browser.scripting.executeScript({
        target: { tabId },
        func: (value: unknown) => {
          Object.assign(globalThis, { counterpointRequest: value });
        },
        args: [request ?? null],
      }),
      browser.scripting.executeScript({ target: { tabId }, files: [`/${script}.js`] }),
    ]);
    return ok(results[0]?.result);
  } catch (error) {
    return err(await pageFailure(tabId, String(error)));
  }
}

/** Calls a function in the page's isolated world; `func` must stand on its own. */
export async function call<Args extends unknown[]>(
  tabId: number,
  func: (...args: Args) => void,
  args: Args,
): Promise<Result<void, PageFailure>> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, func, args });
    return ok(undefined);
  } catch (error) {
    return err(await pageFailure(tabId, String(error)));
  }
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
