/**
 * Transcripts that stand elsewhere, in the built extension: read because the person asks, from where the
 * page or the podcast's feed names them, and nothing before.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/axe.ts';
import { clipByCommand, clipMadeBy } from '../support/clip-steps.ts';
import { allowHost } from '../support/collection-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { fetchedEpisodes, fetchedHosts } from '../support/fetched-episodes.ts';
import { playFrom } from '../support/page-steps.ts';
import { dragOver, openTranscript, refuseHosts, spokenWords } from '../support/panel-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { storedRows } from '../support/stored.ts';
import { until } from '../support/until.ts';

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(fetchedHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
  // What the browser answers once it is asked; the extension has no host before that.
  for (const host of ['substackcdn.com', 'feeds.example', 'words.example']) {
    await allowHost(extension, `https://${host}/*`);
  }
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

const asked = (host: string) =>
  server.requests.filter((request) => request.host === host).map(({ path }) => path);

/** The clip by its id, as it is by now. */
const storedClip = async (id: string) =>
  (await storedRows(library, 'clips')).find((clip) => clip.id === id)!;

describe('a Substack post', () => {
  it('is heard without words, then read, clipped from and filled in', async () => {
    const page = await extension.open(fetchedEpisodes.substack);
    await playFrom(page, 24);
    const { clip: moment } = await clipByCommand(extension, library, page, 'clip-recent');
    expect(moment).toMatchObject({ quote: '', origin: 'moment', time: { from: 'player' } });

    const panel = await openTranscript(extension, page);
    await panel.getByText('No transcript here yet').waitFor();
    const fetchIt = panel.getByRole('button', { name: 'Fetch from substackcdn.com' });
    await fetchIt.first().waitFor();
    expect(asked('substackcdn.com')).toEqual([]);
    await fetchIt.first().click();
    const words = spokenWords(panel);
    await words.getByRole('option', { name: /second look/ }).waitFor();
    await words.getByText('Jane Example').waitFor();
    expect(await words.getByText('SPEAKER_').count()).toBe(0);
    expect(asked('substackcdn.com')).toEqual([
      expect.stringMatching(/^\/video_upload\/post\/7001\/0b1c\/en\.vtt\?Expires=\d+&/),
    ]);

    const { clip, draft } = await clipMadeBy(library, async () => {
      await dragOver(panel, 'second look', 'by how much.');
      await panel.getByRole('button', { name: 'Clip the selection' }).click();
    });
    expect(clip).toMatchObject({
      quote:
        'second look only tells you that the first was wrong. The third one tells you by how much.',
      origin: 'transcript',
      speaker: 'Jane Example',
      time: { end: 40, from: 'cue' },
    });
    // The words begin within the cue that begins at eight.
    expect(clip.time!.start).toBeGreaterThan(8);
    expect(clip.time!.start).toBeLessThan(14);
    expect(draft.card.operator).toBe('Jane Example');

    await panel.getByRole('button', { name: 'Fill 1 moment with its words' }).click();
    const filled = await until('the moment to have its words', async () => {
      const now = await storedClip(moment.id);
      return now.quote === '' ? undefined : now;
    });
    expect(filled).toMatchObject({ origin: 'transcript', speaker: 'Jane Example' });
    expect(filled.quote).toContain('The third one tells you by how much.');
    await panel.getByRole('button', { name: /^Fill/ }).waitFor({ state: 'detached' });
    await panel.close();
    await page.close();
  });
});

