/**
 * A journey on each podcast site under its real host name: what the page says of itself, a clip of its
 * words while it plays, with the second and the voice, and the card that leaves.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipByCommand } from '../support/clip-steps.ts';
import { launchExtension, type Extension } from '../support/extension.ts';
import { downloadBy } from '../support/library-steps.ts';
import { playFrom, selectWords } from '../support/page-steps.ts';
import { episodeOn, podcastHosts } from '../support/podcast-sites.ts';
import { serve, type FixtureServer } from '../support/server.ts';
import { toastOn } from '../support/toast.ts';

let server: FixtureServer;
let extension: Extension;
let library: Page;

beforeAll(async () => {
  server = await serve(podcastHosts());
  extension = await launchExtension({ server });
  library = await extension.openOwn('library.html');
});

afterAll(async () => {
  await extension.close();
  await server.close();
});

const clip = (page: Page, command?: string) => clipByCommand(extension, library, page, command);

/** The card as the library hands it out. */
async function card(insightKey: string): Promise<string> {
  await library.bringToFront();
  await library.goto(library.url().replace(/#.*$/, '') + `#/insight/${insightKey}`);
  const file = await downloadBy(library, () =>
    library.getByRole('button', { name: 'Download .md' }).click(),
  );
  return readFileSync(await file.path(), 'utf8');
}

interface Journey {
  readonly url: string;
  /** Words of the page, and from where in the file its player plays meanwhile. */
  readonly words: readonly [from: string, to: string];
  readonly playAt?: number;
  readonly title?: string;
  readonly show?: string;
  readonly published?: string;
  readonly sourceType?: string;
  /** The second, where a cue says it; else the player's. */
  readonly cue?: number;
  readonly operator?: string;
  /** The link in the card, with `SECOND` where the second stands; the plain time without. */
  readonly link?: string;
}

const number = ['Put it there twice', 'how far to trust the number'] as const;
const jane = ['Jane Example weighs', 'says why'] as const;
const podcast = {
  title: 'Weigh it twice',
  show: 'Scales and Balances',
  published: '2024-03-05',
  sourceType: 'podcast',
};

const journeys: Readonly<Record<string, Journey>> = {
  Substack: {
    ...podcast,
    url: 'https://letters.substack.com/p/third-weighing',
    words: ['Jane Example weighs for a living', 'three times'],
    playAt: 22,
    title: 'The third weighing | Jane Example (Sample Scales)',
    show: 'Sample Letters',
    published: '2024-03-07',
    // Who writes the letter need not be who is heard.
    operator: '',
  },
  YouTube: {
    url: 'https://www.youtube.com/watch?v=sampleVid01',
    words: number,
    playAt: 12,
    title: 'Weigh it twice',
    published: '2024-03-05',
    sourceType: 'talk',
    cue: 8,
    operator: 'Sample Scales',
    link: 'https://www.youtube.com/watch?v=sampleVid01&t=SECONDs',
  },
  'Apple Podcasts': {
    ...podcast,
    url: 'https://podcasts.apple.com/us/podcast/weigh-it-twice/id100?i=2000',
    words: ['My guest is', 'weighs for a living'],
    playAt: 22,
  },
  Spotify: {
    title: podcast.title,
    show: podcast.show,
    sourceType: podcast.sourceType,
    url: 'https://open.spotify.com/episode/0abcDEF1ghiJKL2mnoPQR3',
    words: number,
    cue: 8,
  },
  Overcast: {
    ...podcast,
    url: 'https://overcast.fm/+ABcdEF',
    words: jane,
    playAt: 22,
    link: 'https://overcast.fm/+ABcdEF/0:SECOND',
  },
  'Pocket Casts': {
    ...podcast,
    url: 'https://pca.st/ab12cd34',
    words: jane,
    playAt: 22,
    link: 'https://pca.st/ab12cd34?t=SECOND',
  },
  Transistor: {
    title: podcast.title,
    show: podcast.show,
    sourceType: podcast.sourceType,
    url: 'https://share.transistor.fm/s/0a1b2c3d/transcript',
    words: ['Once and you know', 'a number'],
    playAt: 22,
    cue: 5,
    operator: 'Jane Example',
  },
  Buzzsprout: {
    ...podcast,
    url: 'https://www.buzzsprout.com/100/episodes/2000-weigh-it-twice',
    words: number,
    playAt: 22,
    cue: 5,
    operator: 'Jane Example',
    link: 'https://www.buzzsprout.com/100/episodes/2000-weigh-it-twice?t=SECOND',
  },
  Simplecast: {
    ...podcast,
    url: 'https://scales.simplecast.com/episodes/weigh-it-twice',
    words: number,
    playAt: 22,
    operator: 'Jane Example',
  },
  Fireside: {
    ...podcast,
    url: 'https://scales.fireside.fm/12',
    words: jane,
    playAt: 22,
    link: 'https://scales.fireside.fm/12?t=SECOND',
  },
  Podigee: {
    ...podcast,
    url: 'https://waagen.podigee.io/12-zweimal-wiegen',
    words: ['Jane Example wiegt', 'sagt, warum'],
    playAt: 22,
    title: 'Zweimal wiegen',
    show: 'Waagen und Gewichte',
    link: 'https://waagen.podigee.io/12-zweimal-wiegen#t=SECOND',
  },
  Captivate: {
    ...podcast,
    url: 'https://scales.captivate.fm/episode/weigh-it-twice',
    words: number,
    cue: 5,
    operator: 'Jane Example',
  },
  'a page with a player, captions and a feed': {
    ...podcast,
    url: 'https://scales.example/episodes/12',
    words: number,
    playAt: 30,
    cue: 8,
    operator: 'Jane Example',
  },
};

describe.each(Object.entries(journeys))('%s', (_name, journey) => {
  it('gives a clip its second and its voice, and the card says both', async () => {
    const page = await extension.open(journey.url);
    // Tabs of the page itself, which a person has opened.
    await page.evaluate(() => {
      for (const tab of document.querySelectorAll('[hidden]')) tab.removeAttribute('hidden');
    });
    if (journey.playAt !== undefined) await playFrom(page, journey.playAt);
    await selectWords(page, ...journey.words);
    const { clip: saved, source, draft } = await clip(page);

    const { metadata } = source;
    const said = {
      title: metadata.title?.value,
      show: metadata.show?.value,
      published: metadata.published?.value,
      sourceType: metadata.sourceType?.value,
    };
    expect(said).toEqual({
      title: journey.title,
      show: journey.show,
      published: journey.published,
      sourceType: journey.sourceType,
    });

    const from = journey.cue === undefined ? 'player' : 'cue';
    expect(saved.time).toMatchObject({ from });
    const { start } = saved.time!;
    if (journey.cue !== undefined) expect(Math.abs(start - journey.cue)).toBeLessThan(2);
    else expect(start).toBeGreaterThanOrEqual(journey.playAt!);
    if (journey.operator !== undefined) expect(draft.card.operator).toBe(journey.operator);

    const leaving = await card(saved.insightKey);
    const second = Math.floor(start);
    const clock = `00:00:${String(second).padStart(2, '0')}`;
    expect(leaving).toContain(saved.quote.split('\n')[0]);
    if (journey.link === undefined) {
      expect(leaving).toContain(clock);
      expect(leaving).not.toContain(`[${clock}]`);
    } else {
      expect(leaving).toContain(`[${clock}](${journey.link.replace('SECOND', String(second))})`);
    }
    await page.close();
  });
});

describe('what was just said', () => {
  it('is words of the captions, by the voice that said them', async () => {
    const page = await extension.open('https://scales.example/episodes/12');
    await playFrom(page, 36);
    const { clip: saved, draft } = await clip(page, 'clip-recent');
    expect(saved.origin).toBe('transcript');
    expect(saved.quote).toContain('A weight nobody wrote down was never taken.');
    expect(saved.speaker).toBe('Jane Example');
    expect(draft.card.operator).toBe('Jane Example');
    await page.close();
  });

  it('is words of the panel that YouTube shows', async () => {
    const page = await extension.open('https://www.youtube.com/watch?v=sampleVid01');
    await playFrom(page, 28);
    const { clip: saved } = await clip(page, 'clip-recent');
    expect(saved.quote).toContain('A weight nobody wrote down was never taken.');
    await page.close();
  });
});

describe('a player in a frame', () => {
  it('of the page’s own origin is heard like any other', async () => {
    const page = await extension.open('https://scales.example/framed');
    const frame = page.frames().find((each) => each.url().endsWith('/episodes/12'))!;
    await frame.evaluate(async () => {
      const audio = document.querySelector('audio')!;
      audio.currentTime = 36;
      await audio.play();
    });
    const { clip: saved } = await clip(page, 'clip-recent');
    expect(saved.time!.end).toBeGreaterThanOrEqual(36);
    expect(saved.speaker).toBe('Jane Example');
    await page.close();
  });

  it('of another origin tells no time, and the toast says why', async () => {
    const page = await extension.open('https://scales.captivate.fm/episode/weigh-it-twice');
    await extension.runCommand('clip-recent', page);
    await toastOn(page).says(/frame of another site/i);
    await page.close();
  });
});

describe('YouTube goes on to another video without a new page', () => {
  it('reads the video that is shown now, not the panel that was left behind', async () => {
    const page = await extension.open('https://www.youtube.com/watch?v=sampleVid01');
    await playFrom(page, 4);
    const second = await page.evaluate(async () => (await fetch('/second')).text());
    // As the site does it: address, title and video at once, the old panel hidden where it stands.
    await page.evaluate((markup) => {
      history.pushState({}, '', '/watch?v=sampleVid02');
      const next = new DOMParser().parseFromString(markup, 'text/html');
      document.title = next.title;
      document.querySelector('h1')!.textContent = 'Weigh it again';
      const old = document.querySelector('[target-id="engagement-panel-searchable-transcript"]')!;
      old.setAttribute('visibility', 'ENGAGEMENT_PANEL_VISIBILITY_HIDDEN');
    }, second);
    await playFrom(page, 4);
    const without = await episodeAfterClip(page);
    expect(without.transcript).toBeUndefined();
    expect(without.chapters).toEqual([]);

    await page.evaluate((markup) => {
      const next = new DOMParser().parseFromString(markup, 'text/html');
      const panel = next.querySelector('ytd-engagement-panel-section-list-renderer')!;
      document.querySelector('ytd-watch-flexy')!.append(document.adoptNode(panel));
    }, second);
    await selectWords(page, 'So ask two scales', 'one buyer.');
    const { clip: saved, source } = await clip(page);
    expect(source.url).toBe('https://www.youtube.com/watch?v=sampleVid02');
    expect(source.metadata.title?.value).toBe('Weigh it again');
    expect(saved.time).toMatchObject({ from: 'cue' });
    expect(Math.abs(saved.time!.start - 7)).toBeLessThan(2);
    expect(await card(saved.insightKey)).toContain(
      'https://www.youtube.com/watch?v=sampleVid02&t=7s',
    );
    await page.close();
  });
});

/** Asks on the page first, as only a person can. */
async function episodeAfterClip(page: Page) {
  await selectWords(page, 'Weigh it again');
  await clip(page);
  return episodeOn(extension, page);
}

describe('Substack', () => {
  it('says that its captions have expired, and the clip has the player’s second', async () => {
    const page = await extension.open('https://old.substack.com/p/third-weighing');
    await playFrom(page, 22);
    await selectWords(page, 'Jane Example weighs for a living');
    const { clip: saved } = await clip(page);
    expect(saved.time).toMatchObject({ from: 'player' });
    const { linked } = await episodeOn(extension, page);
    expect(linked.map(({ type, expired }) => [type, expired])).toEqual([
      ['text/vtt', true],
      ['application/json', true],
    ]);
    await page.close();
  });

  it('names the captions of this post with its voices, fetching none', async () => {
    const page = await extension.open('https://letters.substack.com/p/third-weighing');
    await playFrom(page, 22);
    await clip(page, 'clip-recent');
    const { linked, evidence } = await episodeOn(extension, page);
    expect(linked.map(({ url }) => url)).toEqual([
      expect.stringContaining('/post/7001/0b1c/en.vtt?'),
      expect.stringContaining('/post/7001/0b1c/transcription.json?'),
    ]);
    expect(linked[0]).toMatchObject({ speakers: { SPEAKER_01: 'Jane Example' } });
    expect(linked[0]).not.toHaveProperty('expired');
    expect(evidence.show).toBe('The Sample Letters Podcast');
    await page.close();
  });
});

it('asked nothing of anybody', () => {
  const asked = server.strays().filter(({ host }) => host !== 'substackcdn.com');
  expect(asked).toEqual([]);
  // The page itself may greet the host its pictures come from; nothing was fetched there.
  expect(server.requests.filter(({ host }) => host === 'substackcdn.com')).toEqual([]);
});
