import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkedTranscriptSchema } from './episode';
import { readChapters } from './read-chapters';
import { readFeed } from './read-feed';
import { sameFile } from './same-file';

const feed = readFileSync('test/fixtures/sites/generic-feed.xml', 'utf8');

const twelve = {
  title: 'Weigh it twice',
  guid: 'episode-12',
  audioUrl: 'https://scales.example/episode.wav?source=feed&a=1',
  linked: [
    { url: 'https://scales.example/12.vtt', type: 'text/vtt', language: 'en' },
    { url: 'https://scales.example/12.srt', type: 'application/srt' },
    { url: 'https://scales.example/12.json', type: 'application/json' },
    { url: 'https://scales.example/12.html', type: 'text/html' },
  ].map((each) => ({ ...each, from: 'podcast:transcript', clock: 'transcript' })),
  persons: [
    { name: 'Otto Other', role: 'host' },
    { name: 'Jane Example', role: 'guest', group: 'cast' },
  ],
  chaptersUrl: 'https://scales.example/12-chapters.json',
  soundbites: [{ start: 73, duration: 60, title: 'Why twice' }],
};

describe('an episode in a feed', () => {
  test.each([
    ['its guid', { guid: 'episode-12', title: 'Weigh it three times' }],
    ['its file', { audioUrl: 'http://scales.example/episode.wav' }],
    ['its file behind a counter', { audioUrl: 'https://op3.example/e/scales.example/episode.wav' }],
    ['its title', { title: 'weigh it – twice!' }],
  ])('is found by %s', (_name, keys) => {
    const found = readFeed(feed, keys);
    expect(found).toEqual(twelve);
    for (const each of found?.linked ?? [])
      expect(linkedTranscriptSchema.parse(each)).toEqual(each);
  });

  test('is found by a title that the page puts its show behind, where it is long enough', () => {
    const long = feed.replace('[Weigh it twice]', '[Weigh it twice before you write it down]');
    const title = 'Weigh it twice before you write it down – Scales and Balances';
    expect(readFeed(long, { title })?.guid).toBe('episode-12');
    expect(readFeed(feed, { title: 'Weigh it twice – Scales and Balances' })).toBeUndefined();
  });

  test('is told from others whose files have one path by what stands behind it, or by the title', () => {
    const item = (n: number) =>
      `<item><title>Scales ${n}</title><guid>${n}</guid><enclosure url="https://a.example/play?id=${n}"/></item>`;
    const played = `<rss><channel>${[3, 2, 1].map(item).join('')}</channel></rss>`;
    const found = (audioUrl: string, title: string) => readFeed(played, { audioUrl, title })?.guid;
    expect(found('https://a.example/play?id=2', 'Scales 2 – Listen')).toBe('2');
    expect(found('https://a.example/play?id=1&from=page', 'Scales 1')).toBe('1');
  });

  test('is found by either of its titles', () => {
    const item = '<title>12: Twice</title><itunes:title>Twice</itunes:title><guid>12</guid>';
    const titled = `<rss><channel><item>${item}</item></channel></rss>`;
    for (const title of ['12: Twice', 'Twice']) {
      expect(readFeed(titled, { title })).toMatchObject({ title: '12: Twice', guid: '12' });
    }
  });

  test('is the one whose title is most like the page’s', () => {
    const parts = [1, 11, 12].map(
      (n) => `<item><title>Weigh it twice, part ${n}</title><guid>${n}</guid></item>`,
    );
    const serial = `<rss><channel>${parts.join('')}</channel></rss>`;
    expect(readFeed(serial, { title: 'Weigh it twice, part 12 | Scales' })?.guid).toBe('12');
    expect(readFeed(serial, { title: 'Weigh it twice, part 13 | Scales' })).toBeUndefined();
  });

  test('is not found by what another says, nor in a comment', () => {
    expect(readFeed(feed, { title: 'Weigh nothing' })).toBeUndefined();
    expect(readFeed(feed, {})).toBeUndefined();
    expect(readFeed('<html><body>no</body></html>', { title: 'no' })).toBeUndefined();
  });

  test('names the channel’s people where the item names nobody', () => {
    expect(readFeed(feed, { guid: 'episode-13' })?.persons).toEqual([
      { name: 'Otto Other', role: 'host' },
    ]);
  });

  test('calls the namespace by the feed’s own prefix; what is live is another', () => {
    const other = `<rss xmlns:p="https://podcastindex.org/namespace/1.0"><channel><item>
      <title>One</title><p:liveItem><p:person>Nobody</p:person></p:liveItem>
      <p:transcript url="https://a.example/1.srt" type="application/srt"/>
      <p:transcript url="javascript:alert(1)" type="text/vtt"/></item></channel></rss>`;
    const found = readFeed(other, { title: 'One' });
    expect(found?.linked.map(({ url }) => url)).toEqual(['https://a.example/1.srt']);
    expect(found?.persons).toEqual([]);
  });

  test('is read from a feed that is cut off or broken', () => {
    const cut = feed.slice(0, feed.indexOf('</item>', feed.indexOf('episode-12')) + 7);
    expect(readFeed(cut, { guid: 'episode-12' })).toEqual(twelve);
    expect(
      readFeed(feed.replace('&amp; Balances', '& <b>Balances'), { guid: 'episode-12' }),
    ).toEqual(twelve);
  });
});

test('reading never throws', () => {
  const pieces = fc.constantFrom(
    '<item>',
    '</item>',
    '<title>',
    '</',
    '<![CDATA[',
    ']]>',
    '&',
    '<',
  );
  const any = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 });
  fc.assert(
    fc.property(any, (parts) => {
      readFeed(parts.join(''), { title: 'a', audioUrl: 'https://a.example/b' });
    }),
  );
});

test('a feed of a thousand episodes is read in time', () => {
  const item = feed.slice(
    feed.indexOf('<item>', feed.indexOf('-->')),
    feed.lastIndexOf('</item>') + 7,
  );
  const long = feed.replace('</channel>', `${item.repeat(1_000)}</channel>`);
  const start = performance.now();
  expect(readFeed(long, { guid: 'episode-12' })?.title).toBe('Weigh it twice');
  readFeed('<'.repeat(500_000), { guid: 'a' });
  readFeed('<![CDATA['.repeat(50_000), { guid: 'a' });
  readFeed('<br>'.repeat(200_000), { guid: 'a' });
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('the same file, wherever it is counted', () => {
  expect(sameFile('https://a.example/1.mp3?x=1', 'http://www.a.example/1.mp3')).toBe(true);
  expect(sameFile('https://c.example/r/a.example/1.mp3', 'https://a.example/1.mp3')).toBe(true);
  expect(sameFile('https://a.example/1.mp3', 'https://b.example/1.mp3')).toBe(false);
  expect(sameFile('https://a.example/', 'https://a.example/')).toBe(false);
});

test('chapters, in order, without those left out of the table', () => {
  const text = JSON.stringify({
    version: '1.2.0',
    chapters: [
      { startTime: 60, title: 'Second', endTime: 90 },
      { startTime: 0, title: ' First ' },
      { startTime: 30, title: 'Picture', toc: false },
      { startTime: 'soon', title: 'None' },
      { startTime: 95 },
    ],
  });
  expect(readChapters(text)).toEqual([
    { start: 0, title: 'First' },
    { start: 60, end: 90, title: 'Second' },
  ]);
  expect(readChapters('no')).toEqual([]);
});
