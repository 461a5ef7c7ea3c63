/** A page months later: where each clip is by then, what a person can do about it, and what stays. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comeAlong,
  painted,
  untilPainted,
  untilUnregistered,
  willGrant,
} from '../support/companion-steps.ts';
import { extensionId, launchExtension, type Extension } from '../support/extension.ts';
import { html, paths } from '../support/handlers.ts';
import { selectWords } from '../support/page-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';

const quote = 'The lighthouse was sold twice in one winter, and nobody told the keeper.';
const before = 'In those years the coast had more buyers than boats.';
const after = 'He found out from the man who came to measure the stairs.';
const other = 'The auctioneer kept no list of what had been sold before noon.';

const pageOf = (...blocks: string[]) =>
  html(
    `<!doctype html><html lang="en"><head><title>The lighthouse</title><link rel="canonical" href="https://revisit.example/then"></head><body><main>${blocks.map((block) => `<p>${block}</p>`).join('')}</main></body></html>`,
  );

const advert = 'Ropes, lamps and nets, sent the same day.';
const revisited = {
  '/then': pageOf(before, quote, after, other),
  '/edited': pageOf(before, quote.replace('sold twice', 'sold three times'), after, other),
  '/around': pageOf(`${before} So it was said.`, quote, 'Then he heard it from a stranger.', other),
  '/moved': pageOf(other, after, before, quote),
  '/inserted': pageOf(before, advert, advert, quote, advert, after, other),
  '/marked': pageOf(
    before,
    quote.replace('lighthouse', '<em>light<b>house</b></em>'),
    after,
    other,
  ),
  '/gone': pageOf(before, after, other),
};

const application = `<!doctype html><html lang="en"><head><title>App</title></head><body><nav>
<button id="one">one</button><button id="two">two</button></nav><main></main><aside>${other}</aside><script>
const texts = { '/one': ${JSON.stringify(quote)}, '/two': ${JSON.stringify(`${before} ${quote}`)} };
const draw = () => { document.querySelector('main').innerHTML = '<p>' + (texts[location.pathname] ?? '') + '</p>'; };
for (const id of ['one', 'two']) document.getElementById(id).onclick = () => { history.pushState(null, '', '/' + id); draw(); };
draw();
</script></body></html>`;

const shapes = {
  '/shadow': html(`<!doctype html><title>Shadow</title><p>Light words.</p><x-box></x-box><script>
    document.querySelector('x-box').attachShadow({ mode: 'open' }).innerHTML = '<p>${quote}</p>'</script>`),
  '/frame': html(`<!doctype html><title>Outer</title><p>Outside words.</p>
    <iframe src="/framed" width="700" height="200"></iframe>`),
  '/framed': html(`<!doctype html><title>Inner</title><p>${quote}</p>`),
};

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve({
    'revisit.example': paths(revisited),
    'app.example': html(application),
    'shapes.example': paths(shapes),
  });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Clips what is selected; resolves once the clip is on the disk. */
async function clip(page: Page): Promise<void> {
  const count = (await liveRows(library, 'clips')).length;
  await extension.runCommand('clip-selection', page);
  await until('the clip on disk', async () => (await liveRows(library, 'clips')).length > count);
}

describe('a clip on its changed page, without the companion', () => {
  beforeAll(async () => {
    const page = await extension.open('https://revisit.example/then');
    await selectWords(page, 'The lighthouse', 'the keeper.');
    await clip(page);
    await page.close();
  });

  it.each(['then', 'around', 'moved', 'inserted', 'marked'])('is found: %s', async (state) => {
    const page = await extension.open(`https://revisit.example/${state}`);
    const popup = await extension.clickToolbar(page);
    await popup.getByRole('button', { name: 'Show on page' }).click();
    await until('the words to be shown', async () => {
      const ranges = await painted(page, 'counterpoint-passage');
      return ranges.join('').replace(/\s+/g, ' ') === quote;
    });
    expect(await popup.getByText('no longer on the page').count()).toBe(0);
    expect(await popup.getByText('have changed since').count()).toBe(0);
    await popup.close();
    await page.close();
  });

  it('is found with its changes, the old words and the new: edited', async () => {
    const page = await extension.open('https://revisit.example/edited');
    const popup = await extension.clickToolbar(page);
    await popup.getByText('These words have changed since').waitFor();
    expect((await popup.locator('del').allTextContents()).join(' ')).toContain('twice');
    expect((await popup.locator('ins').allTextContents()).join(' ')).toContain('three times');
    await popup.close();
    await page.close();
  });

  it('is missing, listed, and attached anew to what is selected, its former place kept', async () => {
    const page = await extension.open('https://revisit.example/gone');
    const [first] = await liveRows(library, 'clips');
    const popup = await extension.clickToolbar(page);
    await popup.getByText('These words are no longer on the page').waitFor();
    expect(await popup.getByText('was sold twice').count()).toBeGreaterThan(0);
    await popup.getByRole('button', { name: 'Attach to what is selected' }).click();
    await popup.getByText('Select the words in the page first').waitFor();
    expect(await liveRows(library, 'clips')).toEqual([first]);
    await popup.close();

    await selectWords(page, 'The auctioneer', 'before noon.');
    const again = await extension.clickToolbar(page);
    await again.getByRole('button', { name: 'Attach to what is selected' }).click();
    await again.getByText('Attached. Where it was before is kept.').waitFor();
    await again.close();
    const [attached] = await liveRows(library, 'clips');
    expect(attached!.quote).toBe(first!.quote);
    expect(attached!.formerly).toMatchObject([{ target: first!.target }]);
    expect(JSON.stringify(attached!.target)).toContain(other);

    await library.goto(`${library.url().split('#')[0]}#/insight/${attached!.insightKey}`);
    await library.getByText('Where this came from').first().click();
    await library.getByText(/Attached until \d{4}-\d\d-\d\d to/).waitFor();
    await library.getByText('Verbatim', { exact: true }).waitFor();
    await page.close();
  });
});

