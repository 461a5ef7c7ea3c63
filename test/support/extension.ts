/**
 * The built extension in a real browser, driven the way a person does it: the toolbar button is
 * really clicked, so `activeTab` is really granted (docs: Chrome DevTools Protocol, `Extensions`).
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { chromiumFlags, findBrowser } from '../run/browser.mjs';
import type { FixtureServer } from './server.ts';
import { until } from './until.ts';

/** Fixed by the public key in wxt.config.ts. */
export const extensionId = 'bikganioemdfgmjhiooglhbfnmpaecgd';

const repository = resolve(import.meta.dirname, '../..');

export interface LaunchOptions {
  /** Pages come from here and from nowhere else; without a server nothing can be reached. */
  readonly server?: FixtureServer;
  /** A folder to keep; without it a new one is made, and deleted by `close`. */
  readonly profile?: string;
  readonly args?: readonly string[];
  /** False only under a display. */
  readonly headless?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface Extension {
  readonly context: BrowserContext;
  readonly profile: string;
  /** A session on the browser itself. */
  readonly cdp: CDPSession;
  /** Opens an address in a new tab. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension in a tab, for example `library.html#/import`. */
  openOwn(path: string): Promise<Page>;
  /** Clicks the toolbar button on `page`; nothing is connected to the popup that opens. */
  pressToolbar(page: Page): Promise<void>;
  /** The same; resolves to the popup once it is there. */
  clickToolbar(page: Page): Promise<Page>;
  /**
   * Runs a command of the manifest on `page` as its shortcut key would. A real key needs a display;
   * here the click gives the same access, then the command's own listeners are called.
   */
  runCommand(name: string, page: Page): Promise<void>;
  /** Waits for a page of the extension that Playwright does not list: the popup, the side panel. */
  findOwn(path: string): Promise<Page>;
  /** Ends the service worker as the browser does after a while of nothing to do. */
  stopWorker(): Promise<void>;
  /** Kills every process of the browser at once, as a crash would. The profile stays. */
  kill(): Promise<void>;
  /** Ends the browser; the profile goes with it unless it was given. */
  close(): Promise<void>;
}

/** The worker's own API; `dispatch` is undocumented, and calls the listeners a key press calls. */
declare const chrome: {
  tabs: { query(what: object): Promise<unknown[]> };
  commands: { onCommand: { dispatch(command: string, tab: unknown): void } };
};

/** Starts the browser with the extension that `npm run build` made. Throws when it is not built. */
export async function launchExtension(options: LaunchOptions = {}): Promise<Extension> {
  const built = join(repository, '.output', 'chrome-mv3');
  if (!existsSync(join(built, 'manifest.json'))) throw new Error('not built: npm run build');
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'counterpoint-'));
  // A copy, so that a build going on meanwhile cannot take the scripts away under the browser.
  const copy = join(profile, 'counterpoint-build');
  cpSync(built, copy, { recursive: true });
  const dropProfile = () => {
    if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
  };
  const context = await startBrowser(copy, profile, options).catch((error: unknown) => {
    dropProfile();
    throw error;
  });
  const cdp = await context.browser()!.newBrowserCDPSession();
  const connections: { close(): Promise<void> }[] = [];

  const targets = async (type: string) => {
    const filter = [{ type, exclude: false }];
    return (await cdp.send('Target.getTargets', { filter })).targetInfos;
  };

  const open = async (url: string) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };

  const findOwn = async (path: string) => {
    const address = `chrome-extension://${extensionId}/${path}`;
    const { targetId } = await until(`${path} to open`, async () =>
      (await targets('page')).find(({ url }) => url.startsWith(address)),
    );
    // The popup and the side panel show up only in a connection made once they are there; without
    // `noDefaults` it would take the downloads away from the first one.
    const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0];
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
      noDefaults: true,
    });
    connections.push(connection);
    const pages = connection.contexts().flatMap((each) => each.pages());
    const found = pages.filter((page) => page.url().startsWith(address)).at(-1);
    if (!found) throw new Error(`${path} (${targetId}) closed before it could be used`);
    return found;
  };

  const pressToolbar = async (page: Page) => {
    // The button belongs to tabs, not to documents, and two tabs may show the same address.
    await page.bringToFront();
    const { targetId } = await until('the tab to come to the front', async () =>
      (await targets('tab')).find(
        ({ url, embedderData }) =>
          url === page.url() && (embedderData as { tabActive?: boolean }).tabActive,
      ),
    );
    await cdp.send('Extensions.triggerAction', { id: extensionId, targetId });
  };

  const clickToolbar = async (page: Page) => {
    await pressToolbar(page);
    return findOwn('popup.html');
  };

  return {
    context,
    profile,
    cdp,
    open,
    openOwn: (path) => open(`chrome-extension://${extensionId}/${path}`),
    findOwn,
    pressToolbar,
    clickToolbar,

    async runCommand(name, page) {
      const popup = await clickToolbar(page);
      await popup.close();
      const worker =
        context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
      await worker.evaluate(async (command) => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.commands.onCommand.dispatch(command, tab);
      }, name);
    },

    stopWorker: () => stopWorker(context),

    async kill() {
      const pid = Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
      const gone = new Promise((done) => {
        context.once('close', done);
      });
      // Playwright starts the browser as the leader of a process group of its own.
      process.kill(-pid, 'SIGKILL');
      await gone;
    },

    async close() {
      await Promise.allSettled(connections.map((connection) => connection.close()));
      await context.close();
      dropProfile();
    },
  };
}

/** Stops the worker and waits until it was seen stopped; an event may start a new one at once. */
async function stopWorker(context: BrowserContext): Promise<void> {
  const [page = await context.newPage()] = context.pages();
  const session = await context.newCDPSession(page);
  const seen: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    const ours = versions.filter(({ scriptURL }) => new URL(scriptURL).host === extensionId);
    seen.push(...ours.map(({ runningStatus }) => runningStatus));
  });
  try {
    await session.send('ServiceWorker.enable');
    await until('news of the worker', () => seen.length > 0);
    await session.send('ServiceWorker.stopAllWorkers');
    await until('the worker to end', () => seen.includes('stopped'));
  } finally {
    await session.detach();
  }
}

async function startBrowser(
  built: string,
  profile: string,
  options: LaunchOptions,
): Promise<BrowserContext> {
  const { server, headless = true, args = [], env, colorScheme = 'light' } = options;
  const rule = server ? `MAP * 127.0.0.1:${server.port}` : 'MAP * ~NOTFOUND';
  const trust = server ? [`--ignore-certificate-errors-spki-list=${server.fingerprint}`] : [];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser() ?? 'chromium',
    headless,
    colorScheme,
    viewport: headless ? (options.viewport ?? { width: 1200, height: 800 }) : null,
    ...(env && { env: { ...process.env, ...env } }),
    args: [
      ...chromiumFlags,
      `--disable-extensions-except=${built}`,
      `--load-extension=${built}`,
      '--remote-debugging-port=0',
      `--host-resolver-rules=${rule}, EXCLUDE 127.0.0.1`,
      '--mute-audio',
      '--autoplay-policy=no-user-gesture-required',
      ...trust,
      ...args,
    ],
  });
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  const id = new URL(worker.url()).host;
  if (id !== extensionId) throw new Error(`the extension's id is ${id}, not ${extensionId}`);
  return context;
}
