/** Pages of plain text, such as an RFC, and files that are no pages at all. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipByCommand, clipMadeBy } from '../support/clip-steps.ts';
import { comeAlong, painted, untilPainted } from '../support/companion-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { bytes, paths } from '../support/handlers.ts';
import { selectWords } from '../support/page-steps.ts';
import { savedCard } from '../support/popup-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const text = `Keeping a Lighthouse

   The lighthouse was sold twice in one winter, and
   nobody told the keeper.

   The auctioneer kept no list of what had been sold
   before noon.
`;
const file = (body: string, type: string) => bytes(Buffer.from(body), type);

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve({
    'plain.example': paths({
      '/keeping.txt': file(text, 'text/plain; charset=utf-8'),
      '/keeping.json': file('{"sold": "twice in one winter"}', 'application/json'),
      '/keeping.xml': file('<sold>twice in one winter</sold>', 'text/xml'),
      '/keeping.svg': file('<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'),
    }),
  });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

const quote = /^The lighthouse was sold twice in one winter, and\s+nobody told the keeper\.$/;

describe('a page of plain text', () => {
  it('gives its words, is surfaced, and has them found again', async () => {
    const page = await extension.open('https://plain.example/keeping.txt');
    await selectWords(page, 'The lighthouse', 'the keeper.');
    const { clip, source } = await clipByCommand(extension, library, page);
    expect(clip).toMatchObject({ quote: expect.stringMatching(quote) });
    expect(source.url).toBe('https://plain.example/keeping.txt');
    await page.reload();

    const popup = await extension.clickToolbar(page);
    const onThisPage = popup.getByRole('region', { name: 'On this page' });
    await onThisPage.getByText('sold twice in one winter').waitFor();
    await popup.getByRole('button', { name: 'Show on page' }).click();
    await until('the words to be shown', async () =>
      quote.test((await painted(page, 'counterpoint-passage')).join('').trim()),
    );

    await popup.getByRole('button', { name: 'Save this page' }).click();
    await savedCard(popup).waitFor();
    await popup.getByRole('button', { name: 'Type a quote' }).click();
    await popup.getByLabel('Quote').fill('kept no list of what had been sold before noon');
    const typed = await clipMadeBy(library, () =>
      popup.getByRole('button', { name: 'Find and clip' }).click(),
    );
    expect(typed.clip).toMatchObject({ origin: 'located' });
    expect(typed.clip.target.selector).not.toEqual([]);
    await popup.close();
    await page.close();
  });

  it('is painted where the companion comes along', async () => {
    await comeAlong(extension, 'plain.example');
    const page = await extension.open('https://plain.example/keeping.txt');
    await untilPainted(page, 'sold twice in one winter');
    await page.close();
  });
});

it.each(['json', 'xml', 'svg'])('a file that is no page is called one: %s', async (kind) => {
  const page = await extension.open(`https://plain.example/keeping.${kind}`);
  const popup = await extension.clickToolbar(page);
  await popup.getByText('This is a file, not a page.').waitFor();
  await popup.close();
  await page.close();
});
