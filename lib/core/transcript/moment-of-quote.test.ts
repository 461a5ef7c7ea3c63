import { describe, expect, test } from 'vitest';
import type { Playback, PageSnapshot } from '../source/snapshot';
import { momentOfQuote } from './moment-of-quote';
import type { Transcript } from './transcript';

const again = 'We stopped counting the sign-ups after the second winter.';
const said: Transcript = {
  cues: Array.from({ length: 300 }, (_, n) => ({
    start: n * 10,
    end: n * 10 + 10,
    text: n === 0 || n === 240 ? again : `Number ${n} weighs the ${n * 7} herrings of the week.`,
  })),
  chapters: [],
  clock: 'played',
  origin: { form: 'vtt', kind: 'track' },
};

function momentWith(playback: Partial<Playback> | undefined) {
  const snapshot: Pick<PageSnapshot, 'text' | 'metadata' | 'playback'> = {
    text: again,
    metadata: {},
    ...(playback && {
      playback: { kind: 'audio', currentTime: 2_405, playing: true, ...playback },
    }),
  };
  return momentOfQuote(again, { snapshot, transcript: said }).time;
}

describe('words that are said twice', () => {
  test('are those near the player that is heard', () => {
    const time = momentWith({});
    expect(time).toMatchObject({ start: 2_400, from: 'cue', playedAt: 2_405 });
  });

  test.each<[string, Partial<Playback> | undefined]>([
    ['is paused', { playing: false }],
    ['is muted', { muted: true }],
    ['has ended', { playing: false, ended: true }],
    ['has ended and is to begin anew', { ended: true }],
    ['shows an advert', { advert: true }],
    ['is not there', undefined],
  ])('are the first when the player %s', (_name, playback) => {
    const time = momentWith(playback);
    expect(time).toMatchObject({ start: 0, from: 'cue' });
    expect(time?.playedAt).toBeUndefined();
  });
});
