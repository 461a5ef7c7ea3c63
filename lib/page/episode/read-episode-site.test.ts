import { describe, expect, test } from 'vitest';
import apple from '@/test/fixtures/sites/apple-podcasts.html?raw';
import buzzsprout from '@/test/fixtures/sites/buzzsprout.html?raw';
import captivate from '@/test/fixtures/sites/captivate.html?raw';
import fireside from '@/test/fixtures/sites/fireside.html?raw';
import generic from '@/test/fixtures/sites/generic-episode.html?raw';
import overcast from '@/test/fixtures/sites/overcast.html?raw';
import pocketCasts from '@/test/fixtures/sites/pocket-casts.html?raw';
import podigee from '@/test/fixtures/sites/podigee.html?raw';
import simplecast from '@/test/fixtures/sites/simplecast.html?raw';
import spotify from '@/test/fixtures/sites/spotify.html?raw';
import substack from '@/test/fixtures/sites/substack-podcast.html?raw';
import transistor from '@/test/fixtures/sites/transistor.html?raw';
import transistorTranscript from '@/test/fixtures/sites/transistor-transcript.html?raw';
import youtube from '@/test/fixtures/sites/youtube.html?raw';
import youtubeNew from '@/test/fixtures/sites/youtube-new.html?raw';
import { episodeSchema, type Episode } from '../../core/transcript/episode';
import { namesOf } from '../../core/transcript/names-of';
import { readMetadata } from '../metadata/read-metadata';
import { readEpisode } from './read-episode';

/** Seconds since 1970 at which the fixtures are read. */
const now = 1_800_000_000;

async function episodeOf(html: string, url: string): Promise<Episode> {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const base = document.createElement('base');
  base.href = url;
  document.head.prepend(base);
  const episode = await readEpisode(document, url, now);
  expect(episodeSchema.parse(episode)).toEqual(episode);
  return episode;
}

function metadataOf(html: string, url: string) {
  const metadata = readMetadata(new DOMParser().parseFromString(html, 'text/html'), url);
  const { title, authors, site, show, published, sourceType } = metadata;
  return {
    title: title?.value,
    authors: authors?.value,
    site: site?.value,
    show: show?.value,
    published: published?.value,
    sourceType: sourceType?.value,
  };
}

const scales = { title: 'Weigh it twice', show: 'Scales and Balances', sourceType: 'podcast' };

test.each([
  [
    'Substack',
    substack,
    'https://letters.substack.com/p/third-weighing',
    {
      title: 'The third weighing | Jane Example (Sample Scales)',
      authors: ['Otto Other'],
      published: '2024-03-07',
      sourceType: 'podcast',
    },
  ],
  [
    'YouTube',
    youtube,
    'https://www.youtube.com/watch?v=sampleVid01',
    {
      title: 'Weigh it twice',
      authors: ['Sample Scales'],
      published: '2024-03-05',
      sourceType: 'talk',
    },
  ],
  [
    'Apple Podcasts, whose own data says another day',
    apple,
    'https://podcasts.apple.com/us/podcast/weigh-it-twice/id100?i=2000',
    { ...scales, published: '2024-03-05' },
  ],
  ['Spotify', spotify, 'https://open.spotify.com/episode/0abcDEF1ghiJKL2mnoPQR3', scales],
  ['Overcast', overcast, 'https://overcast.fm/+ABcdEF', { ...scales, published: '2024-03-05' }],
  ['Pocket Casts', pocketCasts, 'https://pca.st/ab12cd34', { ...scales, published: '2024-03-05' }],
  [
    'Transistor',
    transistor,
    'https://share.transistor.fm/s/0a1b2c3d',
    { ...scales, published: '2024-03-05' },
  ],
  [
    'Buzzsprout',
    buzzsprout,
    'https://www.buzzsprout.com/100/episodes/2000-weigh-it-twice',
    { ...scales, published: '2024-03-05' },
  ],
  [
    'Simplecast',
    simplecast,
    'https://scales.simplecast.com/episodes/weigh-it-twice',
    { ...scales, published: '2024-03-05' },
  ],
  ['Fireside', fireside, 'https://scales.fireside.fm/12', { ...scales, published: '2024-03-05' }],
  [
    'Podigee',
    podigee,
    'https://waagen.podigee.io/12-zweimal-wiegen',
    {
      title: 'Zweimal wiegen',
      show: 'Waagen und Gewichte',
      sourceType: 'podcast',
      published: '2024-03-05',
    },
  ],
  [
    'Captivate',
    captivate,
    'https://scales.captivate.fm/episode/weigh-it-twice',
    { ...scales, published: '2024-03-05' },
  ],
  [
    'any other page with a player and a feed',
    generic,
    'https://scales.example/episodes/12',
    { ...scales, published: '2024-03-05' },
  ],
])('metadata of %s', (_name, html, url, wanted) => {
  expect(metadataOf(html, url)).toMatchObject(wanted);
});

