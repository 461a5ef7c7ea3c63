/** Public codexes in the built extension: loaded, reloaded, searched, matched, copied, removed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { allowHost, collectionItem, lastLoad, loadAddress } from '../support/collection-steps.ts';
import { displayMissing, startDisplay, type Display } from '../support/display.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html } from '../support/handlers.ts';
import { openInsight } from '../support/library-steps.ts';
import { readSurface } from '../support/popup-steps.ts';
import { sampleHosts, samplePages } from '../support/sample.ts';
import { madeCard, serveCodex, type ServedCodex } from '../support/served-codex.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

const address = 'https://codex.example/codex/INDEX.json';

let server: FixtureServer;
let codex: ServedCodex;
let extension: Extension;
let library: Page;
let folder: string;

beforeAll(async () => {
  codex = serveCodex(17);
  server = await serve({
    ...sampleHosts(),
    'codex.example': codex.handler,
    'pages.example': html('<!doctype html><title>A page</title>'),
    'moved.example': (_request, response) => {
      response.writeHead(302, { Location: 'https://elsewhere.example/INDEX.json' }).end();
    },
  });
  extension = await launchExtension({ server });
  await allowHost(extension, 'https://*/*');
  library = await extension.openOwn('library.html#/collections');
  folder = mkdtempSync(join(tmpdir(), 'counterpoint-codex-'));
});

