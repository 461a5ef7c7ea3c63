/** Podcasts in the built extension: hear, press a key, and the words, the voice and the second are on disk. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unzipFiles } from '../../lib/core/exchange/zip.ts';
import { seriousFaults } from '../support/axe.ts';
import { allowHost } from '../support/collection-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { bytes, html, paths } from '../support/handlers.ts';
import { spokenTone } from '../support/media.ts';
import { playFrom } from '../support/page-steps.ts';
import {
  openTranscript,
  pasteTranscript,
  refuseHosts,
  spokenWords,
} from '../support/panel-steps.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { liveRows, storedRows } from '../support/stored.ts';
import { toastOn } from '../support/toast.ts';
import { until } from '../support/until.ts';

const sound = bytes(spokenTone(240), 'audio/wav');

/** A sentence every four seconds, said by two voices in turns of three. */
const said = Array.from({ length: 60 }, (_, n) => ({
  start: n * 4,
  voice: Math.floor(n / 3) % 2 === 0 ? 'SPEAKER_00' : 'SPEAKER_01',
  text: `Sentence ${n} weighs the ${['herring', 'ledger', 'harbour', 'gull'][n % 4]} twice.`,
}));
const two = (n: number) => String(n).padStart(2, '0');
const stamp = (seconds: number) => `00:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}.000`;
const vtt = `WEBVTT\n\n${said
  .map(({ start, voice, text }) => `${stamp(start)} --> ${stamp(start + 4)}\n<v ${voice}>${text}`)
  .join('\n\n')}\n`;

const episode = (title: string, head = '') =>
  html(`<!doctype html><html lang="en"><title>${title}</title>${head}
    <meta property="og:type" content="music.song">
    <script type="application/ld+json">{"@type":"PodcastEpisode","name":"${title}",
      "url":"https://longwave.example/${title}","author":{"@type":"Person","name":"Ivo Tarn"}}</script>
    <h1>${title}</h1><p>Notes of an episode about weighing.</p>
    <audio controls src="/sound.wav"></audio></html>`);

const made = {
  'longwave.example': paths({
    '/sound.wav': sound,
    '/bare': episode('bare'),
    '/pasted': episode('pasted'),
    '/linked': episode(
      'linked',
      '<link rel="alternate" type="text/vtt" href="https://words.example/12.vtt">',
    ),
  }),
  'words.example': paths({ '/12.vtt': bytes(Buffer.from(vtt), 'text/vtt') }),
};

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(made);
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

/** Opens the page, plays it from a second on and opens the side panel with its transcript. */
async function listen(path: string, seconds: number) {
  const page = await extension.open(`https://longwave.example/${path}`);
  await playFrom(page, seconds);
  return { page, panel: await openTranscript(extension, page) };
}

const newestClip = async () => (await liveRows(library, 'clips')).at(-1)!;

describe('without a transcript', () => {
  it('what was just said is a moment; a mark begins a longer one; a transcript fills both', async () => {
    const page = await extension.open('https://longwave.example/bare');
    const toast = toastOn(page);
    await extension.runCommand('clip-since-mark', page);
    await toast.says(/no mark/i);
    await playFrom(page, 60);
    await extension.runCommand('clip-recent', page);
    await toast.says('Saved');
    const moment = await newestClip();
    expect(moment).toMatchObject({ quote: '', origin: 'moment', time: { from: 'player' } });
    expect(moment.time!.end - moment.time!.start).toBeCloseTo(30, 0);
    const draft = (await storedRows(library, 'insights')).find(
      ({ key }) => key === moment.insightKey,
    );
    // Whose words they are is not known: the page's author need not be the one who speaks.
    expect(draft?.card.operator).toBe('');

    await playFrom(page, 100);
    await extension.runCommand('mark-moment', page);
    const marked = /Marked at 00:01:(\d\d)/.exec(await toast.says(/Marked at 00:01:[45]\d/));
    await playFrom(page, 130);
    await extension.runCommand('clip-since-mark', page);
    await toast.says('Saved');
    const stretch = await newestClip();
    expect(Math.floor(stretch.time!.start)).toBe(60 + Number(marked?.[1]));
    expect(stretch.time!.end).toBeGreaterThan(130);
    expect(await page.evaluate(() => document.querySelector('audio')!.paused)).toBe(false);

    const panel = await openTranscript(extension, page);
    await panel.getByText('No transcript here yet').waitFor();
    expect(await seriousFaults(panel)).toEqual([]);
    await pasteTranscript(panel, vtt);
    await panel.getByRole('button', { name: 'Fill 2 moments with their words' }).click();
    const filled = await until('both to have words', async () => {
      const clips = await storedRows(library, 'clips');
      const both = clips.filter(({ id }) => id === moment.id || id === stretch.id);
      return both.every(({ quote }) => quote !== '') ? both : undefined;
    });
    for (const { quote, time, speaker } of filled) {
      expect(quote).toMatch(/^Sentence \d+ weighs .* twice\.$/);
      expect(time).toMatchObject({ from: 'cue' });
      expect(speaker === undefined || speaker.startsWith('SPEAKER_')).toBe(true);
    }
    await panel.close();
    await page.close();
  });
});

