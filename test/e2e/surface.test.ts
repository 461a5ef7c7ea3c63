/** Popup and side panel in the built extension: clip there, and see what the page touches and why. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchExtension, type Extension } from '../support/extension.ts';
import { importFiles } from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { openPanel } from '../support/panel-steps.ts';
import { clipWith, readSurface, savedCard } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

declare const chrome: {
  tabs: {
    onUpdated: { addListener(heard: (id: number, change: { status?: string }) => void): void };
  };
  windows: { create(what: { url: string }): Promise<unknown> };
};

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(sampleHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/import');
  await importFiles(library, sampleCards());
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

const pageText = (page: Page) => page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '));

it('a note typed in the popup outlives a popup that is closed at once', async () => {
  const page = await extension.open(samplePages.article);
  await selectWords(page, ...samplePassage);
  const popup = await extension.clickToolbar(page);
  await clipWith(popup, 'Clip selection');
  await popup.evaluate(() => {
    // The popup dies before its last words reach the database.
    IDBObjectStore.prototype.put = () => {
      throw new Error('closed');
    };
  });
  await popup.getByLabel('Note').pressSequentially('Ask how long it lasted');
  await popup.close();
  const next = await extension.clickToolbar(page);
  await until('the note to be stored', async () =>
    (await liveRows(library, 'clips')).some(({ note }) => note === 'Ask how long it lasted'),
  );
  await next.getByText('Ask how long it lasted').waitFor();
  await next.getByRole('button', { name: 'Undo clip' }).first().click();
  await until('the clip to be gone', async () => (await liveRows(library, 'clips')).length === 0);
  await next.close();
  await page.close();
});

describe('a page that touches the library', () => {
  it('shows each related insight with the passage, the sentence and the terms they share', async () => {
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    const { related } = await readSurface(popup);
    expect(related.length).toBeGreaterThanOrEqual(2);
    const text = await pageText(page);
    for (const { title, reasons } of related) {
      expect(reasons.length, title).toBeGreaterThan(0);
      for (const reason of reasons) {
        const words = reason.page.replaceAll(/^… | …$/g, '');
        expect(text, `${title}: the passage is on the page`).toContain(words);
        expect(reason.marked.length, `${title}: terms are marked`).toBeGreaterThan(0);
      }
    }
    await popup.close();
    await page.close();
  });

  it('shows what argues against them: recorded, contradicting and may challenge', async () => {
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    const { counterEvidence } = await readSurface(popup);
    expect(new Set(counterEvidence.map(({ kind }) => kind))).toEqual(
      new Set(['Recorded on the card', 'Contradicting insight', 'May challenge']),
    );
    await popup.close();
    await page.close();
  });

  it('scrolls to the passage and paints it, and changes nothing in the page', async () => {
    const page = await extension.open(samplePages.essay);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const popup = await extension.clickToolbar(page);
    await readSurface(popup);
    await popup.getByRole('button', { name: 'Show on page' }).first().click();
    const painted = await until('the passage to be painted', () =>
      page.evaluate(() => {
        const [range] = CSS.highlights.get('counterpoint-passage') ?? [];
        return range instanceof Range && range.toString();
      }),
    );
    expect(await pageText(page)).toContain(painted.replace(/\s+/g, ' ').trim());
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await popup.close();
    await page.close();
  });

  it('adds a challenging passage to the card as counter-evidence by one key', async () => {
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    await readSurface(popup);
    await popup.keyboard.press('Alt+a');
    const added = await until('the clip', async () =>
      (await liveRows(library, 'clips')).find(({ role }) => role === 'counter-evidence'),
    );
    expect(await pageText(page)).toContain(added.quote.replace(/\s+/g, ' '));
    const insight = (await storedRows(library, 'insights')).find(
      ({ key }) => key === added.insightKey,
    );
    expect(insight?.status).toBe('ready');
    await popup.close();
    await page.close();
  });

  it('leaves out a match called not related, brings it back by Undo, and remembers', async () => {
    const page = await extension.open(samplePages.essay);
    const popup = await extension.clickToolbar(page);
    // The line that offers Undo has no title.
    const titles = async (where: Page) =>
      (await readSurface(where)).related.map(({ title }) => title).filter((title) => title !== '');
    const before = await titles(popup);
    const first = popup.getByRole('button', { name: /^Not related/ }).first();
    const undo = popup
      .getByRole('region', { name: 'Related' })
      .getByRole('button', { name: 'Undo', exact: true });
    await first.focus();
    await popup.keyboard.press('Enter');
    await popup.getByText('Not shown on this page again').first().waitFor();
    expect(await titles(popup)).toEqual(before.slice(1));
    await undo.click();
    await until('the match to be back', async () => (await titles(popup)).length === before.length);
    await first.click();
    await undo.waitFor();
    await popup.close();

    const again = await extension.clickToolbar(page);
    expect(await titles(again)).not.toContain(before[0]);
    await again.close();
    await page.close();
  });

  it('shows the same in the side panel, and reads the next page the person asks for', async () => {
    const page = await extension.open(samplePages.essay);
    const panel = await openPanel(extension, page);
    const { onThisPage, related } = await readSurface(panel);
    expect(onThisPage.length + related.length).toBeGreaterThan(0);
    const other = await extension.open(samplePages.recipe);
    await panel.getByText('Counterpoint has not read this page').waitFor();
    await panel.close();
    await other.close();
    await page.close();
  });

  it('keeps what was done in the side panel while another window loads a page', async () => {
    const page = await extension.open(samplePages.essay);
    const panel = await openPanel(extension, page);
    await clipWith(panel, 'Save this page');
    const card = await savedCard(panel).elementHandle();
    const heard = () => panel.evaluate(() => (globalThis as { loaded?: number }).loaded ?? 0);
    await panel.evaluate(() => {
      chrome.tabs.onUpdated.addListener((_id, { status }) => {
        const counted = globalThis as { loaded?: number };
        if (status === 'complete') counted.loaded = (counted.loaded ?? 0) + 1;
      });
    });
    const another = extension.context.waitForEvent('page');
    await panel.evaluate((url) => void chrome.windows.create({ url }), samplePages.recipe);
    await until('the other window to load', async () => (await heard()) > 0);
    await panel.getByRole('button', { name: 'Save this page' }).waitFor();
    expect(await card?.evaluate((element) => element.isConnected)).toBe(true);
    await (await another).close();
    await savedCard(panel).getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('heading', { name: 'Undone' }).waitFor();
    await panel.close();
    await page.close();
  });
});

describe('a page that has nothing to do with the library', () => {
  it('shows nothing, and says so', async () => {
    const page = await extension.open(samplePages.recipe);
    const popup = await extension.clickToolbar(page);
    const seen = await readSurface(popup);
    expect(seen.related).toEqual([]);
    expect(seen.counterEvidence).toEqual([]);
    expect(seen.nothing).toBeDefined();
    await popup.close();
    await page.close();
  });

  it('gives one plain sentence on a page that is closed to extensions', async () => {
    const page = await extension.open('chrome://version/');
    const popup = await extension.clickToolbar(page);
    await popup.getByText('Browsers keep this page closed to extensions.').waitFor();
    await popup.close();
    await page.close();
  });
});

describe('clipping in the popup', () => {
  it('saves a selection, and gives it to a related insight as counter-evidence', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, ...samplePassage);
    const popup = await extension.clickToolbar(page);
    await clipWith(popup, 'Clip selection');
    const saved = savedCard(popup);
    await saved
      .getByRole('button', { name: /^Counter-evidence to / })
      .first()
      .click();
    await until('the clip to move', async () => {
      const clips = await liveRows(library, 'clips');
      const moved = clips.find(({ quote }) => quote.startsWith('I had given them a discount'));
      const insights = await liveRows(library, 'insights');
      const home = insights.find(({ key }) => key === moved?.insightKey);
      return moved?.role === 'counter-evidence' && home?.status === 'ready';
    });
    const drafts = (await liveRows(library, 'insights')).filter(({ status }) => status === 'draft');
    expect(drafts, 'the draft it had started is gone').toEqual([]);
    await popup.close();
    await page.close();
  });

  it('takes a clip back after the page was reloaded, and brings it back again', async () => {
    const page = await extension.open(samplePages.recipe);
    await selectWords(page, 'leeks');
    const first = await extension.clickToolbar(page);
    await clipWith(first, 'Clip selection');
    await first.close();
    await page.reload();

    const popup = await extension.clickToolbar(page);
    const here = popup.getByRole('region', { name: 'On this page' });
    await here.getByRole('button', { name: 'Undo clip' }).click();
    await here.getByRole('button', { name: 'Restore' }).waitFor();
    const mine = async () =>
      (await storedRows(library, 'clips')).find(({ quote }) => quote === 'leeks');
    await until('the clip in the trash', async () => (await mine())?.deletedAt !== undefined);
    await here.getByRole('button', { name: 'Restore' }).click();
    await until('the clip back', async () => (await mine())?.deletedAt === undefined);
    await popup.close();
    await page.close();
  });

  it('finds typed words in the page, and offers to save those it cannot find', async () => {
    const page = await extension.open(samplePages.article);
    const popup = await extension.clickToolbar(page);
    await popup.getByRole('button', { name: 'Type a quote' }).click();
    await popup.getByRole('textbox', { name: 'Quote' }).fill('a LOW price  feels like kindness');
    await popup.getByRole('button', { name: 'Find and clip' }).click();
    await savedCard(popup).waitFor();
    const located = (await storedRows(library, 'clips')).at(-1)!;
    expect(located.origin).toBe('located');
    expect(located.quote).toMatch(/^A low price feels like kindness/i);
    await popup.close();

    const again = await extension.clickToolbar(page);
    await again.getByRole('button', { name: 'Type a quote' }).click();
    await again
      .getByRole('textbox', { name: 'Quote' })
      .fill('Words that nobody wrote here at all.');
    await again.getByRole('button', { name: 'Find and clip' }).click();
    await again.getByRole('button', { name: 'Save as typed' }).click();
    await savedCard(again).waitFor();
    expect((await storedRows(library, 'clips')).at(-1)!.origin).toBe('typed');
    await again.close();
    await page.close();
  });

  it('saves the page itself as a source', async () => {
    const page = await extension.open(samplePages.podcast);
    const popup = await extension.clickToolbar(page);
    await clipWith(popup, 'Save this page');
    expect((await storedRows(library, 'clips')).at(-1)).toMatchObject({
      origin: 'page',
      quote: '',
    });
    await popup.close();
    await page.close();
  });
});

it('asked nothing of anybody', () => {
  expect(server.strays()).toEqual([]);
});
