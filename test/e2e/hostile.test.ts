/** Pages made to harm: a clip or a plain refusal, nothing runs, nothing hangs, the page stays as it was. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeAlong } from '../support/companion-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html, paths } from '../support/handlers.ts';
import { canaryHost, hostilePages, hostileWords } from '../support/hostile-pages.ts';
import { mainThreadTasks } from '../support/main-thread.ts';
import { savedCard } from '../support/popup-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

const host = 'hostile.example';
const names = Object.keys(hostilePages);
const addressOf = (name: string) => `https://${host}/${names.indexOf(name)}`;
/** Milliseconds that no task of the page may take because of us, on a machine with nothing else to do. */
const limit = 1_000;
/** Milliseconds that the reference work takes there. */
const usual = 60;
const referenceWork = `(() => { const start = performance.now(); let sum = 0; for (let i = 0; i < 3e7; i += 1) sum += i % 7; return performance.now() - start + (sum < 0 ? 1 : 0); })()`;

/** The limit, longer in proportion where the machine is busy with other things just now. */
async function limitNow(world: OwnWorld): Promise<number> {
  return limit * Math.max(1, (await world.run<number>(referenceWork)) / usual);
}

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve({
    [host]: paths(
      Object.fromEntries(names.map((name, at) => [`/${at}`, html(hostilePages[name]!())])),
    ),
    [canaryHost]: html('hit'),
    'endless.example': (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.write(
        `<!doctype html><title>Endless</title>${'<p>Words that came.</p>'.repeat(20)}`,
      );
    },
  });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

interface OwnWorld {
  run<T>(expression: string): Promise<T>;
}

/** A world beside the page's own, where what the page replaced is as it should be. */
async function ownWorld(page: Page): Promise<OwnWorld> {
  const session: CDPSession = await extension.context.newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'test',
  });
  return {
    async run(expression) {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return result.value as never;
    },
  };
}

/** A digest of the whole page apart from what it changes itself. */
const digest = `(async () => {
  const copy = document.documentElement.cloneNode(true);
  copy.querySelector('#churn')?.replaceChildren();
  const bytes = new TextEncoder().encode(new XMLSerializer().serializeToString(copy) + document.adoptedStyleSheets.length);
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).join();
})()`;
/** The longest time that the page's own timers were kept waiting: what a person feels. */
const watch = `(() => {
  globalThis.longest = 0;
  // What the page needs to lay itself out is its own.
  document.documentElement.getBoundingClientRect();
  let last = globalThis.busyUntil = performance.now();
  const beat = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    if (now - last > 250) busyUntil = now;
    last = now;
    setTimeout(beat, 5);
  };
  beat();
})()`;
const longest = 'globalThis.longest';
/** The browser reads JSON-LD by itself, some time after a page is loaded: half a second for 10 MB. */
const isCalm = 'performance.now() - globalThis.busyUntil > 750';

const select = `getSelection().selectAllChildren(Document.prototype.getElementById.call(document, 'own'))`;

async function settled(page: Page): Promise<OwnWorld> {
  const world = await ownWorld(page);
  await until('the page to be loaded', () =>
    world.run<boolean>(`performance.getEntriesByType('navigation')[0]?.loadEventEnd > 0`),
  );
  return world;
}

describe('clipped by the popup', () => {
  it.each(names)('%s', async (name) => {
    const page = await extension.open(addressOf(name));
    const world = await settled(page);
    await world.run(select);
    const before = await world.run<string>(digest);
    await world.run(watch);
    await until('the browser to have read the page', () => world.run<boolean>(isCalm));
    await world.run(`${longest} = 0`);
    const clips = (await liveRows(library, 'clips')).length;

    const popup = await extension.clickToolbar(page);
    await popup.getByRole('button', { name: 'Clip selection' }).click();
    await savedCard(popup).waitFor();
    const longTask = await world.run<number>(longest);
    const stored = await liveRows(library, 'clips');
    expect(stored).toHaveLength(clips + 1);
    expect(stored.at(-1)!.quote).toBe(hostileWords);
    expect(await world.run(digest)).toBe(before);
    expect(longTask).toBeLessThan(await limitNow(world));
    expect(await popup.locator('a[href^="javascript:" i], a[href^="data:" i]').count()).toBe(0);
    await popup.close();
    await page.close();
  });
});

describe('with the companion', () => {
  beforeAll(async () => {
    await comeAlong(extension, host);
  });

  it.each(names)('%s', async (name) => {
    const page = await extension.context.newPage();
    const address = addressOf(name);
    const tasks = await mainThreadTasks(extension.context.browser()!, page, address, async () => {
      await page.goto(address);
      const world = await ownWorld(page);
      await until('the clip to be painted', () =>
        world.run<boolean>(
          `Array.from(CSS.highlights.get('counterpoint-evidence') ?? [], (range) => range.toString()).includes(${JSON.stringify(hostileWords)})`,
        ),
      );
    });
    const [heaviest] = tasks.filter(({ scripts }) => scripts.length > 0);
    expect(heaviest?.worked).toBeLessThan(limit);
    await page.close();
  });
});

it('ran nothing, and stored no address that is a script', async () => {
  await library.goto(`${library.url().split('#')[0]}#/insights`);
  await library.reload();
  await library.getByText('miller weighs').first().waitFor();
  expect(server.requests.filter((request) => request.host === canaryHost)).toEqual([]);
  const sources = await storedRows(library, 'sources');
  expect(sources).toHaveLength(names.length);
  expect(
    JSON.stringify(sources.map(({ key, url, metadata }) => [key, url, metadata.canonicalUrl])),
  ).not.toMatch(/javascript:/i);
  expect(await library.locator('a[href^="javascript:" i]').count()).toBe(0);
});

it('a page that its server never ends is read as far as it is there', async () => {
  const page = await extension.context.newPage();
  await page.goto('https://endless.example/', { waitUntil: 'commit' });
  await page.getByText('Words that came.').last().waitFor();
  const popup = await extension.clickToolbar(page);
  await popup.getByText('Endless').first().waitFor();
  await popup.getByRole('button', { name: 'Save this page' }).click();
  await savedCard(popup).waitFor();
  await popup.close();
  await page.close();
});