afterAll(async () => {
  await extension?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The files asked for since the last call, without the index. */
let told = 0;
function newlyAsked(): string[] {
  const all = server.requests.filter(({ host }) => host === 'codex.example');
  const fresh = all.slice(told).map(({ path }) => path.replace('/codex/', ''));
  told = all.length;
  return fresh.filter((path) => path !== 'INDEX.json').sort();
}

const room = async (route: string) => {
  await library.goto(library.url().replace(/#.*$/, `#${route}`));
  await library.reload();
};

describe('a codex at an address', () => {
  it('asks no host for anything before somebody presses Load', () => {
    expect(server.requests.filter(({ host }) => host === 'codex.example')).toEqual([]);
  });

  it('shows how far it has come, can be cancelled, and keeps what came in', async () => {
    codex.absent.add('insights/ins_orchard-number-17.md');
    codex.patience = 12;
    await loadAddress(library, address);
    // All that the host gives: pressed before, Cancel would keep fewer.
    await library.getByText('Loading codex: 12 of 32 files').waitFor();
    await library.getByRole('button', { name: 'Cancel' }).click();
    const counts = await lastLoad(library, 'codex');
    expect(counts.Added).toBe(12);
    expect(await liveRows(library, 'insights')).toHaveLength(12);
    newlyAsked();
  });

  it('resumes with what is missing, and names what stayed out with line and reason', async () => {
    codex.patience = Infinity;
    await library.reload();
    await library.getByRole('button', { name: 'Resume' }).click();
    await library.getByRole('button', { name: 'Reload', exact: true }).waitFor();
    expect(await lastLoad(library, 'codex')).toMatchObject({ Added: 18, Unchanged: 12, Broken: 2 });
    expect(newlyAsked()).toHaveLength(20);
    const item = collectionItem(library, 'codex');
    await item.getByText('2 files stayed out').click();
    await item.getByText('insights/ins_torn.md, line 3').waitFor();
    await item.getByText('The index names this file, but the host does not have it.').waitFor();
    await item.getByText('1 contradiction or pattern').waitFor();
  });

  it('reloads what has changed and nothing else', async () => {
    codex.absent.clear();
    await library.getByRole('button', { name: 'Reload', exact: true }).click();
    await until('the missing card', () => newlyAskedOnce('insights/ins_orchard-number-17.md'));
    expect(await lastLoad(library, 'codex')).toMatchObject({ Added: 1, Unchanged: 30, Broken: 1 });

    const changed = madeCard(3).replace('tier: B', 'tier: A');
    codex.files.set('insights/ins_orchard-number-3.md', changed);
    codex.files.delete('insights/ins_orchard-number-4.md');
    codex.files.set('insights/ins_orchard-number-99.md', madeCard(99));
    newlyAsked();
    await library.getByRole('button', { name: 'Reload', exact: true }).click();
    await collectionItem(library, 'codex').getByText('Updated').waitFor();
    await until('the reload', async () => (await lastLoad(library, 'codex')).Removed === 1);
    expect(await lastLoad(library, 'codex')).toMatchObject({ Added: 1, Updated: 1, Removed: 1 });
    expect(newlyAsked()).toEqual([
      'insights/ins_orchard-number-3.md',
      'insights/ins_orchard-number-99.md',
    ]);
    const stored = await liveRows(library, 'insights');
    expect(stored.find(({ card }) => card.id === 'ins_orchard-number-3')?.original).toBe(changed);
    expect(stored.some(({ card }) => card.id === 'ins_orchard-number-4')).toBe(false);
  });

  it('finds a change that the index does not tell of, and asks with the entity tags it was given', async () => {
    const before = codex.notModified;
    const text = madeCard(5, 'Row five was replanted.');
    codex.files.set('insights/ins_orchard-number-5.md', text);
    await library.getByRole('button', { name: 'Check every card' }).click();
    await until('the reload', async () => (await lastLoad(library, 'codex')).Updated === 1);
    expect(await lastLoad(library, 'codex')).toMatchObject({ Added: 0, Updated: 1, Removed: 0 });
    const stored = await liveRows(library, 'insights');
    expect(stored.find(({ card }) => card.id === 'ins_orchard-number-5')?.original).toBe(text);
    expect(codex.notModified - before).toBe(codex.files.size - 1);
  });

  it.each([
    ['https://pages.example/INDEX.json', 'gives a web page'],
    ['https://moved.example/INDEX.json', 'leads on to another one'],
    ['https://codex.example/codex/NOTHING.json', 'There is no such file on codex.example'],
    ['not an address', 'no web address'],
  ])('says plainly why %s is no codex', async (wrong, words) => {
    await loadAddress(library, wrong);
    await library.getByRole('alert').filter({ hasText: words }).waitFor();
    expect(server.requests.some(({ host }) => host === 'elsewhere.example')).toBe(false);
  });

  it('has no serious fault, and fits into 320 px', async () => {
    expect(await seriousFaults(library)).toEqual([]);
    await library.setViewportSize({ width: 320, height: 700 });
    const wide = await library.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    expect(await seriousFaults(library)).toEqual([]);
    await library.setViewportSize({ width: 1200, height: 800 });
  });
});

function newlyAskedOnce(path: string): boolean {
  return newlyAsked().includes(path);
}

describe('a card of a loaded codex', () => {
  it('is found by the search, says whose it is, and cannot be edited or deleted', async () => {
    await room('/');
    await library.getByLabel('Search insights').fill('orchard number 7');
    const row = library.getByRole('listitem').filter({ hasText: 'Orchard number 7 bears late' });
    await row.getByText('codex', { exact: true }).waitFor();
    await openInsight(library, 'Orchard number 7 bears late');
    await library.getByText('This card belongs to codex').waitFor();
    expect(await library.getByRole('link', { name: 'Edit', exact: true }).count()).toBe(0);
    const [opened] = library.url().split('/edit');
    await library.goto(`${opened}/edit`);
    await library.getByText('This card belongs to codex').waitFor();
    await library.getByRole('checkbox', { name: /Orchard number 7 bears late/ }).check();
    await library.getByRole('button', { name: 'Delete', exact: true }).first().click();
    await library.getByText('1 card belongs to a loaded codex and stays').waitFor();
  });

  it('is copied with one key, linked to its origin, and the copy can be taken back', async () => {
    await library.getByRole('heading', { name: 'Orchard number 7 bears late' }).focus();
    await library.keyboard.press('o');
    await library.getByText('1 card copied to your insights.').waitFor();
    const copy = (await liveRows(library, 'insights')).find(
      ({ collection }) => collection === 'own',
    );
    expect(copy?.card).toMatchObject({ id: 'ins_orchard-number-7', tier: 'B' });
    expect(copy?.card.sections.crossReferences).toBe(`- Copied from codex, ${address}`);
    await library.getByRole('link', { name: 'Edit', exact: true }).waitFor();
    await library
      .getByRole('region', { name: 'Links' })
      .getByText('codex', { exact: true })
      .waitFor();
    await library.getByRole('button', { name: 'Undo' }).click();
    await until('the copy to go', async () =>
      (await liveRows(library, 'insights')).every(({ collection }) => collection !== 'own'),
    );
  });

  it('is surfaced on a page that it touches, with the name of its collection', async () => {
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    // What collections are called is read after what matches.
    await until('the match to name its collection', async () => {
      const { related } = await readSurface(popup);
      return related[0]?.facts.join(' ').includes('codex');
    });
    await popup.close();
    await page.close();
  });
});

const missing = displayMissing();

describe.skipIf(missing !== undefined)(`the question${missing ? `: ${missing}` : ''}`, () => {
  let display: Display;
  let shown: Extension;

  beforeAll(async () => {
    display = await startDisplay();
    const { env, args } = display;
    shown = await launchExtension({ server, headless: false, env, args });
  });

  afterAll(async () => {
    await shown?.close();
    await display?.close();
  });

  it('is put by the browser; a no is told plainly, and the host is asked for nothing', async () => {
    const page = await shown.openOwn('library.html#/collections');
    newlyAsked();
    const asks = () => server.requests.filter(({ host }) => host === 'codex.example').length;
    const before = asks();
    await page.getByLabel('Address of its INDEX.json').fill(address);
    await display.focusBrowser();
    const load = page.getByRole('button', { name: 'Load', exact: true });
    await load.click();
    const refusal = page.getByRole('alert').getByText('may not read from codex.example');
    await until('the refusal', async () => {
      display.key('Escape');
      return (await refusal.count()) > 0;
    });
    expect(asks()).toBe(before);
  });
});

describe('a codex on the disk', () => {
  it('comes in from a folder; the same folder again changes only what changed', async () => {
    const top = join(folder, 'orchard');
    for (const [path, text] of codex.files) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeFileSync(join(top, path), text);
    }
    await room('/collections');
    await library.getByTestId('codex-folder').setInputFiles(top);
    expect(await lastLoad(library, 'orchard')).toMatchObject({ Added: 31, Broken: 1 });
    writeFileSync(join(top, 'insights/ins_orchard-number-1.md'), madeCard(1, 'It bears early.'));
    rmSync(join(top, 'insights/ins_orchard-number-2.md'));
    await library.getByTestId('again-orchard').setInputFiles(top);
    await until('the second load', async () => (await lastLoad(library, 'orchard')).Removed === 1);
    expect(await lastLoad(library, 'orchard')).toMatchObject({
      Added: 0,
      Updated: 1,
      Removed: 1,
      Unchanged: 29,
    });
  });

  it('comes in from a zip, is renamed, and is removed with an undo', async () => {
    const zip = join(folder, 'zipped.zip');
    const entries = [...codex.files].map(([path, text]) => [
      `codex-main/${path}`,
      Buffer.from(text),
    ]);
    writeFileSync(zip, zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>));
    await library.getByTestId('codex-zip').setInputFiles(zip);
    expect(await lastLoad(library, 'zipped')).toMatchObject({ Added: 31, Broken: 1 });
    const before = (await liveRows(library, 'insights')).length;

    await collectionItem(library, 'zipped').getByRole('button', { name: 'Rename' }).click();
    await library.getByLabel('Name', { exact: true }).fill('Orchards, zipped');
    await library.keyboard.press('Enter');
    const item = collectionItem(library, 'Orchards, zipped');
    await item.getByRole('button', { name: 'Remove Orchards, zipped' }).click();
    await item.getByText(/Remove “Orchards, zipped” with 30 cards/).waitFor();
    await item.getByRole('button', { name: 'Remove', exact: true }).click();
    await library.getByText('“Orchards, zipped” is removed.').waitFor();
    expect(await liveRows(library, 'insights')).toHaveLength(before - 30);
    await library.getByRole('button', { name: 'Undo' }).click();
    await item.waitFor();
    expect(await liveRows(library, 'insights')).toHaveLength(before);
  });

  it('leaves a list that shows everything again when it is removed while the list shows only it', async () => {
    const item = collectionItem(library, 'Orchards, zipped');
    await item.getByRole('button', { name: /^30 cards/ }).click();
    await library.getByText(/^30 of \d+$/).waitFor();
    await library.getByRole('link', { name: 'Collections', exact: true }).click();
    await item.getByRole('button', { name: 'Remove Orchards, zipped' }).click();
    await item.getByRole('button', { name: 'Remove', exact: true }).click();
    await library.getByText('“Orchards, zipped” is removed.').waitFor();
    await library.getByRole('link', { name: 'Insights', exact: true }).click();
    await library.getByText(/^\d+ insights$/).waitFor();
    await library.getByText('Filters', { exact: true }).waitFor();
    await library.getByRole('button', { name: 'Undo' }).click();
    await library.getByText(/^30 of \d+$/).waitFor();
  });

  it('is chosen in the check with the arrow keys, which stay on the choice', async () => {
    await room('/check');
    const choice = library.getByRole('combobox', { name: /^Collection/ });
    await choice.focus();
    for (const place of ['codex', 'orchard']) {
      await library.keyboard.press('ArrowDown');
      await until(`the check of ${place}`, async () => {
        return library.url().endsWith(`#/check/${place}`) && (await choice.inputValue()) === place;
      });
    }
    expect(await choice.evaluate((select) => select === document.activeElement)).toBe(true);
  });
});
