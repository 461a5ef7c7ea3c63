/** What only a display can show: keys the browser itself listens to, and its own menu. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayMissing, startDisplay, type Display } from '../support/display.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { playFrom, selectWords } from '../support/page-steps.ts';
import { sampleHosts, samplePages } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { toastOn } from '../support/toast.ts';

/** In the library's own page. */
declare const chrome: {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
};

const missing = displayMissing();

describe.skipIf(missing !== undefined)(`under a display${missing ? `: ${missing}` : ''}`, () => {
  let display: Display;
  let server: FixtureServer;
  let extension: Extension;

  beforeAll(async () => {
    display = await startDisplay();
    server = await serve(sampleHosts());
    const { env, args } = display;
    extension = await launchExtension({ server, headless: false, env, args });
  });

  afterAll(async () => {
    await extension?.close();
    await server?.close();
    await display?.close();
  });

  test('the suggested shortcut keys are really given to the extension', async () => {
    const library = await extension.openOwn('library.html');
    const keys = await library.evaluate(async () => {
      return (await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]);
    });
    await library.close();
    expect(Object.fromEntries(keys)).toMatchObject({
      _execute_action: 'Alt+Shift+K',
      'clip-selection': 'Alt+Shift+S',
      'clip-recent': 'Alt+Shift+L',
    });
  });

  test('Alt+Shift+S clips the selected words', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, 'A low price feels like kindness.');
    await display.focusBrowser();
    display.key('alt+shift+s');
    expect(await toastOn(page).says('Saved')).toContain('A low price feels like kindness.');
    await page.close();
  });

  test('Alt+Shift+L clips the last 30 seconds of what plays, with the words of its text track', async () => {
    const page = await extension.open(samplePages.podcast);
    // What plays goes on until the key is pressed: nothing else may come in between.
    await display.focusBrowser();
    await playFrom(page, 86.5);
    display.key('alt+shift+l');
    const said = await toastOn(page).says('Saved');
    expect(said).toContain('It was measuring who has a spare week.');
    expect(said).toContain('00:00:5');
    await page.close();
  });

  test('Alt+Shift+K opens the popup on the page', async () => {
    const page = await extension.open(samplePages.article);
    await display.focusBrowser();
    display.key('alt+shift+k');
    const popup = await extension.findOwn('popup.html');
    await expect.poll(() => popup.title()).toBe('Counterpoint');
    await popup.close();
    await page.close();
  });

  test('the context menu clips the selected words', async () => {
    const page = await extension.open(samplePages.article);
    const words = page
      .getByText('The eleven sheets all said the same thing in different words.')
      .first();
    await selectWords(page, 'The eleven sheets all said the same thing in different words.');
    await display.focusBrowser();
    // Below the extension's entry stands only the browser's “Inspect”.
    await display.chooseFromMenu(words, 2);
    expect(await toastOn(page).says('Saved')).toContain(
      'The eleven sheets all said the same thing in different words.',
    );
    await page.close();
  });
});
