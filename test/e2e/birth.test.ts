/** A draft that claims what is claimed already: shown while it is typed, one key makes it evidence. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { importFiles, openInsight } from '../support/library-steps.ts';
import { selectWords } from '../support/page-steps.ts';
import { clipWith } from '../support/popup-steps.ts';
import { sampleCards, sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

const target = 'ins_annual-discount-buys-silence';
let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(sampleHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html#/import');
  await importFiles(library, sampleCards());
  const page = await extension.open(samplePages.article);
  await selectWords(page, ...samplePassage);
  const popup = await extension.clickToolbar(page);
  await clipWith(popup, 'Clip selection');
  await popup.close();
  await page.close();
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

const insightOf = async (id: string) =>
  (await storedRows(library, 'insights')).find(({ card }) => card.id === id)!;

it('shows the closest claims while one types, and Alt+1 makes the draft evidence; undo restores all', async () => {
  await library.goto(library.url().replace(/#.*$/, '#/'));
  await library.reload();
  await openInsight(library, /discount for paying ahead/i);
  await library.getByRole('link', { name: 'Edit', exact: true }).click();
  const claim = library.getByLabel('Claim', { exact: true });
  await claim.focus();
  await library.keyboard.type('Cats sleep most of the day and half of the night.');
  await library.getByText('Saved', { exact: true }).waitFor();
  const closest = library.getByRole('region', { name: 'Close to what you claim' });
  expect(await closest.count()).toBe(0);

  const { card } = await insightOf(target);
  // Said again with every fifth word gone.
  const words = card.sections.claim.split(/\s+/).filter((_, place) => place % 5 !== 4);
  await claim.fill('');
  // Frame by frame: whether the list is there, and where the claim stands.
  await claim.evaluate((field) => {
    const frames: [boolean, number][] = [];
    Object.assign(globalThis, { placesSeen: frames });
    const look = () => {
      const isThere = document.querySelector('#closest-claims') !== null;
      frames.push([isThere, field.getBoundingClientRect().top]);
      requestAnimationFrame(look);
    };
    look();
  });
  await library.keyboard.type(words.join(' '));
  await closest.waitFor();
  await closest.getByRole('link', { name: card.title }).waitFor();
  expect(await closest.getByRole('listitem').count()).toBeLessThanOrEqual(3);
  expect(await closest.locator('mark').count()).toBeGreaterThan(2);
  // Neither the caret nor what is above it has moved.
  expect(await claim.evaluate((field) => field === document.activeElement)).toBe(true);
  const tops = await library.evaluate(() => {
    const frames = Reflect.get(globalThis, 'placesSeen') as [boolean, number][];
    const first = frames.findIndex(([isThere]) => isThere);
    return frames.slice(first - 1, first + 2).map(([, top]) => top);
  });
  expect(new Set(tops).size).toBe(1);
  expect(await seriousFaults(library)).toEqual([]);

  const draft = (await liveRows(library, 'insights')).find(({ status }) => status === 'draft')!;
  await library.keyboard.type(' Typed last');
  const place = await closest
    .getByRole('listitem')
    .evaluateAll(
      (items, title) => items.findIndex((item) => item.textContent.includes(title)) + 1,
      card.title,
    );
  await library.keyboard.press(`Alt+${place}`);
  await library
    .getByText(`1 clip is evidence for “${card.title}” now.`, { exact: false })
    .waitFor();
  const { key } = await insightOf(target);
  await until('the insight to open', () => library.url().includes(encodeURIComponent(key)));
  expect(await storedRows(library, 'clips')).toMatchObject([{ insightKey: key, role: 'evidence' }]);
  const trashed = (await storedRows(library, 'insights')).find((each) => each.key === draft.key)!;
  expect(trashed.deletedAt).toBeDefined();
  expect(trashed.card.sections.claim).toMatch(/ Typed last$/);

  await library.getByRole('button', { name: 'Undo' }).click();
  await until('the draft to be back', async () =>
    (await liveRows(library, 'insights')).some((each) => each.key === draft.key),
  );
  expect(await storedRows(library, 'clips')).toMatchObject([{ insightKey: draft.key }]);
  await library.getByRole('heading', { level: 2 }).first().waitFor();
  await until('the draft to open', () => library.url().includes(encodeURIComponent(draft.key)));
});

it('holds still while another field is written', async () => {
  const claim = library.getByLabel('Claim', { exact: true });
  const closest = library.getByRole('region', { name: 'Close to what you claim' });
  await closest.waitFor();
  await claim.fill('');
  await library.getByLabel('Mechanism', { exact: true }).first().focus();
  await library.keyboard.type('Whoever pays ahead does not look.');
  await library.getByText('Saved', { exact: true }).waitFor();
  await library.getByLabel('Title', { exact: true }).first().focus();
  await until('the list to go', async () => (await closest.count()) === 0);
});