describe('Substack', () => {
  const url = 'https://letters.substack.com/p/third-weighing';
  const until = (seconds: number) => substack.replaceAll('@EXPIRES@', String(seconds));

  test('captions, words and voices of this post, not of another', async () => {
    const { linked, audioUrl, evidence, chapters } = await episodeOf(until(now + 60), url);
    const speakers = { SPEAKER_00: 'Otto Other', SPEAKER_01: 'Jane Example' };
    const folder = 'https://substackcdn.com/video_upload/post/7001/0b1c';
    const signature = `?Expires=${now + 60}&Key-Pair-Id=K&Signature=S`;
    expect(linked).toEqual([
      {
        url: `${folder}/en.vtt${signature}`,
        type: 'text/vtt',
        language: 'en',
        from: 'page-data',
        clock: 'played',
        speakers,
      },
      {
        url: `${folder}/transcription.json${signature}`,
        type: 'application/json',
        from: 'page-data',
        clock: 'played',
        speakers,
      },
    ]);
    expect(audioUrl).toBe('https://api.substack.com/api/v1/audio/upload/0b1c/src');
    expect(evidence).toMatchObject({
      authors: ['Otto Other'],
      show: 'The Sample Letters Podcast',
    });
    expect(namesOf(evidence).map(({ name, role }) => [name, role])).toEqual([
      ['Jane Example', 'guest'],
      ['Otto Other', 'host'],
    ]);
    expect(chapters.map(({ start }) => start)).toEqual([0, 250, 585]);
  });

  test('addresses that have expired say so; an address of another post has none', async () => {
    const { linked } = await episodeOf(until(now - 1), url);
    expect(linked.map(({ expired }) => expired)).toEqual([true, true]);
    const other = await episodeOf(until(now + 60), 'https://letters.substack.com/p/other');
    expect(other.linked).toEqual([]);
  });

  test('a post behind a paywall has no transcript', async () => {
    const walled = until(now + 60).replace(/,\\"podcastUpload\\":\{\\"id\\".*?\}\]\}\}/, '');
    expect((await episodeOf(walled, url)).linked).toEqual([]);
  });
});

describe('YouTube', () => {
  test('the older panel, with its chapters', async () => {
    const episode = await episodeOf(youtube, 'https://www.youtube.com/watch?v=sampleVid01');
    expect(episode.transcript).toMatchObject({
      clock: 'played',
      origin: { form: 'rows', kind: 'panel' },
    });
    expect(episode.transcript?.cues).toEqual([
      { start: 0, end: 8, text: 'Put it on the scale once and you know a number.' },
      { start: 8, end: 20, text: 'Put it there twice and you know how far to trust the number.' },
      { start: 20, text: 'A weight nobody wrote down was never taken.' },
    ]);
    expect(episode.chapters).toEqual([
      { start: 0, title: 'Why twice' },
      { start: 20, title: 'Writing it down' },
    ]);
    expect(episode.evidence.show).toBe('Sample Scales');
  });

  test('the newer panel, with both classes of text', async () => {
    const { transcript } = await episodeOf(youtubeNew, 'https://youtube.com/watch?v=sampleVid02');
    expect(transcript?.cues.map(({ start, text }) => [start, text])).toEqual([
      [0, 'The second scale says what the first one kept.'],
      [7, 'So ask two scales before you ask one buyer.'],
    ]);
    expect(transcript?.chapters).toEqual([{ start: 0, title: 'Once more' }]);
  });
});

test('Apple: the file and the show of the episode, not of the next', async () => {
  const { audioUrl, evidence } = await episodeOf(
    apple,
    'https://podcasts.apple.com/us/podcast/weigh-it-twice/id100?i=2000',
  );
  expect(audioUrl).toBe('https://media.example/scales/12.mp3?a=1');
  expect(evidence).toMatchObject({ title: 'Weigh it twice', show: 'Scales and Balances' });
  expect(namesOf(evidence)[0]).toMatchObject({ name: 'Jane Example', role: 'guest' });
});

const question = 'Why would anybody weigh a thing twice?';
const answer = 'Put it there twice and you know how far to trust the number.';
const otto = 'Otto Other';
const jane = 'Jane Example';

