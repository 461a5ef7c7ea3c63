import { describe, expect, test } from 'vitest';
import { fakeHost } from '../../test/support/fake-host';
import { err, ok } from '../core/result';
import type { LinkedTranscript } from '../core/transcript/episode';
import { fetchChapters, fetchTranscript, lookInFeed } from './fetch-transcript';

const address = 'https://words.example/12.vtt';
const link: LinkedTranscript = {
  url: address,
  type: 'text/vtt',
  from: 'podcast:transcript',
  clock: 'transcript',
};
const watch = { signal: new AbortController().signal };

function hostWith(text: string) {
  const host = fakeHost();
  host.files.set(address, text);
  return host;
}

describe('a linked transcript', () => {
  test('is read, with its address and its clock', async () => {
    const host = hostWith('WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ivo Tarn>Weigh it.');
    const read = await fetchTranscript(host, link, watch);
    expect(read.ok && read.value.transcript).toMatchObject({
      cues: [{ start: 1, end: 3, text: 'Weigh it.', speaker: 'Ivo Tarn' }],
      clock: 'transcript',
      origin: { form: 'vtt', kind: 'file', url: address },
    });
  });

  test.each([
    ['a page that is sorry', '<!doctype html><title>Gone</title><p>Nothing is here.</p>'],
    ['nothing', ''],
    ['letters without words', '{}{}{}'],
  ])('is none where the host gives %s', async (_name, text) => {
    expect(await fetchTranscript(hostWith(text), link, watch)).toEqual(
      err({ kind: 'nothing-read' }),
    );
  });
});

describe('an episode in a feed', () => {
  const feed = (item: string) =>
    `<rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><item>
      <title>Weigh it twice</title>${item}</item></channel></rss>`;
  const look = (item: string) =>
    lookInFeed(hostWith(feed(item)), address, { title: 'Weigh it twice' }, watch);

  test('is worth having for its people or chapters alone', async () => {
    expect(await look('<podcast:person>Ivo Tarn</podcast:person>')).toMatchObject(
      ok({ linked: [], persons: [{ name: 'Ivo Tarn' }] }),
    );
    const chapters = '<podcast:chapters url="https://words.example/12.json" type="x"/>';
    expect(await look(chapters)).toMatchObject(
      ok({ chaptersUrl: 'https://words.example/12.json' }),
    );
  });

  test('is not worth telling where the feed says nothing of it', async () => {
    expect(await look('')).toEqual(err({ kind: 'not-in-feed' }));
  });
});

describe('chapters', () => {
  test('are those of the table, in the order of time', async () => {
    const text = JSON.stringify({
      chapters: [
        { startTime: 40, title: 'Later' },
        { startTime: 0, title: 'First' },
        { startTime: 9, title: 'Hidden', toc: false },
      ],
    });
    expect(await fetchChapters(hostWith(text), address, watch)).toEqual(
      ok([
        { start: 0, title: 'First' },
        { start: 40, title: 'Later' },
      ]),
    );
  });

  test('are none where the host gives something else', async () => {
    expect(await fetchChapters(hostWith('<p>Sorry</p>'), address, watch)).toEqual(
      err({ kind: 'nothing-read' }),
    );
  });
});
