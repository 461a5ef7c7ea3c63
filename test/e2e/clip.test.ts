/** Clipping in the built extension: what is asked for is what is on disk, whatever the page is made of. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipByCommand } from '../support/clip-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { html, paths } from '../support/handlers.ts';
import { playFrom, selectWords } from '../support/page-steps.ts';
import { sampleHosts, samplePages, samplePassage } from '../support/sample.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';

const made = {
  'shapes.example': paths({
    '/across': html(`<!doctype html><html lang="en"><title>Across</title><article>
      <p>The first paragraph ends with <em>a promise</em> kept.</p>
      <p>The second one <b>begins</b> with a doubt.</p></article>`),
    '/frame': html(`<!doctype html><title>Outer</title><p>Outside words.</p>
      <iframe src="/framed" width="600" height="200"></iframe>`),
    '/foreign': html(`<!doctype html><title>Outer</title><p>Outside words.</p>
      <iframe src="https://elsewhere.example/" width="600" height="200"></iframe>`),
    '/framed': html('<!doctype html><title>Inner</title><p>Words that stand in a frame.</p>'),
    '/shadow': html(`<!doctype html><title>Shadow</title><p>Light words.</p><x-box></x-box>
      <script>document.querySelector('x-box').attachShadow({ mode: 'open' }).innerHTML =
        '<p>Words that stand in an open shadow root.</p>'</script>`),
    '/bare': html('<!doctype html><title></title><p>A page that says nothing about itself.</p>'),
    '/strict': html('<!doctype html><title>Strict</title><p>Words under a strict policy.</p>', {
      'Content-Security-Policy': "default-src 'none'; require-trusted-types-for 'script'",
    }),
    '/sandboxed': html('<!doctype html><title>Boxed</title><p>Words in a sandboxed page.</p>', {
      'Content-Security-Policy': 'sandbox allow-scripts',
    }),
  }),
  'elsewhere.example': html('<!doctype html><title>Other</title><p>Words of another site.</p>'),
};

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve({ ...sampleHosts(), ...made });
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Clips what is selected by the command and gives what is then on disk, and the toast that says so. */
async function clip(page: Page, command?: string) {
  const stored = await clipByCommand(extension, library, page, command);
  const toast = toastOn(page);
  await toast.says('Saved');
  return { ...stored, toast };
}

const selectorOf = (of: { target: { selector: { type: string }[] } }, type: string) =>
  of.target.selector.find((selector) => selector.type === type);

describe('a clip of a selection', () => {
  it('holds the words of an article with everything the page says about itself', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, ...samplePassage);
    const { clip: saved, source, draft } = await clip(page);

    expect(saved.quote).toMatch(/^I had given them a discount .* six months without news\.$/s);
    expect(saved.origin).toBe('selected');
    expect(saved.paragraph).toContain(saved.quote.slice(0, 60));
    expect(selectorOf(saved, 'TextQuoteSelector')).toMatchObject({ exact: saved.quote });
    expect(selectorOf(saved, 'TextPositionSelector')).toMatchObject({ start: expect.any(Number) });
    expect(selectorOf(saved, 'RangeSelector')).toBeDefined();
    expect(saved.time).toBeUndefined();

    const { metadata } = source;
    for (const field of [
      'title',
      'authors',
      'site',
      'published',
      'canonicalUrl',
      'language',
    ] as const) {
      expect(metadata[field]?.value, field).toBeTruthy();
      expect(metadata[field]?.from, `${field} says where it came from`).toMatch(/\w/);
    }
    expect(draft.status).toBe('draft');
    expect(draft.card.operator).toBe(metadata.authors?.value[0]);
    expect(draft.card.sourceDate).toBe(metadata.published?.value);
    await page.close();
  });

  it('holds words across elements', async () => {
    const page = await extension.open('https://shapes.example/across');
    await selectWords(page, 'a promise', 'begins');
    const { clip: saved } = await clip(page);
    expect(saved.quote).toBe('a promise kept.\nThe second one begins');
    await page.close();
  });

  it('holds words of a same-origin frame', async () => {
    const page = await extension.open('https://shapes.example/frame');
    const frame = page.frames().find((each) => each.url().endsWith('/framed'))!;
    await frame.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('p')!));
    const { clip: saved } = await clip(page);
    expect(saved.quote).toBe('Words that stand in a frame.');
    await page.close();
  });

  it('leads on where words are selected in a frame of another site', async () => {
    const page = await extension.open('https://shapes.example/foreign');
    const words = page.frameLocator('iframe').getByText('Words of another site.');
    await words.click({ clickCount: 3 });
    await extension.runCommand('clip-selection', page);
    await toastOn(page).says(/stand in a frame of another site: right-click them and choose Clip/);
    await page.close();
  });

  it('holds words of an open shadow root', async () => {
    const page = await extension.open('https://shapes.example/shadow');
    const box = (await page.getByText('in an open shadow root').boundingBox())!;
    await page.mouse.click(box.x + 30, box.y + box.height / 2, { clickCount: 3 });
    const { clip: saved } = await clip(page);
    expect(saved.quote).toBe('Words that stand in an open shadow root.');
    await page.close();
  });

  it('holds the first words of a selection that is too long, and says so', async () => {
    const page = await extension.open('https://shapes.example/bare');
    await page.evaluate(() => {
      const long = document.createElement('p');
      long.textContent = 'Many words. '.repeat(20_000);
      document.body.replaceChildren(long);
      getSelection()!.selectAllChildren(long);
    });
    const { clip: saved, toast } = await clip(page);
    expect(saved.quote.length).toBeLessThanOrEqual(100_000);
    await toast.says(/More was selected than a clip can hold: the first [\d,.]+ characters/);
    await page.close();
  });

  it('guesses nothing that the page does not say', async () => {
    const page = await extension.open('https://shapes.example/bare');
    await selectWords(page, 'says nothing about itself');
    const { source, draft } = await clip(page);
    expect(source.metadata).toEqual({});
    expect(draft.card).toMatchObject({
      operator: '',
      sourceDate: '',
      sourceTitle: '',
      sourceType: '',
    });
    expect(draft.card.sourceUrl).toBe('https://shapes.example/bare');
    await page.close();
  });

  it.each(['strict', 'sandboxed'])('works on a %s page', async (name) => {
    const page = await extension.open(`https://shapes.example/${name}`);
    await selectWords(page, 'Words', name === 'strict' ? 'policy.' : 'page.');
    const { clip: saved } = await clip(page);
    expect(saved.quote).toMatch(/^Words/);
    await page.close();
  });

  it('keeps a note of its toast when the page is left in the middle of it', async () => {
    const page = await extension.open('https://shapes.example/across');
    await selectWords(page, 'with a doubt');
    const { clip: saved, toast } = await clip(page);
    await toast.typeNote('Ask how long it lasted');
    await page.goto('https://shapes.example/bare');
    await until('the note to be stored', async () =>
      (await liveRows(library, 'clips')).some(
        ({ id, note }) => id === saved.id && note === 'Ask how long it lasted',
      ),
    );
    await page.close();
  });

  it('is not stored twice when the same words are clipped again; the toast takes the keyboard', async () => {
    const page = await extension.open(samplePages.essay);
    await selectWords(page, 'meeting');
    await clip(page);
    const before = (await storedRows(library, 'clips')).length;
    await extension.runCommand('clip-selection', page);
    await toastOn(page).says('Already saved');
    expect(await storedRows(library, 'clips')).toHaveLength(before);
    await page.close();
  });

  it('can be taken back after the page has given itself another address', async () => {
    const page = await extension.open('https://shapes.example/across');
    await selectWords(page, 'The second one', 'begins');
    await clip(page);
    await page.evaluate(() => history.pushState({}, '', '/section-2'));
    await selectWords(page, 'a promise', 'kept.');
    const { toast } = await clip(page);
    // The toast of the first clip also says “Saved”.
    await toast.says('a promise kept.');
    await toast.press('Undo');
    await toast.says('Bring back');
    await page.close();
  });

  it('says so when nothing is selected', async () => {
    const page = await extension.open(samplePages.recipe);
    await extension.runCommand('clip-selection', page);
    await toastOn(page).says(/nothing is selected/i);
    await page.close();
  });
});