describe('in an application that loads no pages', () => {
  it('what was painted goes with its view, and comes back with it', async () => {
    await comeAlong(extension, 'app.example');
    const page = await extension.open('https://app.example/one');
    await selectWords(page, 'The lighthouse', 'the keeper.');
    await clip(page);
    await selectWords(page, 'The auctioneer', 'before noon.');
    await clip(page);
    await page.reload();
    await untilPainted(page, 'sold twice');
    await untilPainted(page, 'auctioneer');
    // The aside stays where it is, and the other view says the same words: neither is of this address.
    await page.getByRole('button', { name: 'two' }).click();
    await until('the paint to go', async () => (await painted(page)).length === 0);
    await page.getByRole('button', { name: 'one' }).click();
    await untilPainted(page, 'sold twice');
    await untilPainted(page, 'auctioneer');
    await page.close();
  });
});

describe('where a page has other trees', () => {
  beforeAll(() => comeAlong(extension, 'shapes.example'));

  it('paints in an open shadow root', async () => {
    const page = await extension.open('https://shapes.example/shadow');
    const box = (await page.getByText('was sold twice').boundingBox())!;
    await page.mouse.click(box.x + 30, box.y + box.height / 2, { clickCount: 3 });
    await clip(page);
    await page.reload();
    await untilPainted(page, 'sold twice');
    const styled = await page.evaluate(
      () => document.querySelector('x-box')!.shadowRoot!.adoptedStyleSheets.length,
    );
    expect(styled).toBeGreaterThan(0);
    await page.close();
  });

  it('paints in a frame of the same origin', async () => {
    const page = await extension.open('https://shapes.example/frame');
    const framed = () => page.frames().find((each) => each.url().endsWith('/framed'))!;
    await framed().evaluate(() => getSelection()!.selectAllChildren(document.querySelector('p')!));
    await clip(page);
    await page.reload();
    await until('the words in the frame to be painted', async () =>
      framed()
        ?.evaluate(() =>
          Array.from(CSS.highlights.get('counterpoint-evidence') ?? [], String).join(' '),
        )
        .then(
          (words) => words.includes('sold twice'),
          () => false,
        ),
    );
    await page.close();
  });
});

describe('the button beside a selection', () => {
  const boxOf = async (page: Page) => await page.locator('counterpoint-button').boundingBox();

  it('is not there until it is switched on, and then clips what is selected', async () => {
    await comeAlong(extension, 'revisit.example');
    const page = await extension.open('https://revisit.example/then');
    await untilThere(page);
    await dragOver(page, 'In those years');
    expect(await page.locator('counterpoint-button').count()).toBe(0);
    await page.close();

    const settings = await extension.openOwn('library.html#/settings');
    const offered = settings.getByLabel('Offer a button beside text');
    await offered.click();
    // It shows what is stored: a page that is closed before stores nothing.
    await until('the switch to be on', () => offered.isChecked());
    await settings.close();
    const later = await extension.open('https://revisit.example/then');
    await untilThere(later);
    await until('the button to be offered', async () => {
      await dragOver(later, 'In those years');
      return (await later.locator('counterpoint-button').count()) > 0;
    });
    expect(await later.evaluate(() => document.activeElement?.localName)).toBe('body');
    const { x, y, width, height } = (await boxOf(later))!;
    const count = (await liveRows(library, 'clips')).length;
    await later.mouse.click(x + width / 2, y + height / 2);
    await toastOn(later).says('Saved');
    expect(await liveRows(library, 'clips')).toHaveLength(count + 1);
    expect(await later.locator('counterpoint-button').count()).toBe(0);
    await later.close();
  });
});

describe('everywhere but on some sites', () => {
  it('runs no script on a site that is to be left alone', async () => {
    await willGrant(extension, '*://*/*');
    const settings = await extension.openOwn('library.html#/settings');
    await settings.getByRole('button', { name: 'Come along to every site' }).click();
    await settings.getByText('comes along to every site, except').waitFor();
    await settings.getByLabel('A site to stay away from').fill('revisit.example');
    await settings.getByRole('button', { name: 'Stay away', exact: true }).click();
    await settings
      .getByRole('button', { name: 'No longer stay away from revisit.example' })
      .waitFor();
    await untilUnregistered(settings, 'revisit.example');

    // Elsewhere it still comes along.
    const coming = await extension.open('https://app.example/one');
    await untilPainted(coming, 'sold twice');
    await coming.close();
    const page = await extension.open('https://revisit.example/then');
    await page.waitForLoadState('networkidle');
    expect(await worldsOf(page)).toEqual([]);
    expect(await painted(page)).toEqual([]);
    await page.close();

    await settings.getByRole('button', { name: 'Stop coming along to every site' }).click();
    await settings.getByRole('button', { name: 'Come along to every site' }).waitFor();
    await settings.close();
  });
});

/** Until the companion has greeted the page: its clips are painted. */
async function untilThere(page: Page): Promise<void> {
  await until('the companion', async () => (await worldsOf(page)).length > 0);
}

/** Selects words as a person does, with the pointer. */
async function dragOver(page: Page, words: string): Promise<void> {
  // Words that are selected already would be dragged away instead.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  const box = (await page.getByText(words).boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
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
