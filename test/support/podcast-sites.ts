/** The sites of podcasts under their real host names: fixture pages, a player's file, captions. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Episode } from '../../lib/core/transcript/episode.ts';
import type { Extension } from './extension.ts';
import { bytes, html, paths } from './handlers.ts';
import { spokenTone } from './media.ts';
import type { Handler } from './server.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/sites/${name}`, import.meta.url), 'utf8');

/** What the worker has of the browser's own interface. */
declare const chrome: {
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  scripting: { executeScript(injection: object): Promise<{ result?: unknown }[]> };
};

/** As long as the file that every fixture's player plays, in seconds. */
const episodeLength = 60;

const captions = `WEBVTT

00:00.000 --> 00:08.000
<v Otto Other>Why would anybody weigh a thing twice?</v>

00:08.000 --> 00:20.000
<v Jane Example>Put it there twice and you know how far to trust the number.</v>

00:20.000 --> 00:40.000
<v Jane Example>A weight nobody wrote down was never taken.</v>

00:40.000 --> 00:58.000
<v Otto Other>And three times?</v>
`;

const chapters = `WEBVTT

00:00.000 --> 00:20.000
Why twice

00:20.000 --> 01:00.000
Writing it down
`;

function site(pages: Readonly<Record<string, string>>): Handler {
  const table = Object.entries(pages).map(([path, body]) => [path, html(body)] as const);
  return paths({
    ...Object.fromEntries(table),
    '/episode.wav': bytes(spokenTone(episodeLength), 'audio/wav'),
    '/captions.vtt': bytes(Buffer.from(captions), 'text/vtt; charset=utf-8'),
    '/chapters.vtt': bytes(Buffer.from(chapters), 'text/vtt; charset=utf-8'),
    '/feed.xml': bytes(Buffer.from(fixture('generic-feed.xml')), 'application/rss+xml'),
    '/player.js': bytes(Buffer.from(''), 'text/javascript'),
  });
}

/** A Substack page whose signed addresses are good until then: seconds since 1970. */
function substackPage(until: number): string {
  return fixture('substack-podcast.html').replaceAll('@EXPIRES@', String(until));
}

const anHour = 3_600;

/** What answers for each host. */
export function podcastHosts(): Record<string, Handler> {
  const now = Math.floor(Date.now() / 1000);
  return {
    'letters.substack.com': site({ '/p/third-weighing': substackPage(now + anHour) }),
    'old.substack.com': site({ '/p/third-weighing': substackPage(now - anHour) }),
    'www.youtube.com': site({
      '/watch': fixture('youtube.html'),
      '/second': fixture('youtube-new.html'),
    }),
    'podcasts.apple.com': site({
      '/us/podcast/weigh-it-twice/id100': fixture('apple-podcasts.html'),
    }),
    'open.spotify.com': site({ '/episode/0abcDEF1ghiJKL2mnoPQR3': fixture('spotify.html') }),
    'overcast.fm': site({ '/+ABcdEF': fixture('overcast.html') }),
    'pca.st': site({ '/ab12cd34': fixture('pocket-casts.html') }),
    'share.transistor.fm': site({
      '/s/0a1b2c3d/transcript': fixture('transistor-transcript.html'),
    }),
    'www.buzzsprout.com': site({
      '/100/episodes/2000-weigh-it-twice': fixture('buzzsprout.html'),
    }),
    'scales.simplecast.com': site({ '/episodes/weigh-it-twice': fixture('simplecast.html') }),
    'scales.fireside.fm': site({ '/12': fixture('fireside.html') }),
    'waagen.podigee.io': site({ '/12-zweimal-wiegen': fixture('podigee.html') }),
    'scales.captivate.fm': site({ '/episode/weigh-it-twice': fixture('captivate.html') }),
    'player.captivate.fm': paths({}, html('<!doctype html><title>Player</title><p>Player</p>')),
    'scales.example': site({
      '/episodes/12': fixture('generic-episode.html'),
      '/framed': `<!doctype html><title>Framed</title><p>Listen in the frame.</p>
        <iframe src="/episodes/12" width="600" height="300"></iframe>`,
    }),
  };
}

/**
 * What the extension's own script reads of the page's episode. The person has asked on the page
 * before, as by a clip, so that the script may run there.
 */
export async function episodeOn(extension: Extension, page: Page): Promise<Episode> {
  await page.bringToFront();
  const worker =
    extension.context.serviceWorkers().at(-1) ??
    (await extension.context.waitForEvent('serviceworker'));
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const target = { tabId: tab!.id! };
    await chrome.scripting.executeScript({ target, files: ['/page-episode.js'] });
    const [answer] = await chrome.scripting.executeScript({
      target,
      func: () =>
        (globalThis as unknown as Record<string, (request: unknown) => unknown>)[
          'counterpoint-page-episode'
        ]!({ read: true }),
    });
    return answer!.result as never;
  });
}