describe('with a transcript', () => {
  it('is pasted, followed, searched, gone to, clipped from and named, by the keyboard', async () => {
    const { page, panel } = await listen('pasted', 20);
    await pasteTranscript(panel, vtt);
    const words = spokenWords(panel);
    await words.locator('[aria-current]').waitFor();

    await panel.getByLabel('Search the transcript').fill('SENTENCE 42');
    await panel.getByText('1 of 1').waitFor();
    await panel.keyboard.press('Enter');
    const found = words.getByRole('option', { name: /Sentence 42/ });
    await found.waitFor();
    await panel.getByRole('button', { name: 'Follow the player' }).waitFor();

    await found.focus();
    await panel.keyboard.press('Enter');
    await until('the player to go there', async () => {
      const at = await page.evaluate(() => document.querySelector('audio')!.currentTime);
      return at >= 168 && at < 190;
    });
    await panel.keyboard.press('Shift+ArrowDown');
    expect(await words.locator('[aria-selected="true"]').count()).toBe(2);
    await panel.keyboard.press('c');
    const clip = await until('the clip', async () => {
      const newest = await newestClip();
      return newest.quote.startsWith('Sentence 42') ? newest : undefined;
    });
    expect(clip).toMatchObject({
      quote: 'Sentence 42 weighs the harbour twice. Sentence 43 weighs the gull twice.',
      origin: 'transcript',
      speaker: 'SPEAKER_00',
      time: { start: 168, end: 176, from: 'cue' },
    });
    await words.locator('[data-clipped]').first().waitFor();

    await panel.getByText('2 voices').click();
    await panel.getByLabel('SPEAKER_00', { exact: true }).fill('Mira Oyelaran');
    await panel.keyboard.press('Enter');
    await panel
      .getByRole('button', { name: 'Name 1 clip of this voice Mira Oyelaran too' })
      .click();
    await until('the clip to be hers', async () => {
      const rows = await storedRows(library, 'clips');
      return rows.find(({ id }) => id === clip.id)?.speaker === 'Mira Oyelaran';
    });
    const draft = (await storedRows(library, 'insights')).find(
      ({ key }) => key === clip.insightKey,
    );
    expect(draft?.card.operator).toBe('Mira Oyelaran');

    await playFrom(page, 100);
    await extension.runCommand('clip-recent', page);
    await toastOn(page).says('Saved');
    const recent = await newestClip();
    expect(recent).toMatchObject({ origin: 'transcript', time: { from: 'cue' } });
    expect(recent.time!.playedAt).toBeGreaterThan(100);
    expect(recent.quote).toMatch(/^Sentence \d+ weighs .* twice\.$/);

    await panel.getByRole('button', { name: 'Keep the source’s text' }).click();
    await panel.getByText(/^Kept, and 2 insights refer to it/).waitFor();
    await library.goto(`${library.url().split('#')[0]}#/insight/${clip.insightKey}`);
    const [download] = await Promise.all([
      library.waitForEvent('download'),
      library.getByRole('button', { name: 'Download .md' }).click(),
    ]);
    const files = unzipFiles(readFileSync(await download.path()));
    if (!files.ok) throw new Error(files.error.kind);
    const raw = files.value.files.find(({ path }) => path.startsWith('raw/'));
    expect(raw?.path).toMatch(/^raw\/podcasts\/mira-oyelaran--pasted--\d{4}-\d\d-\d\d\.md$/);
    expect(raw?.text).toContain(
      '**Mira Oyelaran** (00:02:48): Sentence 42 weighs the harbour twice.',
    );
    const card = files.value.files.find(({ path }) => !path.startsWith('raw/'));
    expect(card?.text).toContain(`raw_ref: ${raw?.path}`);

    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await seriousFaults(panel)).toEqual([]);
    }
    await panel.close();
    await page.close();
  });

  it('is fetched from another host once that is allowed, and not before', async () => {
    const { page, panel } = await listen('linked', 10);
    const fetchIt = panel.getByRole('button', { name: 'Fetch from words.example' });
    await fetchIt.waitFor();
    const asked = () => server.requests.filter(({ host }) => host === 'words.example').length;
    // The person says no.
    await refuseHosts(panel);
    await fetchIt.click();
    await panel.getByText(/words.example was not allowed/).waitFor();
    expect(asked()).toBe(0);
    await panel.close();

    await allowHost(extension, 'https://words.example/*');
    const allowed = await openTranscript(extension, page);
    await allowed.getByRole('button', { name: 'Fetch from words.example' }).click();
    await allowed.getByRole('option', { name: /Sentence 2 / }).waitFor();
    expect(asked()).toBe(1);
    await allowed.close();
    await page.close();
  });
});