test.each([
  [
    'Spotify',
    spotify,
    'https://open.spotify.com/episode/0abc',
    [
      [0, undefined, 'Put it on the scale once and you know a number.'],
      [8, undefined, answer],
    ],
  ],
  [
    'Transistor',
    transistorTranscript,
    'https://share.transistor.fm/s/0a1b2c3d/transcript',
    [
      [0, otto, question],
      [5, jane, 'Once and you know a number.'],
      [9, jane, 'Twice and you know [inaudible 00:00:11] how far to trust it.'],
      [20, otto, 'And three times?'],
    ],
  ],
  [
    'Buzzsprout',
    buzzsprout,
    'https://www.buzzsprout.com/100/episodes/2000-weigh-it-twice',
    [
      [0, otto, question],
      [5, jane, answer],
    ],
  ],
  [
    'Simplecast',
    simplecast,
    'https://scales.simplecast.com/episodes/weigh-it-twice',
    [
      [undefined, otto, question],
      [undefined, jane, answer],
      [undefined, otto, 'And three times?'],
      [undefined, jane, 'Then you know who made the scale.'],
    ],
  ],
  [
    'Captivate',
    captivate,
    'https://scales.captivate.fm/episode/weigh-it-twice',
    [
      [0, otto, question],
      [5, jane, answer],
      [20, otto, 'And three times?'],
    ],
  ],
])('%s prints its transcript', async (_name, html, url, wanted) => {
  const { transcript } = await episodeOf(html, url);
  expect(transcript?.origin).toEqual({ form: 'text', kind: 'page' });
  expect(transcript?.cues.map(({ start, speaker, text }) => [start, speaker, text])).toEqual(
    wanted,
  );
});

test('Transistor: the file beside the page of the transcript', async () => {
  const { linked, feeds, audioUrl } = await episodeOf(
    transistor,
    'https://share.transistor.fm/s/0a1b2c3d',
  );
  expect(linked[0]).toMatchObject({
    url: 'https://share.transistor.fm/s/0a1b2c3d/transcript.txt',
    type: 'text/plain',
    from: 'link',
  });
  expect(feeds[0]?.url).toBe('https://feeds.transistor.fm/scales');
  expect(audioUrl).toBe('https://media.transistor.fm/0a1b/12.mp3');
});

test('Buzzsprout: chapters behind a tab', async () => {
  const { chapters } = await episodeOf(
    buzzsprout,
    'https://www.buzzsprout.com/100/episodes/2000-weigh-it-twice',
  );
  expect(chapters.map(({ start, title }) => [start, title])).toEqual([
    [0, 'Why twice'],
    [20, 'Writing it down'],
    [40, 'Three times'],
  ]);
});

test('Podigee: what its player was given', async () => {
  const episode = await episodeOf(podigee, 'https://waagen.podigee.io/12-zweimal-wiegen');
  expect(episode).toMatchObject({
    audioUrl: 'https://audio.podigee-cdn.net/12-zweimal.mp3',
    chapters: [
      { start: 0, title: 'Einmal' },
      { start: 250, title: 'Zweimal {und} noch einmal' },
    ],
    linked: [{ url: 'https://waagen.podigee.io/12-zweimal-wiegen/transcript.vtt' }],
  });
});

test('Overcast and Fireside: names and files', async () => {
  const cast = await episodeOf(overcast, 'https://overcast.fm/+ABcdEF');
  expect(cast).toMatchObject({
    audioUrl: 'https://overcast.fm/episode.wav',
    evidence: { title: 'Weigh it twice', show: 'Scales and Balances' },
  });
  const fire = await episodeOf(fireside, 'https://scales.fireside.fm/12');
  expect(fire).toMatchObject({
    audioUrl: 'https://media.example/scales/12.mp3',
    evidence: { show: 'Scales and Balances' },
  });
  expect(fire.transcript).toBeUndefined();
});

test('a player in a frame of another origin is named, with whose it is', async () => {
  const { playersElsewhere } = await episodeOf(
    captivate,
    'https://scales.captivate.fm/episode/weigh-it-twice',
  );
  expect(playersElsewhere).toEqual(['player.captivate.fm']);
});

test('an article with times and names in it is no transcript', async () => {
  const article = `<body><main><h1>Log</h1><p>12:01 Started.</p><p>Note: the scale was cold.</p>
    <p>12:40 Stopped, nobody spoke.</p></main></body>`;
  const { transcript } = await episodeOf(article, 'https://blog.example/log');
  expect(transcript).toBeUndefined();
});
