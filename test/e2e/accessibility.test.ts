/** Axe on every page of the built extension, light and dark, wide and at 320 px. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { importFiles, openInsight } from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { openPanel } from '../support/panel-steps.ts';
import { clipWith, readSurface } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';

const schemes = ['light', 'dark'] as const;

let server: FixtureServer;
let extension: Extension;

beforeAll(async () => {
  server = await serve(sampleHosts());
  extension = await launchExtension({ server });
  const library = await extension.openOwn('library.html#/import');
  await importFiles(library, sampleCards());
  await library.close();
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Checks a page in both schemes, and that nothing has to be scrolled sideways at 320 px. */
async function check(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    expect(await seriousFaults(page), `${name}, ${colorScheme}`).toEqual([]);
  }
}

async function checkNarrow(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 700 });
  const tooWide = () =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      return [...document.querySelectorAll('main *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120));
    });
  await expect.poll(tooWide, { message: `${name} at 320 px` }).toEqual([]);
  await check(page, `${name} at 320 px`);
}

describe('popup and side panel', () => {
  it.each(Object.entries(samplePages))(
    'have no serious fault on the %s page',
    async (name, url) => {
      const page = await extension.open(url);
      if (name === 'article') await selectWords(page, 'discount');
      const popup = await extension.clickToolbar(page);
      await readSurface(popup);
      await check(popup, 'popup');
      if (name === 'article') {
        await clipWith(popup, 'Clip selection');
        await check(popup, 'popup after a clip');
      }
      if (name === 'essay') {
        await popup.close();
        const panel = await openPanel(extension, page);
        await readSurface(panel);
        await check(panel, 'side panel');
        await panel.close();
      }
      if (!popup.isClosed()) await popup.close();
      await page.close();
    },
  );

  it('have no serious fault on a page that is closed to extensions', async () => {
    const page = await extension.open('chrome://version/');
    const popup = await extension.clickToolbar(page);
    await popup.getByText('Browsers keep this page closed to extensions.').waitFor();
    await check(popup, 'popup');
    await popup.close();
    await page.close();
  });
});

describe('the library', () => {
  it.each(['/', '/collections', '/import', '/trash'])(
    'has no serious fault at %s',
    async (route) => {
      const library = await extension.openOwn(`library.html#${route}`);
      await library.getByRole('main').waitFor();
      await check(library, route);
      await checkNarrow(library, route);
      await library.close();
    },
  );

  it('has no serious fault on an insight and in its editor', async () => {
    const library = await extension.openOwn('library.html#/');
    await openInsight(library, /same room/i);
    await check(library, 'insight');
    await library.getByRole('link', { name: 'Edit', exact: true }).click();
    await library.getByLabel('Claim', { exact: true }).first().waitFor();
    await check(library, 'editor');
    await checkNarrow(library, 'editor');
    await library.close();
  });

  it('has no serious fault while it is empty', async () => {
    const empty = await launchExtension();
    const library = await empty.openOwn('library.html#/');
    await library.getByRole('main').waitFor();
    await check(library, 'empty library');
    await empty.close();
  });
});
