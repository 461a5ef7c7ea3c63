/** The companion: where it may be it paints clips, counts matches and offers a button; elsewhere, nothing. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  badgeOf,
  comeAlong,
  painted,
  untilPainted,
  untilRegistered,
  untilUnregistered,
  willGrant,
} from '../support/companion-steps.ts';
import { extensionId, launchExtension, type Extension } from '../support/extension.ts';
import { html } from '../support/handlers.ts';
import { importFiles } from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { readSurface } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';

declare const chrome: {
  tabs: { getCurrent(): Promise<{ id: number }>; remove(id: number): Promise<void> };
  storage: {
    local: {
      onChanged: { addListener(heard: () => void): void };
      get(key: string): Promise<{ companion: { sites: string[] } }>;
    };
  };
  permissions: { remove(what: { origins: string[] }): Promise<boolean> };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
};

const host = 'changing.example';
const quote = 'The harbour keeps two ledgers, and only one of them is ever read aloud.';

/** One page whose state a query chooses: as it was, edited, moved, late, or without the quote. */
function changing(request: { url?: string | undefined }): string {
  const state = new URL(request.url ?? '/', 'https://x.example').searchParams.get('state') ?? '';
  const before = '<p>Boats come in with the tide and leave before the market opens.</p>';
  const after = '<p>Whoever buys fish there learns to listen for what is left out.</p>';
  const link = '<link rel="canonical" href="https://changing.example/harbour">';
  const words: Record<string, string> = {
    edited: '<p>The harbour keeps two ledgers, and only one of them is read aloud.</p>',
    marked:
      '<p>The harbour keeps <em>two</em> <b>ledgers</b>, and only one of them is ever read aloud.</p>',
    gone: '<p>Something else stands here by now, about a lighthouse and its keeper.</p>',
  };
  const inserted = '<p>Advertisement: nets, ropes, and lamps for the dark months.</p>'.repeat(4);
  const body =
    state === 'moved'
      ? `${after}${inserted}${before}<p>${quote}</p>`
      : `${before}${words[state] ?? (state === 'late' ? '' : `<p>${quote}</p>`)}${after}`;
  const late =
    state === 'late'
      ? `<script>addEventListener('load', () => requestAnimationFrame(() => { const p = document.createElement('p'); p.textContent = ${JSON.stringify(quote)}; document.body.children[0].after(p); }));</script>`
      : '';
  return `<!doctype html><html lang="en"><head><title>The harbour</title>${link}</head><body>${body}${late}</body></html>`;
}

/** An application that swaps its article without loading a page. */
const application = `<!doctype html><html lang="en"><head><title>App</title></head><body><main></main>
<button id="one">one</button><button id="two">two</button><script>
const texts = { '/one': ${JSON.stringify(quote)}, '/two': 'A second article, about something else entirely and without any ledger.' };
const draw = () => { document.querySelector('main').innerHTML = '<p>' + (texts[location.pathname] ?? '') + '</p>'; };
for (const id of ['one', 'two']) document.getElementById(id).onclick = () => { history.pushState(null, '', '/' + id); draw(); };
draw();
</script></body></html>`;

let server: FixtureServer;
let extension: Extension;
let library: Page;

async function clipQuote(url: string): Promise<void> {
  const page = await extension.open(url);
  await selectWords(page, 'The harbour keeps', 'read aloud.');
  const count = (await liveRows(library, 'clips')).length;
  await extension.runCommand('clip-selection', page);
  await until('the clip on disk', async () => (await liveRows(library, 'clips')).length > count);
  await page.close();
}