describe('a clip of what is playing', () => {
  it('carries the time, and the speaker where the captions name one', async () => {
    const page = await extension.open(samplePages.podcast);
    await playFrom(page, 70);
    await selectWords(page, 'We paid for the week', 'people were short of.');
    const { clip: saved, draft } = await clip(page);
    expect(saved.time?.from).toBe('cue');
    expect(saved.speaker).toBeTruthy();
    expect(selectorOf(saved, 'FragmentSelector')).toMatchObject({
      value: expect.stringMatching(/^t=/),
    });
    expect(draft.card.operator).toBe(saved.speaker);
    expect(draft.card.sourceType).toBe('podcast');
    await page.close();
  });

  it('takes the last 30 seconds with the words of the captions', async () => {
    const page = await extension.open(samplePages.podcast);
    await playFrom(page, 90);
    const { clip: saved } = await clip(page, 'clip-recent');
    expect(saved.origin).toBe('transcript');
    expect(saved.quote.length).toBeGreaterThan(40);
    // The words' own time: whole sentences of what was said around those seconds.
    expect(saved.time!.playedAt).toBeGreaterThan(90);
    expect(saved.time!.start).toBeGreaterThan(50);
    expect(saved.time!.end).toBeGreaterThan(85);
    expect(saved.time!.from).toBe('cue');
    await page.close();
  });

  it('says so when nothing has been playing', async () => {
    const page = await extension.open(samplePages.podcast);
    await extension.runCommand('clip-recent', page);
    await toastOn(page).says(/nothing has been playing/i);
    await page.close();
  });
});

describe('the toast', () => {
  it('takes a clip back, and a note in', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, 'discount');
    const { clip: saved, toast } = await clip(page);
    await toast.typeNote('Ask Ida about this.');
    await toast.says('Note saved');
    await toast.press('Undo');
    await toast.says('Taken back');
    const [row] = (await storedRows(library, 'clips')).filter(({ id }) => id === saved.id);
    expect(row?.note).toBe('Ask Ida about this.');
    expect(row?.deletedAt).toBeDefined();
    expect(await liveRows(library, 'insights')).not.toContainEqual(
      expect.objectContaining({ key: saved.insightKey }),
    );
    await page.close();
  });

  it('leaves nothing behind in the page but itself, and goes by itself', async () => {
    const page = await extension.open(samplePages.article);
    await selectWords(page, 'discount');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await clip(page);
    await toastOn(page).press('Close');
    await until('the toast to go', async () => (await toastOn(page).text()) === undefined);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await page.close();
  });
});

it('asked nothing of anybody', () => {
  expect(server.strays()).toEqual([]);
});
