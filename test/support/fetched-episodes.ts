/** Episodes whose words stand elsewhere: in a Substack post's captions, in what a podcast's feed names. */
import { readFileSync } from 'node:fs';
import { bytes, html, paths } from './handlers.ts';
import { spokenTone } from './media.ts';
import { podcastHosts } from './podcast-sites.ts';
import type { Handler } from './server.ts';

export const fetchedEpisodes = {
  substack: 'https://letters.substack.com/p/third-weighing',
  /** A player and a link to the feed, nothing more. */
  plain: 'https://plain.example/episodes/12',
} as const;

const fixture = (name: string): string =>
  readFileSync(new URL(`../fixtures/sites/${name}`, import.meta.url), 'utf8');

/** What is said in both, by codes for voices as a machine writes them. */
const captions = `WEBVTT

00:00.000 --> 00:08.000
<v SPEAKER_00>Why would anybody weigh a thing three times?

00:08.000 --> 00:20.000
<v SPEAKER_01>Because the second look only tells you that the first was wrong.

00:20.000 --> 00:40.000
<v SPEAKER_01>The third one tells you by how much.

00:40.000 --> 00:58.000
<v SPEAKER_00>And what can the scale not say?
`;

const chapters = {
  version: '1.2.0',
  chapters: [
    { startTime: 0, title: 'Why three times' },
    { startTime: 40, title: 'What the scale cannot say' },
    { startTime: 50, title: 'Left out of the table', toc: false },
  ],
};

/** The page has no captions of its own, and its feed stands on another host. */
function plainPage(): string {
  return fixture('generic-episode.html')
    .replace(/\s*<track[^>]*>/g, '')
    .replace('href="/feed.xml"', 'href="https://feeds.example/scales.xml"');
}

function feed(): string {
  return fixture('generic-feed.xml')
    .replaceAll('https://scales.example/12', 'https://words.example/12')
    .replace('https://scales.example/episode.wav', 'https://plain.example/episode.wav')
    .replace(
      '<podcast:chapters',
      '<podcast:transcript url="https://words.example/12.txt" type="text/plain" />$&',
    );
}

const refusing =
  (status: number): Handler =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'text/plain' }).end('no');
  };

/** Begins and falls silent: the connection stays open until the browser gives up. */
const silent: Handler = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'text/plain' }).write('Otto Other: '.repeat(20_000));
};

/** What answers for each host. The feed names five transcripts, of which one can be had. */
export function fetchedHosts(): Record<string, Handler> {
  const sound = bytes(spokenTone(60), 'audio/wav');
  const vtt = bytes(Buffer.from(captions), 'text/vtt; charset=utf-8');
  return {
    ...podcastHosts(),
    'substackcdn.com': paths({
      '/video_upload/post/7001/0b1c/en.vtt': vtt,
      '/video_upload/post/7001/0b1c/transcription.json': refusing(403),
    }),
    'plain.example': paths({ '/episodes/12': html(plainPage()), '/episode.wav': sound }),
    'feeds.example': paths({
      '/scales.xml': bytes(Buffer.from(feed()), 'application/rss+xml'),
    }),
    'words.example': paths({
      '/12.vtt': vtt,
      '/12.srt': refusing(403),
      '/12.json': refusing(404),
      '/12.html': html('<!doctype html><title>Sorry</title><div></div>'),
      '/12.txt': silent,
      '/12-chapters.json': bytes(Buffer.from(JSON.stringify(chapters)), 'application/json'),
    }),
  };
}