beforeAll(async () => {
  server = await serve({
    ...sampleHosts(),
    [host]: (request, response) => html(changing(request))(request, response),
    'app.example': html(application),
    'next.example': html(changing({ url: '/' }).replace(/<link[^>]*>/, '')),
    'arxiv.org': html(changing({ url: '/' }).replace(/<link[^>]*>/, '')),
  });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/import');
  await importFiles(library, sampleCards());
  await clipQuote(`https://${host}/harbour`);
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

describe('before anybody asked for it', () => {
  it('runs nowhere', async () => {
    const page = await extension.open(`https://${host}/harbour`);
    expect(await worldsOf(page)).toEqual([]);
    await page.close();
  });
});

describe('from the popup', () => {
  it('leads to the part of the settings that is about the site', async () => {
    const page = await extension.open(`https://${host}/harbour`);
    const popup = await extension.clickToolbar(page);
    await popup.getByRole('button', { name: 'Highlights on this site…' }).click();
    // The library is open already, in another room.
    const heading = library.getByRole('heading', { name: 'The companion' });
    await heading.waitFor();
    await until('the keyboard at that part', async () =>
      heading.evaluate((element) => element === document.activeElement),
    );
    expect(await heading.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(
      await library.evaluate(() => innerHeight),
    );
    const field = library.getByRole('textbox', { name: 'Site' }).first();
    expect(await field.inputValue()).toBe(host);
    await library.goto(`${library.url().split('#')[0]}#/import`);
    await page.close();
  });
});

describe('on a site it comes along to', () => {
  beforeAll(() => comeAlong(extension, host));

  it.each([
    ['as it was', '', 'counterpoint-evidence'],
    ['in other mark-up', 'marked', 'counterpoint-evidence'],
    ['moved below what was inserted', 'moved', 'counterpoint-evidence'],
    ['that came late', 'late', 'counterpoint-evidence'],
    ['with edited words, told apart', 'edited', 'counterpoint-changed'],
  ])('paints a clip %s', async (_name, state, name) => {
    const page = await extension.open(`https://${host}/harbour?state=${state}`);
    await untilPainted(page, 'keeps two ledgers', name);
    await page.close();
  });

  it('paints nothing where the quote is gone', async () => {
    const page = await extension.open(`https://${host}/harbour?state=gone`);
    await until('the highlights to have looked', async () => (await worldsOf(page)).length > 0);
    expect(await painted(page)).toEqual([]);
    expect(await painted(page, 'counterpoint-changed')).toEqual([]);
    await page.close();
  });

  it('shows the note under a resting pointer, and by the keyboard', async () => {
    const [clip] = await storedRows(library, 'clips');
    const page = await extension.open(`https://${host}/harbour`);
    await untilPainted(page, 'two ledgers');
    const box = (await page.getByText('two ledgers').boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.locator('counterpoint-note').waitFor();
    await page.mouse.move(5, 5);
    await page.mouse.move(6, 6);
    await page.locator('counterpoint-note').waitFor({ state: 'detached' });

    await extension.runCommand('next-clip', page);
    await page.locator('counterpoint-note').waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('counterpoint-note');
    await page.keyboard.press('Escape');
    await page.locator('counterpoint-note').waitFor({ state: 'detached' });
    expect(clip?.quote).toContain('two ledgers');
    await page.close();
  });

  it('says so where no clip of the page is found to go to', async () => {
    for (const url of [samplePages.essay, `https://${host}/harbour?state=gone`]) {
      const page = await extension.open(url);
      await extension.runCommand('next-clip', page);
      await toastOn(page).says(/^None of your clips stands in the words of this page/);
      await page.close();
    }
  });

  it('is gone once the site is taken back', async () => {
    const settings = await extension.openOwn('library.html#/settings');
    await settings.getByRole('button', { name: `Stop on ${host}` }).click();
    await settings.getByText('None yet: no script of Counterpoint runs anywhere').waitFor();
    await untilUnregistered(settings, host);
    await settings.close();
    const page = await extension.open(`https://${host}/harbour`);
    expect(await worldsOf(page)).toEqual([]);
    expect(await painted(page)).toEqual([]);
    await page.close();
  });
});

describe('where the settings are closed the moment a site is chosen', () => {
  it('comes along all the same', async () => {
    await willGrant(extension, '*://hasty.example/*');
    const settings = await extension.openOwn('library.html#/settings');
    await settings.getByLabel('A site to come along to').fill('hasty.example');
    const closed = settings.waitForEvent('close');
    await settings.evaluate(closeOnceStored);
    await settings.getByRole('button', { name: 'Come along', exact: true }).click();
    await closed;
    await untilRegistered(library, 'hasty.example');
  });

  it('stays away once the browser took the site back, also when it is granted for something else', async () => {
    await library.evaluate(() => chrome.permissions.remove({ origins: ['*://hasty.example/*'] }));
    await until('the choice to be forgotten', async () =>
      library.evaluate(async () => {
        const { companion } = await chrome.storage.local.get('companion');
        return !companion.sites.includes('*://hasty.example/*');
      }),
    );
    await willGrant(extension, '*://hasty.example/*');
    await comeAlong(extension, 'other.example');
    const scripts = await library.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    expect(scripts.flatMap(({ matches }) => matches)).toEqual(['*://other.example/*']);
  });
});

describe('in an application that loads no pages', () => {
  beforeAll(() => comeAlong(extension, 'app.example'));

  it('follows from view to view', async () => {
    await clipQuote('https://app.example/one');
    const page = await extension.open('https://app.example/two');
    await page.getByText('A second article').waitFor();
    await page.getByRole('button', { name: 'one' }).click();
    await untilPainted(page, 'two ledgers');
    await page.close();
  });
});

describe('where a tab goes on to another site before its clips are looked up', () => {
  it('counts there, and paints nothing of what belongs to the page before', async () => {
    await comeAlong(extension, 'next.example');
    const letGo = await holdNotes(library);
    const page = await extension.open('https://app.example/one');
    await until('the companion to be there', async () => (await worldsOf(page)).length > 0);
    await page.goto('https://next.example/');
    await until('the companion to be there', async () => (await worldsOf(page)).length > 0);
    await letGo();
    await until('a count', async () => (await badgeOf(extension, page)) || undefined);
    expect(await painted(page)).toEqual([]);
    await page.close();
  });
});

describe('on a site that shows one thing under several addresses', () => {
  it('paints a clip under each of them', async () => {
    await comeAlong(extension, 'arxiv.org');
    await clipQuote('https://arxiv.org/html/2403.01234v2');
    for (const path of ['html/2403.01234v2', 'abs/2403.01234']) {
      const page = await extension.open(`https://arxiv.org/${path}`);
      await untilPainted(page, 'two ledgers');
      await page.close();
    }
  });
});

describe('where the only clip of a page is taken back', () => {
  it('leaves no paint and no note to walk to', async () => {
    const page = await extension.open('https://app.example/two');
    await selectWords(page, 'A second article', 'any ledger.');
    await extension.runCommand('clip-selection', page);
    const toast = toastOn(page);
    await toast.says('Saved');
    await extension.runCommand('next-clip', page);
    await page.locator('counterpoint-note').waitFor();
    await page.keyboard.press('Escape');
    await toast.press('Undo');
    await toast.says('Taken back');
    await extension.runCommand('next-clip', page);
    await until('the paint to go', async () => (await painted(page)).length === 0);
    expect(await page.locator('counterpoint-note').count()).toBe(0);
    await page.close();
  });
});

describe('on a page that touches the library', () => {
  it('counts on the button what the popup shows', async () => {
    const site = new URL(samplePages.essay).hostname;
    await comeAlong(extension, site);
    const page = await extension.open(samplePages.essay);
    const count = await until('a count', async () => (await badgeOf(extension, page)) || undefined);
    const popup = await extension.clickToolbar(page);
    const { related, onThisPage } = await readSurface(popup);
    expect(Number(count)).toBe(related.length + onThisPage.length);
    await popup.close();
    await page.close();
  });

  it('counts for each of several tabs that are opened at once', async () => {
    const pages = await Promise.all(
      Array.from({ length: 4 }, () => extension.open(samplePages.essay)),
    );
    for (const page of pages) {
      await until('a count', async () => (await badgeOf(extension, page)) || undefined);
    }
    await Promise.all(pages.map((page) => page.close()));
  });
});

/** In a page of ours: closes it as soon as anything is stored. */
async function closeOnceStored(): Promise<void> {
  const { id } = await chrome.tabs.getCurrent();
  chrome.storage.local.onChanged.addListener(() => void chrome.tabs.remove(id));
}

/** Holds the clips as a long write does, in a page of ours, until what comes back is called. */
async function holdNotes(own: Page): Promise<() => Promise<void>> {
  await own.evaluate(
    () =>
      new Promise<void>((held) => {
        const opening = indexedDB.open('counterpoint');
        opening.addEventListener('success', () => {
          const database = opening.result;
          const writing = database.transaction('clips', 'readwrite');
          const goOn = () => {
            held();
            if (document.documentElement.dataset.letGo) database.close();
            else writing.objectStore('clips').count().addEventListener('success', goOn);
          };
          goOn();
        });
      }),
  );
  return () => own.evaluate(() => void (document.documentElement.dataset.letGo = 'true'));
}

/** The worlds of ours in a page. */
async function worldsOf(page: Page): Promise<string[]> {
  const session = await extension.context.newCDPSession(page);
  const worlds: string[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await session.send('Runtime.enable');
  await session.detach();
  return worlds.filter((origin) => origin.includes(extensionId));
}
