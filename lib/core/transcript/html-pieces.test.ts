import { expect, test } from 'vitest';
import { htmlPieces } from './html-pieces';
import { readFeed } from './read-feed';
import { readHtml } from './read-html';
import { xmlPieces } from './xml-pieces';

test.each([
  [
    'in double quotes',
    '<p class="[&>b]:font-bold"><b title = "a > b">Ivo Tarn</b> (00:05): a</p>',
    'a',
  ],
  ['in single quotes', "<p><b title='a > b'>Ivo Tarn</b> (00:05): a</p>", 'a'],
  ['behind a quote that is never closed', '<p><b>Ivo Tarn</b> (00:05): <i title="a>b</i></p>', 'b'],
  [
    'behind a quote that is no value’s',
    '<p><b>Ivo Tarn</b> (00:05): <i it"s>a "so"</i></p>',
    'a "so"',
  ],
])('a sign for greater %s', (_, html, text) => {
  expect(readHtml(html).cues).toEqual([{ start: 5, text, speaker: 'Ivo Tarn' }]);
});

test('a sign for greater in a feed ends no tag', () => {
  const feed = `<rss><channel><item><title>Twice</title>
    <podcast:transcript title="a > b" url="https://scales.example/12.vtt" language="en"/>
    <podcast:person href="https://scales.example/?a>b">Jane Example</podcast:person>
    <enclosure url="https://scales.example/12.mp3"/></item></channel></rss>`;
  expect(readFeed(feed, { title: 'Twice' })).toMatchObject({
    linked: [{ url: 'https://scales.example/12.vtt', language: 'en' }],
    persons: [{ name: 'Jane Example' }],
    audioUrl: 'https://scales.example/12.mp3',
  });
});

test.each(['<a b="><a "', '<a b=">', '<a b=\'><a c=">', '<a b="'])(
  'many of %j are read in time',
  (piece) => {
    const started = performance.now();
    htmlPieces(piece.repeat(200_000));
    Array.from(xmlPieces(piece.repeat(200_000)));
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);
