/** What a person does in the room of collections. */
import type { Locator, Page } from 'playwright-core';
import { extensionId, type Extension } from './extension.ts';
import { until } from './until.ts';

/** In the browser's own page of extensions; the method is undocumented. */
declare const chrome: {
  developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
};

/**
 * Answers the browser's question beforehand: without a window it would stay open for ever. The
 * extension still has to ask, and is then given the host at once.
 */
export async function allowHost(extension: Extension, pattern: string): Promise<void> {
  const page = await extension.open('chrome://extensions/');
  await page.evaluate(([id, host]) => chrome.developerPrivate.addHostPermission(id, host), [
    extensionId,
    pattern,
  ] as const);
  await page.close();
}

/** The part of the room that speaks of one collection. */
export function collectionItem(library: Page, name: string): Locator {
  return library
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: library.getByRole('heading', { name, exact: true }) });
}

/** Types the address and presses Load. */
export async function loadAddress(library: Page, address: string): Promise<void> {
  await library.getByLabel('Address of its INDEX.json').fill(address);
  await library.getByRole('button', { name: 'Load', exact: true }).click();
}

/** What the last load of a collection did, once it has ended. */
export async function lastLoad(
  library: Page,
  name: string,
  seconds = 60,
): Promise<Record<string, number>> {
  const item = collectionItem(library, name);
  await until(
    `the load of ${name} to end`,
    async () =>
      (await item.locator('dl').count()) > 0 &&
      (await library.getByRole('progressbar').count()) === 0,
    seconds,
  );
  const pairs = await item
    .locator('dl')
    .evaluate((list) =>
      [...list.children].map((row) => [
        row.querySelector('dt')?.textContent ?? '',
        Number(row.querySelector('dd')?.textContent),
      ]),
    );
  return Object.fromEntries(pairs) as Record<string, number>;
}
