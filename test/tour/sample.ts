/**
 * Opens a browser for a person to try things in: the built extension, the sample library brought in
 * through its own import, and the sample pages. Ends when the browser is closed.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, rootFlags } from '../run/browser.mjs';
import { extensionId } from '../support/extension.ts';
import { importFiles } from '../support/library-steps.ts';
import { sampleCards, sampleHosts, samplePages } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const output = resolve(import.meta.dirname, '../../.output');
const built = join(output, 'chrome-mv3');
const profile = join(output, 'profile');
const portFile = join(profile, 'DevToolsActivePort');

const whatToDo = `
The browser is open with Counterpoint, a sample library and four sample pages.

  On “The price nobody dared to raise”, select a sentence and press Alt+Shift+S,
  or press the Counterpoint button (behind the puzzle piece in the toolbar).
  On “Who has a spare week?”, press play, then Alt+Shift+L for the last 30 seconds.
  On “We stopped writing before the meeting”, press the Counterpoint button: it
  shows which of the insights the page touches, and what argues against them.
  On “Braised leeks” it shows nothing, as it should.

Everything you do stays in ${profile}.
The addresses that end in .example exist only in this browser; it may warn about
the flag that makes them. Close the browser or press Ctrl-C to end.`;

const notLoaded = `
This browser did not load the extension from the command line; Chrome itself no
longer does. Open chrome://extensions in it, turn on developer mode, press “Load
unpacked” and choose the folder ${built}
Or install Chromium, Edge or Brave and start again.`;

function startBrowser(server: FixtureServer): ChildProcess {
  const browser = findBrowser();
  if (!browser) throw new Error('no browser: run npm start');
  return spawn(
    browser,
    [
      ...rootFlags,
      `--user-data-dir=${profile}`,
      `--load-extension=${built}`,
      `--disable-extensions-except=${built}`,
      '--disable-features=DisableLoadExtensionCommandLineSwitch',
      '--no-first-run',
      '--no-default-browser-check',
      '--remote-debugging-port=0',
      `--host-resolver-rules=MAP *.example 127.0.0.1:${server.port}`,
      `--ignore-certificate-errors-spki-list=${server.fingerprint}`,
      ...Object.values(samplePages),
    ],
    { stdio: 'ignore' },
  );
}

/** Brings the sample library in as a person would; bringing it in again changes nothing. */
async function fillLibrary(): Promise<boolean> {
  const port = readFileSync(portFile, 'utf8').split('\n')[0];
  const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, {
    noDefaults: true,
  });
  try {
    const [context] = connection.contexts();
    const library = await context?.newPage();
    if (!library) return false;
    const address = `chrome-extension://${extensionId}/library.html`;
    const loaded = await library.goto(`${address}#/import`).then(
      () => true,
      () => false,
    );
    if (!loaded) return false;
    await importFiles(library, sampleCards());
    await library.goto(`${address}#/`);
    return true;
  } finally {
    await connection.close();
  }
}

mkdirSync(profile, { recursive: true });
rmSync(portFile, { force: true });
const server = await serve(sampleHosts());
const browser = startBrowser(server);
const ended = new Promise<void>((done) => {
  browser.once('exit', () => done());
});
process.on('SIGINT', () => browser.kill());
process.on('SIGTERM', () => browser.kill());
const started = await until(
  'the browser to start',
  () =>
    browser.exitCode !== null || browser.signalCode !== null
      ? 'gone'
      : existsSync(portFile) && 'there',
  60,
);
if (started === 'gone') {
  console.log('The browser ended at once. Is it still open from before? Close it and start again.');
  process.exitCode = 1;
} else {
  console.log((await fillLibrary()) ? whatToDo : notLoaded);
  await ended;
}
await server.close();