describe('a page with a player and a feed', () => {
  it('finds in the feed what can be read, and nothing is lost where it cannot', async () => {
    const page = await extension.open(fetchedEpisodes.plain);
    await playFrom(page, 24);
    const { clip: moment } = await clipByCommand(extension, library, page, 'clip-recent');
    const panel = await openTranscript(extension, page);
    const look = panel.getByRole('button', { name: 'Look in the podcast’s feed at feeds.example' });
    await look.waitFor();
    expect(asked('feeds.example')).toEqual([]);

    const allowAgain = await refuseHosts(panel);
    await look.click();
    await panel.getByText(/feeds.example was not allowed.*paste the transcript/).waitFor();
    expect(asked('feeds.example')).toEqual([]);
    await allowAgain();

    await look.click();
    const links = panel.getByRole('button', { name: 'Fetch from words.example' });
    await links.nth(3).waitFor();
    expect(asked('feeds.example')).toEqual(['/scales.xml']);
    expect(asked('words.example')).toEqual([]);

    const alert = panel.getByRole('alert');
    const refused = [
      ['application/srt', /words.example gave no transcript.*Reload the page/, '/12.srt'],
      ['application/json', /words.example gave no transcript.*Reload the page/, '/12.json'],
      ['text/html', /No words were found in it.*Paste/, '/12.html'],
    ] as const;
    for (const [form, why, path] of refused) {
      const item = panel.getByRole('listitem').filter({ hasText: form });
      await item.getByRole('button', { name: 'Fetch from words.example' }).click();
      await alert.filter({ hasText: why }).waitFor();
      await until(`${path} to be asked for`, () => asked('words.example').at(-1) === path);
    }
    expect(await seriousFaults(panel)).toEqual([]);

    // One that takes too long is given up by the keyboard, and the keyboard is where it was.
    const slow = panel.getByRole('listitem').filter({ hasText: 'text/plain' }).getByRole('button');
    await slow.focus();
    await panel.keyboard.press('Enter');
    await panel.getByText('Fetching from words.example…').waitFor();
    await panel.getByText('240 kB so far').waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).and(panel.locator(':focus')).waitFor();
    await panel.keyboard.press('Enter');
    await slow.and(panel.locator(':focus')).waitFor();
    expect(await panel.getByRole('progressbar').count()).toBe(0);

    const vtt = panel.getByRole('listitem').filter({ hasText: 'text/vtt' });
    await vtt.getByRole('button', { name: 'Fetch from words.example' }).click();
    await spokenWords(panel)
      .getByRole('option', { name: /The third one/ })
      .waitFor();
    await alert.waitFor({ state: 'detached' });

    // Who is in it and its chapters stand in the feed.
    await panel.getByText('2 voices').click();
    const offered = panel.locator('datalist option');
    expect(await offered.allTextContents()).toEqual(['Jane Example', 'Otto Other']);
    await panel.getByText('Another transcript').click();
    expect(asked('words.example')).not.toContain('/12-chapters.json');
    await panel.getByRole('button', { name: 'Fetch the chapters from words.example' }).click();
    await panel.getByText(/^Chapters/).click();
    await panel.getByRole('button', { name: '00:00:40 What the scale cannot say' }).click();
    await until('the player to go there', async () => {
      const at = await page.evaluate(() => document.querySelector('audio')!.currentTime);
      return at >= 40 && at < 50;
    });
    expect(await panel.getByText('Left out of the table').count()).toBe(0);

    // What was fetched stays, whatever another address answers.
    const srt = panel.getByRole('listitem').filter({ hasText: 'application/srt' });
    await srt.getByRole('button').click();
    await alert.filter({ hasText: /words.example gave no transcript/ }).waitFor();
    expect(await spokenWords(panel).getByRole('option').count()).toBe(4);
    await panel.getByRole('button', { name: 'Fill 1 moment with its words' }).click();
    await until(
      'the moment to have its words',
      async () => (await storedClip(moment.id)).quote !== '',
    );
    await panel.close();

    // All of it is still known when the panel is opened again.
    const again = await openTranscript(extension, page);
    await spokenWords(again)
      .getByRole('option', { name: /The third one/ })
      .waitFor();
    await again.getByText(/^Chapters/).click();
    await again.getByRole('button', { name: '00:00:00 Why three times' }).waitFor();
    expect(await again.locator('datalist option').allTextContents()).toContain('Jane Example');

    // Forgetting it can be taken back.
    await again.getByText('Another transcript').click();
    await again.getByRole('button', { name: 'Forget the kept transcript' }).click();
    await again.getByText('No transcript here yet').waitFor();
    await again.getByRole('button', { name: 'Undo', exact: true }).click();
    await spokenWords(again)
      .getByRole('option', { name: /The third one/ })
      .waitFor();
    await again.close();
    await page.close();
  });
});

describe('a mark', () => {
  it('is set in the panel or by the command, and what follows it is clipped there', async () => {
    const page = await extension.open(`${fetchedEpisodes.plain}?marked`);
    await playFrom(page, 10);
    const panel = await openTranscript(extension, page);
    const since = panel.getByRole('button', { name: 'Clip since the mark' });
    await since.waitFor();
    expect(await since.isDisabled()).toBe(true);
    await panel.getByRole('button', { name: 'Mark this moment' }).focus();
    await panel.keyboard.press('Enter');
    // The player goes on while the panel opens.
    const marked = panel.getByText(/^Marked at 00:00:[1-5]\d/).first();
    const second = Number(/\d\d(?!.*:)/.exec((await marked.textContent()) ?? '')?.[0]);

    await playFrom(page, second + 10);
    await panel.getByText(/^Marked at [\d:]+, \d+ s ago$/).waitFor();
    const first = await clipMadeBy(library, async () => {
      await since.focus();
      await panel.keyboard.press('Enter');
    });
    expect(first.clip).toMatchObject({ quote: '', origin: 'moment', time: { from: 'player' } });
    expect(Math.floor(first.clip.time!.start)).toBe(second);
    expect(first.clip.time!.end).toBeGreaterThanOrEqual(second + 10);
    await until('the clip to be told', async () =>
      (await panel.locator('[aria-live]').allTextContents()).includes('Clipped.'),
    );

    await panel.close();
    await playFrom(page, 30);
    await extension.runCommand('mark-moment', page);
    const again = await openTranscript(extension, page);
    await again.getByText(/^Marked at 00:00:[3-5]\d, /).waitFor();
    await playFrom(page, 4);
    await again.getByText(/^Marked at 00:00:[3-5]\d, \d+ s ahead$/).waitFor();
    expect(await seriousFaults(again)).toEqual([]);
    await again.getByRole('button', { name: 'Remove the mark' }).focus();
    await again.keyboard.press('Enter');
    await again.getByText(/^Marked at/).waitFor({ state: 'detached' });
    expect(await again.getByRole('button', { name: 'Clip since the mark' }).isDisabled()).toBe(
      true,
    );
    await again.close();
    await page.close();
  });
});

it('asked nobody else', () => {
  expect(server.strays()).toEqual([]);
});
