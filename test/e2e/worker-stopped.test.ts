/**
 * A journey in which the service worker is stopped before each step, as browsers do after a while
 * of nothing to do. Real keys wake it, so it needs a display.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayMissing, startDisplay, type Display } from '../support/display.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import {
  downloadBy,
  fillIn,
  giveScore,
  importFiles,
  openInsight,
  promote,
} from '../support/library-steps.ts';
import { playFrom, selectWords } from '../support/page-steps.ts';
import { clipWith, readSurface, savedCard } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';

const missing = displayMissing();

describe.skipIf(missing !== undefined)(
  `with the worker stopped before each step${missing ? `: ${missing}` : ''}`,
  () => {
    let display: Display;
    let server: FixtureServer;
    let extension: Extension;
    let library: Page;

    beforeAll(async () => {
      display = await startDisplay();
      server = await serve(sampleHosts());
      const { env, args } = display;
      extension = await launchExtension({ server, headless: false, env, args });
      library = await extension.openOwn('library.html#/import');
    });

    afterAll(async () => {
      await extension?.close();
      await server?.close();
      await display?.close();
    });

    const stop = () => extension.stopWorker();
    const clipCount = async () => (await liveRows(library, 'clips')).length;
    const press = async (keys: string) => {
      await display.focusBrowser();
      display.key(keys);
    };

    it('a person can import, clip, undo, attach, surface, promote and export', async () => {
      await stop();
      expect((await importFiles(library, sampleCards())).counts).toMatchObject({
        Added: sampleCards().length,
      });

      const article = await extension.open(samplePages.article);
      await selectWords(article, ...samplePassage);
      await stop();
      await press('alt+shift+s');
      const toast = toastOn(article);
      await toast.says('Saved');
      expect(await clipCount()).toBe(1);

      await stop();
      await toast.press('Undo');
      await toast.says('Taken back');
      expect(await clipCount()).toBe(0);

      await stop();
      await toast.press('Bring back');
      await toast.says('Saved');
      expect(await clipCount()).toBe(1);

      await stop();
      await toast.typeNote('Silence is not an answer.');
      await toast.says('Note saved');

      const podcast = await extension.open(samplePages.podcast);
      await playFrom(podcast, 86.5);
      await stop();
      await press('alt+shift+l');
      const heard = toastOn(podcast);
      await heard.says('Counter-evidence to');
      await heard.press('Counter-evidence to…');
      await stop();
      await heard.press(/paid week of real work/i);
      await until('the clip to be counter-evidence', async () =>
        (await liveRows(library, 'clips')).some(({ role }) => role === 'counter-evidence'),
      );

      const essay = await extension.open(samplePages.essay);
      await stop();
      const popup = await extension.clickToolbar(essay);
      const { related, counterEvidence } = await readSurface(popup);
      expect(related.length).toBeGreaterThan(0);
      expect(counterEvidence.length).toBeGreaterThan(0);
      await stop();
      await clipWith(popup, 'Save this page');
      await stop();
      await savedCard(popup).getByRole('button', { name: 'Undo' }).click();
      await popup.getByRole('region', { name: 'Undone' }).waitFor();
      await popup.close();

      await library.bringToFront();
      await library.goto(library.url().replace(/#.*$/, '#/'));
      await openInsight(library, /discount for paying ahead/i);
      await library.getByRole('link', { name: 'Edit', exact: true }).click();
      await stop();
      await fillIn(library, {
        Title: 'A yearly discount takes away the news',
        Claim: 'A discount for paying a year ahead takes away the complaint.',
        Mechanism: 'Paid a year ahead, nobody votes and nobody looks.',
        Domain: 'pricing',
      });
      await giveScore(library, [3, 5, 3, 4, 4]);
      await library.getByText('Saved', { exact: true }).waitFor();
      await stop();
      expect(await promote(library)).toEqual([]);
      const promoted = (await storedRows(library, 'insights')).find(({ card }) =>
        card.title.startsWith('A yearly'),
      );
      expect(promoted?.status).toBe('ready');

      await stop();
      const done = library.getByRole('link', { name: 'Done editing' });
      if ((await done.count()) > 0) await done.click();
      const file = await downloadBy(library, () =>
        library.getByRole('button', { name: 'Download .md' }).click(),
      );
      expect(file.suggestedFilename()).toBe('ins_yearly-discount-takes-away-the-news.md');
    });
  },
);
