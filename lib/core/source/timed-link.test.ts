import { expect, test } from 'vitest';
import { timedLink } from './timed-link';

test.each([
  ['https://www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc&t=90s'],
  ['https://www.youtube.com/watch?v=abc&t=5s#x', 'https://www.youtube.com/watch?v=abc&t=90s'],
  ['https://youtu.be/abc', 'https://youtu.be/abc?t=90'],
  ['https://overcast.fm/+Ab_c-1', 'https://overcast.fm/+Ab_c-1/1:30'],
  ['https://overcast.fm/+Ab_c-1/5:00', 'https://overcast.fm/+Ab_c-1/1:30'],
  ['https://pca.st/abc123', 'https://pca.st/abc123?t=90'],
  ['https://pca.st/episode/0b1c', undefined],
  ['https://show.fireside.fm/12', 'https://show.fireside.fm/12?t=90'],
  [
    'https://www.buzzsprout.com/1/episodes/2-name',
    'https://www.buzzsprout.com/1/episodes/2-name?t=90',
  ],
  ['https://show.podigee.io/12-name', 'https://show.podigee.io/12-name#t=90'],
  ['https://www.youtube.com/shorts/abc', 'https://www.youtube.com/watch?v=abc&t=90s'],
  ['https://www.youtube.com/live/abc?feature=share', 'https://www.youtube.com/watch?v=abc&t=90s'],
  ['https://youtu.be/abc?si=x&t=5', 'https://youtu.be/abc?si=x&t=90'],
  ['https://show.fireside.fm/12?t=1065', 'https://show.fireside.fm/12?t=90'],
  ['https://media.example/scales/12.mp3?a=1#t=5', 'https://media.example/scales/12.mp3?a=1#t=90'],
  ['https://podcasts.apple.com/us/podcast/a/id1?i=2', undefined],
  ['https://open.spotify.com/episode/0abc', undefined],
  ['https://letters.substack.com/p/third-weighing', undefined],
  ['https://share.transistor.fm/s/0a1b2c3d', undefined],
  ['https://www.youtube.com/@channel', undefined],
  ['https://youtube.com.evil.test/watch?v=a', undefined],
  ['https://podcast.example/1', undefined],
  ['javascript:alert(1)', undefined],
  ['nothing', undefined],
])('starts %s', (address, link) => {
  expect(timedLink(address, 90.9)).toBe(link);
});

test('writes hours for Overcast', () => {
  expect(timedLink('https://overcast.fm/+a', 5_277)).toBe('https://overcast.fm/+a/1:27:57');
});

test.each([-1, Number.NaN, Infinity])('has no link for %d', (seconds) => {
  expect(timedLink('https://youtu.be/abc', seconds)).toBeUndefined();
});
