/** The settings in the built extension: what is chosen stays chosen, however quickly. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { until } from '../support/until.ts';

declare const chrome: {
  tabs: { getCurrent(): Promise<{ id: number }>; remove(id: number): Promise<void> };
};

const choices = ['Link the place to the very words', 'Say whether the page had the words'];

let server: FixtureServer;
let extension: Extension;

beforeAll(async () => {
  server = await serve({});
  extension = await launchExtension({ server });
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Turns all of these on or off in one go. */
function press(settings: Page, labels: readonly string[]): Promise<void> {
  return settings.evaluate((wanted) => {
    for (const label of document.querySelectorAll('label')) {
      if (wanted.includes(label.textContent)) label.click();
    }
  }, labels);
}

const checked = (settings: Page) =>
  Promise.all(choices.map((name) => settings.getByLabel(name).isChecked()));

it('two choices made at once are both kept', async () => {
  const settings = await extension.openOwn('library.html#/settings');
  await settings.getByLabel(choices[0]!).waitFor();
  await press(settings, choices);
  await until('both to be on', async () => (await checked(settings)).every(Boolean));
  await press(settings, choices);
  await until('both to be off', async () => !(await checked(settings)).some(Boolean));
  await settings.close();
});

it('a choice is kept by a page that is closed in the same moment', async () => {
  const settings = await extension.openOwn('library.html#/settings');
  await settings.getByLabel(choices[0]!).waitFor();
  const closed = settings.waitForEvent('close');
  await settings.evaluate(async () => {
    const { id } = await chrome.tabs.getCurrent();
    addEventListener('click', () => void chrome.tabs.remove(id));
  });
  await press(settings, choices.slice(0, 1)).catch(() => undefined);
  await closed;
  const later = await extension.openOwn('library.html#/settings');
  await until('the choice to be on', () => later.getByLabel(choices[0]!).isChecked());
  await later.close();
});
